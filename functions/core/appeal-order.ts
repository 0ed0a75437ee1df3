import type { AppealDuty, AppealOrder } from '../../schemas/appeal-order.ts';
import type { EntitlementEntry } from '../../schemas/benefit.ts';
import { groupOf, isPersonal } from '../../schemas/program.ts';
import { amountIn } from '../law/entitlements.ts';
import type { CaseState } from './case-fold.ts';
import type { CaseLock } from './case-locks.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

/** What a review or a court ordered of the loaded case and is not carried out yet. */
export const orderOf = ({ parts }: Pick<CaseState, 'parts'>): AppealOrder | undefined => parts.appeals?.order;

const names = { review: '行政复议决定', suit: '人民法院裁判' } as const;

/** The order as the paper that carries it out cites it; empty where the act carries out none. */
export const orderCited = (order: AppealOrder | undefined): { readonly ordered?: string } =>
  order ? { ordered: `${names[order.kind]}（${order.orderNo}）` } : {};

/**
 * Whoever made the act that no longer holds does not decide anew: by person (rulebook 4). And what is decided anew does not simply repeat the same facts and
 * reasons, unless the act fell for its procedure alone (FYF §64(2), ALL §71).
 */
export function checkDecidedAnew(facts: Facts, duty: AppealDuty, reasons: readonly string[] = []): void {
  const order = orderOf(theCase(facts));
  if (order?.duty !== duty) return;
  const { personId } = facts.actor;
  must(order.decidedBy !== personId, 'decider-may-not-redo', { appealId: order.appealId, decidedBy: personId });
  const repeated = order.reasons !== undefined && reasons.length > 0 && sameLines(order.reasons, reasons);
  must(!repeated, 'redo-repeats-the-act', { appealId: order.appealId, orderNo: order.orderNo });
}

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line.trim() === b[i]?.trim());

/** The lock a case takes, by its number: a reopened case takes it again. Fast aid is never reopened. */
export const lockOfCase = (caseId = ''): CaseLock | undefined => {
  const group = caseId.split('-')[1];
  return group === undefined ? undefined : group === 'LS' ? 'LS_STD' : (group as CaseLock);
};

/** A household is in one open case of a program (invariant 8): one it has opened since must be closed before the former is reopened. */
export function checkReopens(facts: Facts): void {
  const { head, parts } = theCase(facts);
  const held = isPersonal(head.program) || head.alone ? [head.applicant] : parts.household.members.map((m) => m.person);
  const open = held.map((person) => facts.membersOpen?.[person]).find((one) => one && one.caseId !== head.caseId);
  must(!open || groupOf(open.program) !== groupOf(head.program), 'case-already-open', { openCaseId: open?.caseId });
}

/**
 * The entitlements once a decision no longer holds, or holds with another amount: what the others give right to, month by month, from the first month it had
 * touched (ADR 0011: entries are only added). Nothing where the decision granted nothing.
 */
export function restoredEntitlements(
  { parts }: Pick<CaseState, 'parts'>,
  { paper, amountFen }: Pick<AppealOrder, 'paper' | 'amountFen'>,
): readonly EntitlementEntry[] {
  const all = parts.benefit?.entitlements ?? [];
  const void_ = all.filter((entry) => paper !== undefined && entry.paper === paper);
  const first = void_.map(({ fromMonth }) => fromMonth).sort()[0];
  if (first === undefined) return [];
  const left =
    amountFen === undefined
      ? all.filter((entry) => !void_.includes(entry))
      : all.map((entry) => (void_.includes(entry) ? { ...entry, amountFen } : entry));
  const later = left.flatMap(({ fromMonth }) => (fromMonth > first ? [fromMonth] : []));
  const months = [...new Set([first, ...later])].sort();
  return months.map((fromMonth) => ({ kind: 'appeal' as const, fromMonth, amountFen: amountIn(left, fromMonth) }));
}

/** Whether the entitlements as restored give more in some month than those that hold now, and less in none. */
export function raises({ parts }: Pick<CaseState, 'parts'>, restored: readonly EntitlementEntry[]): boolean {
  const now = parts.benefit?.entitlements ?? [];
  const pairs = restored.map(({ fromMonth, amountFen }) => [amountFen, amountIn(now, fromMonth)] as const);
  return pairs.some(([after, before]) => after > before) && pairs.every(([after, before]) => after >= before);
}
