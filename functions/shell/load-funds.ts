import type { Benefit } from '../../schemas/benefit.ts';
import type { Household } from '../../schemas/household.ts';
import type { Payee } from '../../schemas/payee.ts';
import type { RosterHead, RosterLine } from '../../schemas/roster.ts';
import type { Facts } from '../core/facts.ts';
import { worklist } from '../core/list-keys.ts';
import { accountAt } from '../core/payee.ts';
import type { RosterSubject } from '../core/roster-fold.ts';
import { paidKey } from '../core/roster-fold.ts';
import { owedTo, type PayPage, type PayRow, paidItemKey, personsOf } from '../core/roster-page.ts';
import type { FactRequest } from '../core/step.ts';
import { subjectName } from '../core/subject.ts';
import { accountKey, lineKey } from './fund-items.ts';
import { headKey, partitionOf } from './keys.ts';
import type { Item, Key, Ports } from './ports.ts';

/** What a step about money asks for beyond the first read; nothing for all others. */
export async function loadFunds(
  ports: Ports,
  request: FactRequest,
): Promise<Pick<Facts, 'accounts' | 'payPage'> & { readonly rosters: Facts['subjects'] }> {
  const id = request.roster?.id ?? request.payPage;
  const roster = id ? await loadRoster(ports, id, request.roster?.lines ?? []) : undefined;
  return {
    ...(request.accounts ? { accounts: await accountsAsked(ports, request.accounts) } : {}),
    ...(request.payPage && roster ? { payPage: await payPageOf(ports, roster.head) } : {}),
    rosters: id && roster ? { [subjectName({ kind: 'roster', id })]: roster } : {},
  };
}

/** The token of an account number: keyed, so that it cannot be found by trying numbers. */
export const accountTokenOf = async (ports: Pick<Ports, 'keyring'>, number: string): Promise<string> =>
  `a_${(await ports.keyring.hmac('account', number)).slice(0, 32)}`;

async function accountsAsked(ports: Ports, numbers: readonly string[]): Promise<Facts['accounts']> {
  const asked = numbers.map(async (number) => {
    const token = await accountTokenOf(ports, number);
    const [item] = await ports.store.load([accountKey(token)]);
    const held = item?.record as { owner: string; kind: string; caseId: string } | undefined;
    return [number, { token, ...(held ? { held } : {}) }] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

/** Head first, then lines: a line read later can only be newer than the head, and then the commit is refused by its version. */
async function loadRoster(ports: Ports, id: string, caseIds: readonly string[]): Promise<RosterSubject | undefined> {
  const [item] = await ports.store.load([headKey('roster', id)]);
  if (!item) return undefined;
  const found = await loadAll(
    ports,
    caseIds.map((caseId) => lineKey(id, caseId)),
  );
  const lines = Object.fromEntries(found.map(({ record }) => [(record as RosterLine).caseId, record as RosterLine]));
  return { ...(item.record as Omit<RosterSubject, 'parts'>), parts: { lines, exceptions: {}, paid: {} } };
}

const MOST_KEYS = 100;
/** Households on a page at most; it is cut earlier where the transaction is full. */
const ROWS = 20;
/** Benefits of all programs looked through for one page at most. */
const SCANNED = 1_000;

async function loadAll(ports: Ports, keys: readonly Key[]): Promise<readonly Item[]> {
  const pages = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, i) =>
    ports.store.load(keys.slice(i * MOST_KEYS, (i + 1) * MOST_KEYS)),
  );
  return (await Promise.all(pages)).flat();
}

/** The next households of a county with a benefit of the roster's program, each with persons, account and what is paid already. */
async function payPageOf(ports: Ports, head: RosterHead): Promise<PayPage> {
  const { benefits, next } = await benefitsAfter(ports, head);
  const facts = await loadAll(
    ports,
    benefits.flatMap(({ caseId }) => [{ pk: partitionOf('case', caseId), sk: 'HOUSEHOLD' }, headKey('payee', caseId)]),
  );
  const found = new Map(facts.map(({ pk, record }) => [pk, record]));
  const rows = benefits.map((benefit): PayRow => {
    const payee = found.get(partitionOf('payee', benefit.caseId)) as { head: Payee } | undefined;
    const household = found.get(partitionOf('case', benefit.caseId)) as Household | undefined;
    const account = accountAt(payee?.head, head.freezeAt)?.account;
    const persons = personsOf(benefit, household, head.month);
    return { benefit, persons, paid: {}, ...(account ? { account } : {}) };
  });
  return { rows: await withPaid(ports, head, rows), ...(next ? { next } : {}) };
}

async function benefitsAfter(
  ports: Ports,
  { countyCode, program, cursor }: RosterHead,
): Promise<{ readonly benefits: readonly Benefit[]; readonly next?: string }> {
  const benefits: Benefit[] = [];
  let last = cursor;
  for (let scanned = 0; scanned < SCANNED; ) {
    // A mark below every digit and letter: the first number after the last one seen.
    const from = last === undefined ? {} : { from: `${last}!` };
    const page = await ports.store.index('w', worklist(countyCode, 'benefits'), { limit: 50, ...from });
    for (const { record } of page.items) {
      const benefit = record as Benefit;
      last = benefit.caseId;
      if (benefit.program === program) benefits.push(benefit);
      if (benefits.length === ROWS) return { benefits, next: last };
    }
    if (page.cursor === undefined) return { benefits };
    scanned += page.items.length;
  }
  return last === undefined ? { benefits } : { benefits, next: last };
}

/** Adds who is paid already for the months each household is owed. */
async function withPaid(ports: Ports, head: RosterHead, rows: readonly PayRow[]): Promise<readonly PayRow[]> {
  const wanted = rows.map((row) =>
    owedTo(row.benefit, head).parts.flatMap(({ month }) => row.persons.map((person) => paidKey(person, month))),
  );
  const items = await loadAll(
    ports,
    [...new Set(wanted.flat())].map((key) => paidItemKey(key, head.program)),
  );
  const payers = new Map(items.map(({ pk, sk, record }) => [`${pk} ${sk}`, (record as { caseId: string }).caseId]));
  return rows.map((row, i) => {
    const paid = (wanted[i] ?? []).flatMap((key) => {
      const { pk, sk } = paidItemKey(key, head.program);
      const caseId = payers.get(`${pk} ${sk}`);
      return caseId ? [[key, caseId] as const] : [];
    });
    return { ...row, paid: Object.fromEntries(paid) };
  });
}
