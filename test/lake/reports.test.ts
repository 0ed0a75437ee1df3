import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { queryNamed } from '../../functions/supervision/queries/query-catalogue.ts';
import { lookBack } from '../../functions/supervision/reports/look-back.ts';
import { measuredOf } from '../../functions/supervision/reports/measured.ts';
import { monthlyReport } from '../../functions/supervision/reports/monthly.ts';
import { spanOf } from '../../functions/supervision/reports/period.ts';
import type { CaseHead } from '../../schemas/case.ts';
import {
  caseIdOf,
  clock,
  eventChange,
  headChange,
  headOf,
  lakeForTests,
  resultOf,
  termChange,
  termOf,
} from './lake-for-tests.ts';

const lake = await lakeForTests();
const sql = lake.engine();
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

const township = '649900101';
const [first, second, third, other] = [caseIdOf(1), caseIdOf(2), caseIdOf(3), caseIdOf(1, '649900102')];
const token = (n: number): string => `t_${String(n).padStart(32, '0')}`;
const member = (n: number, birthOn: string, more: object = {}) => ({
  person: token(n),
  relation: n % 10 === 1 ? '01' : '10',
  birthOn,
  sex: n % 10 === 1 ? '1' : '2',
  hukou: { countyCode: '649900' },
  labourAbility: '1',
  income: [],
  ...more,
});
const household = (...members: object[]) => ({
  townshipCode: township,
  villageCode: `${township}201`,
  urbanRural: 'urban',
  members,
  property: [],
});

const at = (on: string, hour = '02'): string => `${on}T${hour}:00:00.000Z`;
const submitted = (caseId: string, on: string, of: object) =>
  eventChange({ caseId, seq: 1, type: 'application-submitted', at: at(on), data: { household: of } });
const accepted = (caseId: string, on: string) =>
  eventChange({ caseId, seq: 2, type: 'application-accepted', at: at(on), data: { on } });
const decided = (caseId: string, on: string, data: object) =>
  eventChange({ caseId, seq: 3, type: 'case-decided', at: at(on), data: { on, delegationId: 'dlg-1', ...data } });
const decision = (on: string, amountFen: number, firstMonth: string): CaseHead['decision'] => ({
  result: 'confirmed',
  on,
  by: 'p-td-1',
  amountFen,
  firstMonth,
  lawPack: 'RP-2026B',
  calendar: 'cn-2026',
});
const opinion = {
  result: 'confirm',
  amountFen: 66_000,
  class: 'B',
  on: '2026-08-20',
  by: 'p-tr-1',
  repost: false,
} as const;

const record = (changes: Parameters<typeof recordChanges>[0]) =>
  recordChanges(changes, { objects: lake.objects, clock });

const confirm = (caseId: string, days: { on: string; firstMonth: string; dueOn?: string }, amountFen: number) => [
  decided(caseId, days.on, { result: 'confirmed', amountFen, firstMonth: days.firstMonth }),
  headChange(
    headOf(caseId, {
      status: 'confirmed',
      acceptedOn: '2026-08-03',
      dueOn: days.dueOn ?? '2026-08-31',
      opinion: { ...opinion, standardFen: 72_000 },
      decision: decision(days.on, amountFen, days.firstMonth),
    }),
    3,
  ),
];

async function measures(period: string) {
  const query = queryNamed('report-measures');
  if (!query) throw new Error('no such query');
  const { fromOn, toOn } = spanOf(period);
  const runId = await sql.start({ sql: query.sql, values: ['649900', fromOn, toOn], counties: ['649900'] });
  const run = await resultOf(sql, runId);
  if (run.state !== 'succeeded') throw new Error(run.reason);
  return measuredOf(run);
}
const august = () => measures('2026-08').then(monthlyReport);
const totalOf = async (period: string, id: string) =>
  monthlyReport(await measures(period)).totals?.find((one) => one.id === id)?.value;

const couple = household(
  member(1, '1950-05-05'),
  member(2, '1990-01-01', { disability: { category: '4', level: '1' } }),
);

beforeAll(async () => {
  await record([
    submitted(first, '2026-08-03', couple),
    headChange(headOf(first), 1),
    accepted(first, '2026-08-03'),
    headChange(headOf(first, { status: 'accepted', acceptedOn: '2026-08-03', dueOn: '2026-08-31' }), 2),
    ...confirm(first, { on: '2026-08-24', firstMonth: '2026-09' }, 66_000),
    submitted(second, '2026-08-03', household(member(11, '2012-05-05'))),
    accepted(second, '2026-08-03'),
    headChange(headOf(second, { status: 'accepted', acceptedOn: '2026-08-03', dueOn: '2026-08-31' }), 2),
    termChange(second, termOf({ term: 'decision', fromOn: '2026-08-03', dueOn: '2026-08-28', holderPost: 'TD' }), 2),
    submitted(other, '2026-07-06', household(member(21, '1960-01-01'))),
    headChange(headOf(other), 1),
    eventChange({
      caseId: first,
      seq: 4,
      type: 'term-extended',
      at: at('2026-08-21'),
      data: { ground: 'HUKOU_SPLIT' },
    }),
  ]);
});

describe('the registers of a month', () => {
  it('count what was on record on its last day, by township, program, area and class', async () => {
    const { lines = [] } = await august();
    expect(lines.find(({ class: kind }) => kind === 'B')).toEqual({
      townshipCode: township,
      program: 'DB_URBAN',
      area: 'urban',
      class: 'B',
      figures: { applications: 1, accepted: 1, newHouseholds: 1, newPersons: 2, extensions: 1 },
      details: [{ id: 'extensions', detail: 'HUKOU_SPLIT', value: 1 }],
    });
    expect(lines.find(({ class: kind }) => kind === '')?.figures).toEqual({ applications: 1, accepted: 1, overdue: 1 });
  });

  it('put a household among those aided from its first benefit month, not from the decision (3.10, 4)', async () => {
    expect(await totalOf('2026-08', 'households')).toBe(0);
    const september = monthlyReport(await measures('2026-09'));
    const total = Object.fromEntries((september.totals ?? []).map(({ id, value }) => [id, value]));
    expect(total).toMatchObject({
      households: 1,
      persons: 2,
      monthlyFen: 66_000,
      perCapitaFen: 33_000,
      averageStandardFen: 72_000,
      elderly: 1,
      women: 1,
      severelyDisabled: 1,
      workingAge: 1,
      newHouseholds: 0,
    });
  });

  it('are the same when they are asked for again after later acts, a late entry and a redelivery', async () => {
    const before = await august();
    await record([
      ...confirm(second, { on: '2026-09-02', firstMonth: '2026-10' }, 44_000),
      // An act of August that was entered in September belongs to September, where it became known.
      eventChange({
        caseId: second,
        seq: 9,
        type: 'complaint-recorded',
        at: at('2026-09-03'),
        data: { on: '2026-08-30' },
      }),
      submitted(third, '2026-09-01', household(member(31, '1970-01-01'))),
      headChange(headOf(third), 1),
      accepted(first, '2026-08-03'),
    ]);
    expect(await august()).toEqual(before);
    expect(await totalOf('2026-09', 'complaints')).toBe(1);
    expect(await totalOf('2026-09', 'newHouseholds')).toBe(1);
  });

  it('end at midnight in Beijing', async () => {
    const late = caseIdOf(7);
    await record([submitted(late, '2026-10-31', household(member(41, '1970-01-01')))]);
    const nearly = { caseId: caseIdOf(8), seq: 1, type: 'application-submitted', data: {} };
    await record([
      eventChange({ ...nearly, at: '2026-10-31T15:59:59.000Z' }),
      eventChange({ ...nearly, caseId: caseIdOf(9), at: '2026-10-31T16:00:00.000Z' }),
    ]);
    expect(await totalOf('2026-10', 'applications')).toBe(2);
    expect(await totalOf('2026-11', 'applications')).toBe(1);
  });

  it('say why a figure has no source rather than show 0', async () => {
    const { totals = [] } = await august();
    expect(totals.filter(({ value }) => value === null).every(({ why }) => why)).toBe(true);
    expect(totals.find(({ id }) => id === 'dataErrors')?.value).toBeNull();
  });

  it('know nothing of another county', async () => {
    const query = queryNamed('report-measures');
    const run = await resultOf(
      sql,
      await sql.start({ sql: query?.sql ?? '', values: ['649900', '2026-08-01', '2026-08-31'], counties: ['640121'] }),
    );
    expect(run.rows).toEqual([]);
  });
});

describe('the figures of the look-back', () => {
  it('come from the same measures over the year, and add up to those of its months', async () => {
    const rows = await measures('2026');
    const chapters = lookBack({ rows, toOn: '2026-12-31', delegations: [] });
    const value = (chapter: number, id: string) => chapters[chapter - 1]?.figures.find((one) => one.id === id)?.value;
    expect(chapters).toHaveLength(11);
    const months = ['07', '08', '09', '10', '11'];
    const sums = await Promise.all(months.map((month) => totalOf(`2026-${month}`, 'applications')));
    expect(value(2, 'application-submitted')).toBe(sums.reduce<number>((sum, one) => sum + (one ?? 0), 0));
    expect(value(2, 'case-decided.confirmed')).toBe(2);
    expect(value(3, 'onTime')).toBe(500);
  });
});
