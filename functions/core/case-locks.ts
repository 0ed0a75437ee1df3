import type { MemberStatus } from '../../schemas/member.ts';
import { groupOf, isPersonal, type Program } from '../../schemas/program.ts';
import { closedStates } from '../law/procedure.ts';
import type { CaseState } from './case-fold.ts';
import type { OpenCase } from './facts.ts';

/**
 * What a person can be in once only, nationwide, at a time: one household of 低保 (rulebook 3.10, invariant 8), and for the same reason one
 * case of every other program. Different programs may be open side by side, since one application opens none of the others by itself;
 * fast aid and the standard way of temporary assistance too, for what fast aid leaves is asked for the standard way (G15).
 */
export const caseLocks = ['DB', 'TK', 'BY', 'GX', 'GL', 'LS_FAST', 'LS_STD'] as const;
export type CaseLock = (typeof caseLocks)[number];

/** The lock a program takes. */
export const lockOf = (program: Program): CaseLock => {
  const group = groupOf(program);
  if (group === 'LS') return program === 'LS_FAST' ? 'LS_FAST' : 'LS_STD';
  return group;
};

/** Whom a case holds while it is open: every listed member, or the one person the program is about. */
export const personsHeld = ({ head, parts }: CaseState): readonly string[] => {
  if (closedStates.includes(head.status)) return [];
  return isPersonal(head.program) || head.alone
    ? [head.applicant]
    : parts.household.members
        .filter(({ statuses = [] }) => parts.management?.proposal || !statuses.some(isAway))
        .map(({ person }) => person);
};

/** Whoever left lives elsewhere and may be taken in there; not before what that does to this household's money is decided. */
const isAway = ({ kind, untilOn }: MemberStatus): boolean => kind === 'left' && untilOn === undefined;

/** Who lives elsewhere by now, and since when: another household they apply with was split from this one. */
export const personsWhoLeft = ({ parts }: CaseState): readonly { readonly person: string; readonly on: string }[] =>
  parts.household.members.flatMap(({ person, statuses = [] }) => {
    const away = statuses.find(isAway);
    return away ? [{ person, on: away.fromOn }] : [];
  });

/** What the lock says to others: which case, and whether the person receives by it. */
export const lockRecord = ({ head }: CaseState): OpenCase => ({
  caseId: head.caseId,
  program: head.program,
  ...(head.decision?.result === 'confirmed' ? { receiving: true as const, ...validityOf(head.decision) } : {}),
});

/** From when on a confirmation counts: the first month of a benefit, else its own day; and its last day where it has one. */
const validityOf = ({ on, firstMonth, validUntil }: NonNullable<CaseState['head']['decision']>) => ({
  from: firstMonth ? `${firstMonth}-01` : on,
  ...(validUntil ? { until: validUntil } : {}),
});
