import type { VerificationFinding } from './case-evidence.ts';
import type { CivilDate, Instant } from './dates.ts';
import type { CheckResult } from './management.ts';
import type { Relation } from './relation.ts';

/** A member of the household as the lake knows one: by token, with the year of birth and never more of it. */
export interface TrailMember {
  readonly person: string;
  readonly relation: Relation;
  readonly birthYear: number;
  readonly phone?: string;
  readonly disabled?: true;
  readonly severeIllness?: true;
  readonly diedOn?: CivilDate;
  readonly leftOn?: CivilDate;
}

/** What became of a hit: it agrees with the declaration, the facts were set right, it was refuted or returned anew, or the case ended with it. */
export type HitResolution =
  | 'agrees'
  | 'corrected'
  | 'amended'
  | 'refuted'
  | 'renewed'
  | 'denied'
  | 'counted'
  | 'closed';

/** A hit the verification body returned, until it was dealt with. */
export interface TrailHit {
  readonly person: string;
  readonly hit: VerificationFinding['hit'];
  readonly origin: string;
  readonly returnedAt: Instant;
  readonly resolvedAt?: Instant;
  readonly resolution?: HitResolution;
}

/** An objection to a notice, until somebody looked into it. */
export interface TrailObjection {
  readonly raisedAt: Instant;
  readonly channel: string;
  readonly reinvestigatedAt?: Instant;
}

/** One cycle of the re-verification; without `doneAt` and `result` it is still to be done. */
export interface TrailCycle {
  readonly dueOn: CivilDate;
  readonly doneAt?: Instant;
  readonly by?: string;
  readonly result?: CheckResult | 'moved' | 'ended';
}

/**
 * What a case leaves behind for those who look over many cases at once: who lives together where, which hits, objections and checks there
 * were and what became of each. Tokens, codes and days only (design decision 10); the recorder makes rows of the lake of it.
 */
export interface Trail {
  readonly townshipCode: string;
  readonly villageCode: string;
  readonly address?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly split?: { readonly from: string; readonly on: CivilDate };
  readonly members: readonly TrailMember[];
  readonly hits: readonly TrailHit[];
  readonly objections: readonly TrailObjection[];
  readonly cycles: readonly TrailCycle[];
}
