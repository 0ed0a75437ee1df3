import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../../functions/core/facts.ts';
import { authorise, perform } from '../../functions/core/perform.ts';
import { problems } from '../../functions/core/problem-catalogue.ts';
import { makeReport } from '../../functions/supervision/make-report.ts';
import { printReport } from '../../functions/supervision/print-report.ts';
import { readReport } from '../../functions/supervision/read-report.ts';
import type { Actor } from '../../schemas/actor.ts';
import { ReportRequest } from '../../schemas/report.ts';
import { actor, demonstrationWorld } from '../world.ts';

const world = demonstrationWorld();
const county = world.states.get('county:649900') as Facts['county'];
const official = actor('CC', 'c1');
const key = 'ab'.repeat(32);
const asked = { kind: 'monthly', county: '649900', period: '2026-08', purpose: '八月月报' };

const facts = (of: Actor, more: Partial<Facts> = {}): Facts => ({
  actor: of,
  params: { requestKey: key },
  people: {},
  attachments: {},
  subjects: {},
  names: {},
  county,
  ...more,
});
const make = (input: unknown, now = '2026-09-01T03:00:00.000Z', of = official) =>
  perform(makeReport, { facts: facts(of), input: ReportRequest.parse(input), now });
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

const columns = ['township_code', 'program', 'area', 'case_class', 'measure', 'detail', 'value', 'fen'];
const rows = [
  ['649900101', 'DB_URBAN', 'urban', 'B', 'households', '', 3, 180_000],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'persons', '', 7, 0],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'case-decided', 'confirmed', 6, 400_000],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'decidedInTime', '', 5, 0],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'decidedLate', '', 1, 0],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'decidedAfter', '2026-09-14/2026-10-16', 5, 0],
  ['649900101', 'DB_URBAN', 'urban', 'B', 'decidedAfter', '2026-09-14/2026-10-19', 1, 0],
  ['649900102', 'DB_RURAL', 'rural', '', 'application-submitted', '', 9, 0],
];
const read = (reportId: string, of = official, more: Partial<Facts> = {}) => {
  const run = {
    counties: ['649900'],
    view: { runId: reportId, query: 'report-measures', state: 'succeeded' as const, columns, rows },
  };
  const delegations = Object.values(county?.parts.delegations ?? {});
  const list = { records: delegations.map((record) => ({ sk: record.delegationId, record })) };
  const on = facts(of, { run, list, params: { reportId }, ...more });
  return { on, reply: () => perform(readReport, { facts: on, input: {}, now: '2027-01-04T03:00:00.000Z' }).reply };
};
const monthly = 'report-649900-2026-08-abababababab';
const yearly = 'report-649900-2026-abababababab';

describe('supervision.make-report', () => {
  it('asks for the days of the month, under a number that names county and period, with its purpose', () => {
    const { effect, reply } = make(asked);
    expect(effect).toMatchObject({
      kind: 'start-query',
      runId: monthly,
      values: ['649900', '2026-08-01', '2026-08-31'],
      counties: ['649900'],
      purpose: '八月月报',
    });
    expect(reply).toEqual({
      reportId: monthly,
      kind: 'monthly',
      county: '649900',
      period: '2026-08',
      state: 'running',
    });
    const year = make({ ...asked, kind: 'look-back', period: '2026' }, '2027-01-04T03:00:00.000Z');
    expect(year.effect).toMatchObject({ values: ['649900', '2026-01-01', '2026-12-31'] });
  });

  it('waits until the period is over, and an hour for its last acts to be recorded', () => {
    expect(codeOf(() => make(asked, '2026-08-31T15:59:59.000Z'))).toBe('period-not-over');
    expect(codeOf(() => make(asked, '2026-08-31T16:59:59.000Z'))).toBe('period-not-over');
    expect(make(asked, '2026-08-31T17:00:00.000Z').reply.state).toBe('running');
  });

  it('takes a month for the registers, a year for the look-back, and the caller’s own division', () => {
    expect(codeOf(() => make({ ...asked, period: '2025' }))).toBe('period-not-of-report');
    expect(codeOf(() => make({ ...asked, kind: 'look-back' }))).toBe('period-not-of-report');
    expect(codeOf(() => make({ ...asked, county: '640121' }))).toBe('division-not-yours');
    expect(make(asked, undefined, actor('TC', 't1-tc')).reply.state).toBe('running');
    expect(codeOf(() => authorise('make-report', actor('VC', 't1-vc')))).toBe('post-not-permitted');
    expect(codeOf(() => authorise('print-report', actor('TC', 't1-tc')))).toBe('post-not-permitted');
  });
});

describe('supervision.read-report', () => {
  it('shows a county its lines and totals, a township its own lines only', () => {
    const all = read(monthly).reply();
    expect(all.asOf).toBe('2026-08-31');
    expect(all.lines?.map(({ townshipCode }) => townshipCode)).toEqual(['649900101', '649900102']);
    expect(all.totals?.find(({ id }) => id === 'perCapitaFen')?.value).toBe(25_714);
    const own = read(monthly, actor('TC', 't2-tc')).reply();
    expect(own.lines?.map(({ townshipCode }) => townshipCode)).toEqual(['649900102']);
    expect(own).not.toHaveProperty('totals');
  });

  it('leaves counts below five, and the amounts of fewer than five households, out for those above the county', () => {
    const seen = read(monthly, actor('PROV', 'p1', '640000')).reply();
    expect(seen.lines?.[0]?.figures).toMatchObject({
      households: null,
      monthlyFen: null,
      persons: 7,
      newHouseholds: 6,
    });
    expect(read(monthly).reply().lines?.[0]?.figures).toMatchObject({ households: 3, monthlyFen: 180_000 });
  });

  it('does not exist for another county, nor under a number that is none', () => {
    const other = { ...official, orgCode: '640121' };
    expect(codeOf(read(monthly, other).reply)).toBe('report-not-found');
    expect(codeOf(read('run-649900-1').reply)).toBe('report-not-found');
    expect(codeOf(read(monthly, official, { run: undefined }).reply)).toBe('report-not-found');
  });

  it('writes the look-back in eleven chapters, with what has no source as 无数据', () => {
    const { chapters = [] } = read(yearly).reply();
    expect(chapters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const figure = (id: string) => chapters.flatMap(({ figures }) => figures).find((one) => one.id === id);
    // 5 of 6 decided in time: 83.3 %; the median from 14 September over National Day is the twenty days of G01 to 16 October.
    expect(figure('onTime')?.value).toBe(833);
    expect(figure('medianDays')?.value).toBe(20);
    expect(figure('case-decided.confirmed')?.value).toBe(6);
    expect(figure('application-refused')?.value).toBe(0);
    expect(figure('paid')).toMatchObject({ value: null, why: expect.stringMatching(/./) });
    expect(chapters[0]?.lines.join('')).toContain('演政发〔2025〕1号');
  });
});

describe('supervision.print-report', () => {
  it('prints the chapters with their figures in words, and says 无数据', () => {
    const { on } = read(yearly);
    const { effect, reply } = perform(printReport, { facts: on, input: {}, now: '2027-01-04T03:00:00.000Z' });
    expect(reply.title).toBe('关于2026年社会救助审核确认权限下放工作“回头看”情况的报告');
    const text = effect?.kind === 'print-paper' ? effect.sheet.paragraphs.join('\n') : '';
    expect(text).toContain('三、办理时限\n按期办结率：83.3%；办理用时中位数：20个工作日');
    expect(text).toContain('已发放金额：无数据');
    expect(text).toContain('十一、意见建议和下一年计划\n由编制单位填写。');
  });

  it('waits for the report to be made up', () => {
    const run = { counties: ['649900'], view: { runId: yearly, query: 'report-measures', state: 'running' as const } };
    const { on } = read(yearly, official, { run });
    expect(codeOf(() => perform(printReport, { facts: on, input: {}, now: '2027-01-04T03:00:00.000Z' }))).toBe(
      'report-not-ready',
    );
  });
});

describe('the figures of the reports', () => {
  const folder = fileURLToPath(new URL('../../functions/supervision/reports', import.meta.url));
  const schemas = fileURLToPath(new URL('../../schemas', import.meta.url));
  const textsOf = (path: string): string =>
    readdirSync(path)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join('\n');
  const namesIn = (text: string, shape: RegExp): readonly string[] =>
    [...text.matchAll(shape)].map(([, name = '']) => name);
  const happens = new Set(namesIn(textsOf(schemas), /(?:event|literal)\(\s*'([a-z]+(?:-[a-z]+)+)'/g));
  const results = ['not-confirmed', 'look-back', 'working-days', 'fade-out'];

  it('count only events that can happen and refusals that can be given', () => {
    const named = namesIn(textsOf(folder), /'([a-z]+(?:-[a-z]+)+)'/g);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !happens.has(name) && !(name in problems) && !results.includes(name))).toEqual([]);
  });
});
