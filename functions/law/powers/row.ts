import type { Post } from '../../../schemas/actor.ts';
import type { Citation } from '../sources.ts';

/**
 * Powers, prohibitions and separation of duties as one table (rulebook 1.2–1.4; design decision 7):
 * who may do an act, within which division, and which more specific refusal answers whom it is forbidden to.
 */
export interface Power {
  readonly act: string;
  readonly posts: readonly Post[];
  /**
   * Division within which the post may act. `township`: the case's township (a village post: its village; the county: its county);
   * `county`: the post's county; `own`: the applicant's own case; `any`: no division.
   */
  readonly scope: 'township' | 'county' | 'own' | 'any';
  readonly basis: readonly Citation[];
  /** Prohibitions that answer before the general refusal: the code for a post. */
  readonly forbidden?: Readonly<
    Partial<Record<Post, 'village-may-not-decide' | 'township-may-not-pay' | 'township-may-not-recover'>>
  >;
}

/** A village neither refuses nor decides (P01). */
export const villageMayNot = { VC: 'village-may-not-decide' } as const;
/** A township never pays (P04, SD3). */
export const townshipMayNotPay = {
  TC: 'township-may-not-pay',
  TS: 'township-may-not-pay',
  TR: 'township-may-not-pay',
  TD: 'township-may-not-pay',
} as const;

/** A township orders nothing back (rulebook 1.2, 20). */
export const townshipMayNotRecover = {
  TC: 'township-may-not-recover',
  TS: 'township-may-not-recover',
  TR: 'township-may-not-recover',
  TD: 'township-may-not-recover',
} as const;

/** A row of the table. */
export const row = (
  act: string,
  posts: readonly Post[],
  scope: Power['scope'],
  rest: Pick<Power, 'basis' | 'forbidden'>,
): Power => ({ act, posts, scope, ...rest });

/** An act within the case's township. */
export const township = (
  act: string,
  posts: readonly Post[],
  basis: readonly Citation[],
  forbidden?: Power['forbidden'],
): Power => row(act, posts, 'township', forbidden ? { basis, forbidden } : { basis });
/** An act within the post's county. */
export const county = (
  act: string,
  posts: readonly Post[],
  basis: readonly Citation[],
  forbidden?: Power['forbidden'],
): Power => row(act, posts, 'county', forbidden ? { basis, forbidden } : { basis });

/** Everybody in office who handles cases. */
export const staff: readonly Post[] = ['TC', 'TS', 'TR', 'TD', 'CC'];
export const complaintHandlers: readonly Post[] = ['TC', 'TD', 'CC', 'CITY', 'PROV'];
export const supervisors: readonly Post[] = ['CC', 'CF', 'CITY', 'PROV'];
export const reporters: readonly Post[] = ['TC', 'TD', ...supervisors];
