import type { FactRequest } from '../core/step.ts';
import { countyOf } from '../law/tenants.ts';
import { printKey } from './keys.ts';
import { paperOf } from './paper-code.ts';
import type { Key, Ports } from './ports.ts';

/** A code names its paper: what is asked for then is the case, the county and the paper itself, and the print with a given hash. */
export async function withCodedPaper(
  ports: Pick<Ports, 'keyring'>,
  request: FactRequest,
): Promise<{ readonly asked: FactRequest; readonly print: readonly Key[] }> {
  const { coded } = request;
  const paper = coded && (await paperOf(ports.keyring, coded.code));
  if (!paper) return { asked: request, print: [] };
  const { caseId, paperId } = paper;
  return {
    asked: { ...request, case: caseId, paper: paperId, county: countyOf(caseId) },
    print: coded.sha256 ? [printKey(paper, coded.sha256)] : [],
  };
}
