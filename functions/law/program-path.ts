import { groupOf, type Program } from '../../schemas/program.ts';

/** What temporary assistance is asked for, as far as the way of the case depends on it. */
export interface AidAsked {
  readonly type: 'emergency' | 'expense';
  /** Somebody in the household is recognised already: the spending alone is checked (TA26 二(二)). */
  readonly recognised?: true | undefined;
}

/** What of a case decides which parts of the procedure it goes through. */
export interface OnPath {
  readonly program: Program;
  readonly aid?: AidAsked | undefined;
}

/** Whether means are verified through the county's body: always, but not again for a household already recognised (TA26 二(二)). */
export const verificationDue = ({ program, aid }: OnPath): boolean => program !== 'LS_STD' || aid?.recognised !== true;

/** Whether the opinion is posted for seven days: for temporary assistance only the expense type (TA26 二(二)). */
export const publicityDue = ({ program, aid }: OnPath): boolean => program !== 'LS_STD' || aid?.type === 'expense';

/** Whether a household is always visited; for the old-age allowance data decide, and a visit follows only where they do not (rulebook 3.6). */
export const surveyAlways = ({ program }: OnPath): boolean => groupOf(program) !== 'GL';
