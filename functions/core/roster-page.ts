import type { Benefit } from '../../schemas/benefit.ts';
import type { Household } from '../../schemas/household.ts';
import { isPersonal } from '../../schemas/program.ts';
import type { PaidPerson, RosterException, RosterHead, RosterLine, RosterPart } from '../../schemas/roster.ts';
import { countedMembers } from '../law/household.ts';
import { type Owed, owedAt, paymentGroup } from '../law/roster.ts';
import { paidKey } from './roster-fold.ts';

/** One household with a benefit of the roster's program: what its line is made of. */
export interface PayRow {
  readonly benefit: Benefit;
  /** Whom the benefit is for: tokens. */
  readonly persons: readonly string[];
  /** The account approved by the freeze, if any. */
  readonly account?: string | undefined;
  /** Which case already pays a person for a month, by `paidKey`. */
  readonly paid: Readonly<Record<string, string>>;
}

/** Households in order of their case number, and where to go on; `next` is absent on the last page. */
export interface PayPage {
  readonly rows: readonly PayRow[];
  readonly next?: string | undefined;
}

/** Whom a benefit is for (P07): everybody counted on the first day of the month; of 特困 and 高龄津贴 the person alone. */
export const personsOf = (benefit: Benefit, household: Household | undefined, month: string): readonly string[] =>
  isPersonal(benefit.program) || !household
    ? [benefit.applicant]
    : countedMembers(household, `${month}-01`).flatMap(({ member, counted }) => (counted ? [member.person] : []));

/** What a household is owed at the freeze of a roster. */
export const owedTo = ({ entitlements }: Benefit, { month, freezeAt, earlier }: RosterHead): Owed =>
  owedAt(entitlements, { month, at: freezeAt }, earlier);

/** Writes in one transaction: the store takes 100, head, event and replay among them. */
const MOST_WRITES = 90;

/** What a page adds to a roster. */
export interface Drafted {
  readonly lines: readonly RosterLine[];
  readonly exceptions: readonly RosterException[];
  readonly paid: readonly (PaidPerson & { readonly caseId: string })[];
  /** Last household dealt with, where the page was cut. */
  readonly cutAfter?: string | undefined;
}

/**
 * Lines of one page (rulebook 8): what the decisions give, nothing entered. A part whose person is paid for that month in another household
 * becomes an exception instead of a double payment (3.10, invariant 8); one without a document number too. Cut where the transaction is full.
 */
export function draftPage(head: RosterHead, rows: readonly PayRow[]): Drafted {
  const drafted = {
    lines: [] as RosterLine[],
    exceptions: [] as RosterException[],
    paid: [] as Drafted['paid'][number][],
  };
  const taken = new Map<string, string>();
  let writes = 0;
  let last: string | undefined;
  for (const row of rows) {
    const draft = draftRow(head, row, taken);
    const more = draft.paid.length + draft.exceptions.length + (draft.line ? 1 : 0);
    if (last !== undefined && writes + more > MOST_WRITES) return { ...drafted, cutAfter: last };
    writes += more;
    last = row.benefit.caseId;
    if (draft.line) drafted.lines.push(draft.line);
    drafted.exceptions.push(...draft.exceptions);
    drafted.paid.push(...draft.paid);
    for (const { person, month, caseId } of draft.paid) taken.set(paidKey(person, month), caseId);
  }
  return drafted;
}

interface DraftedRow {
  readonly line?: RosterLine | undefined;
  readonly exceptions: readonly RosterException[];
  readonly paid: Drafted['paid'];
}

function draftRow(head: RosterHead, row: PayRow, taken: ReadonlyMap<string, string>): DraftedRow {
  const { caseId, townshipCode } = row.benefit;
  const owed = owedTo(row.benefit, head);
  const payer = (person: string, month: string): string | undefined =>
    row.paid[paidKey(person, month)] ?? taken.get(paidKey(person, month));
  const parts: RosterPart[] = [];
  const paid: (PaidPerson & { caseId: string })[] = [];
  const exceptions: RosterException[] = [
    ...owed.withoutDecision.map((one) => ({ ...one, caseId, townshipCode, reason: 'no-decision' as const })),
    ...owed.beforeFirst.map((one) => ({ ...one, caseId, townshipCode, reason: 'before-first-roster' as const })),
  ];
  for (const part of owed.parts) {
    const { month, amountFen } = part;
    const payers = row.persons.map((person) => [person, payer(person, month)] as const);
    const other = payers.find(([, by]) => by !== undefined && by !== caseId)?.[1];
    if (other) {
      exceptions.push({ caseId, townshipCode, month, amountFen, reason: 'other-household', otherCaseId: other });
      continue;
    }
    parts.push(part);
    paid.push(...payers.flatMap(([person, by]) => (by === undefined ? [{ person, month, caseId }] : [])));
  }
  return { line: parts.length > 0 ? lineOf(row, parts) : undefined, exceptions, paid };
}

function lineOf({ benefit, persons, account }: PayRow, parts: readonly RosterPart[]): RosterLine {
  const { caseId, townshipCode, villageCode } = benefit;
  return {
    ...{ caseId, townshipCode, villageCode, persons: persons.length },
    amountFen: parts.reduce((sum, { amountFen }) => sum + amountFen, 0),
    parts: [...parts],
    ...(account ? { account, state: 'listed' } : { state: 'held', held: 'no-account' }),
  };
}

/** Item key of who is paid for a month, among all payments that exclude each other. */
export const paidItemKey = (key: string, program: string): { readonly pk: string; readonly sk: string } => {
  const [person = '', month = ''] = key.split('#');
  return { pk: `PAY#${person}`, sk: `${month}#${paymentGroup(program)}` };
};
