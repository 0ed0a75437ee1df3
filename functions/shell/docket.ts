import type { AlertRecord } from '../../schemas/alert-record.ts';
import { alertSettingOf } from '../core/alert-setting.ts';
import type { CountyState } from '../core/county-fold.ts';
import { alertsDueBy, nextAlert } from '../law/alerts.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lastDayOf } from '../law/term-start.ts';
import { closeDocket } from '../supervision/close-docket.ts';
import { deliverAlert } from '../supervision/deliver-alert.ts';
import { docketIdOf, openDocket } from '../supervision/open-docket.ts';
import { raiseAlert } from '../supervision/raise-alert.ts';
import { notificationOf } from './alert-notification.ts';
import { asClock } from './as-clock.ts';
import { silentCounties, tellOfSilence } from './docket-silence.ts';
import { dueIn, outboxOf } from './keys.ts';
import { compactCounty } from './lake/compact-county.ts';
import { eventsInTable } from './ledger/events-in-table.ts';
import { findGaps, type GapCheck } from './ledger/find-gaps.ts';
import { haveWitnessed } from './ledger/have-witnessed.ts';
import { sealCounty } from './ledger/seal-county.ts';
import { sealNoted } from './ledger/seal-noted.ts';
import { loadFacts } from './load-facts.ts';
import type { Item, Ports, Write } from './ports.ts';
import { recalculateTask } from './recalculation-task.ts';
import { unfinishedRostersTask } from './roster-work.ts';
import { dueKeyOf, type TermRecord } from './term-items.ts';
import { walk } from './walk-index.ts';

/** What a docket task is given: a county and a civil day, a pure function of the execution's name. */
export interface DocketTask {
  readonly countyCode: string;
  readonly on: string;
}

/** Does the work for every item; one that fails holds up no other, and the task fails with all of them in the end. */
async function eachOf(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}

/**
 * Opens the day. Which of the named counties had dockets before and none closed for the day before is kept in the opening, and
 * told to the head and the city: the clock's silence is itself an alert (design decision 4).
 */
export async function openDocketTask(
  ports: Ports,
  task: DocketTask & { readonly counties: readonly string[] },
): Promise<void> {
  const { countyCode, on } = task;
  const unclosed = await silentCounties(ports, on, task.counties);
  const key = `open-${docketIdOf(task)}`;
  await asClock(ports, openDocket, { countyCode, input: { countyCode, on, unclosed }, key });
  if (unclosed.length > 0) await tellOfSilence(ports, { countyCode, on, unclosed });
  await recalculateTask(ports, countyCode);
  await unfinishedRostersTask(ports, countyCode);
}

/**
 * Raises every alert that is due by now in a county, also those of days when no docket ran, and moves each term to its next
 * alert. Running it again finds nothing: each alert exists once, whatever its name or number of runs (design decision 5).
 */
export async function raiseAlertsTask(ports: Ports, { countyCode }: DocketTask): Promise<number> {
  let raised = 0;
  const due: Item[] = [];
  for await (const item of walk(ports, { index: 'd', pk: dueIn(countyCode), upTo: ports.clock.now() })) due.push(item);
  if (due.length === 0) return 0;
  const { facts } = await loadFacts(ports, { county: countyCode }, { now: ports.clock.now(), extra: [] });
  await eachOf(due, async (item) => {
    raised += await raiseForTerm(ports, item, facts.county);
  });
  return raised;
}

async function raiseForTerm(ports: Ports, item: Item, county: CountyState | undefined): Promise<number> {
  const record = item.record as TermRecord;
  const { subjectKind, subjectId, program, countyCode, term } = record;
  const now = ports.clock.now();
  const setting = alertSettingOf(county, program, civilDateOf(now));
  const due = alertsDueBy(term, { ...setting, raised: [], instant: now });
  for (const { level } of due) {
    const input = { subjectKind, subjectId, term: term.term, dueOn: lastDayOf(term), level };
    await asClock(ports, raiseAlert, {
      countyCode,
      input,
      key: `raise-${subjectId}-${term.term}-${input.dueOn}-${level}`,
    });
  }
  const next = nextAlert(
    term,
    due.map(({ level }) => level),
    setting,
  );
  const { d: _spent, ...bare } = item;
  const last = due.at(-1);
  const rest = last ? { ...bare, record: { ...record, lastAlert: { level: last.level, at: last.at } } } : bare;
  const moved = next ? { ...rest, d: { pk: dueIn(countyCode), sk: dueKeyOf(record, next.at) } } : rest;
  // An act on the subject may have come between: it rewrote the term, and the next docket looks again.
  await ports.store.commit([
    { kind: 'put-at', role: 'other', item: moved, expected: item.version ?? 0 } satisfies Write,
  ]);
  return due.length;
}

/** Sends what is due to be sent: at once or at the next opening, each alert to its recipients, then notes it. */
export async function deliverAlertsTask(ports: Ports, { countyCode }: DocketTask): Promise<number> {
  const waiting: Item[] = [];
  for await (const item of walk(ports, { index: 'd', pk: outboxOf(countyCode), upTo: ports.clock.now() }))
    waiting.push(item);
  await eachOf(waiting, async ({ record }) => {
    const alert = (record as { head: AlertRecord }).head;
    await ports.notifier.send(notificationOf(alert));
    await asClock(ports, deliverAlert, {
      countyCode,
      input: { alertId: alert.alertId },
      key: `deliver-${alert.alertId}`,
    });
  });
  return waiting.length;
}

/**
 * Seals what the day brought (design decision 15), and has it witnessed. What the recorder noted is all there is unless a note was lost:
 * then the count that closes the day differs and every subject is looked at, as it is once a month whatever the count. Sealing again
 * finds nothing.
 */
export const sealLedgerTask = async (ports: Ports, { countyCode, on }: DocketTask): Promise<void> => {
  await sealNoted(ports, countyCode);
  if (on.endsWith('-01')) await sealCounty(ports, countyCode);
  await haveWitnessed(ports, countyCode);
};

/** Takes the days that are over from raw files into the county's own. Compacting again finds nothing. */
export const compactLakeTask = async (ports: Ports, { countyCode }: DocketTask): Promise<void> => {
  await compactCounty(ports, countyCode);
};

/** Closes the day with what it did; the events recorded so far must agree in table, ledger and lake. */
export async function closeDocketTask(
  ports: Ports,
  task: DocketTask & { readonly raised: number; readonly delivered: number } & Pick<GapCheck, 'eventsInLake' | 'pause'>,
): Promise<void> {
  const { countyCode, on, raised, delivered, eventsInLake, pause } = task;
  const found = await findGaps(ports, countyCode, {
    eventsInTable: () => eventsInTable(ports.store, countyCode),
    eventsInLake,
    ...(pause ? { pause } : {}),
  });
  const input = { countyCode, on, raised, delivered, ...found };
  await asClock(ports, closeDocket, { countyCode, input, key: `close-${docketIdOf(task)}` });
}
