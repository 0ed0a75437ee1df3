import type { ProveCaseEffect } from '../../core/effect.ts';
import { caseProof, type Proved } from '../ledger/case-proof.ts';
import type { Ports } from '../ports.ts';

/** Adds the proofs of a case's events. Reads only, so asking again is harmless. */
export const proveCase = (ports: Ports, { countyCode, caseId }: ProveCaseEffect): Promise<Proved> =>
  caseProof(ports, { countyCode, caseId });
