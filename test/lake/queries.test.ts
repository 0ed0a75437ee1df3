import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { queryNamed, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import { generatedFile, generatedQueries, generatedTexts, generatedTextsFile } from '../../infra/generate-queries.ts';
import { ask, caseIdOf, clock, eventChange, lakeForTests, termChange, termOf } from './lake-for-tests.ts';

const lake = await lakeForTests();
const sql = lake.engine();
afterAll(async () => {
  await sql.close();
  await lake.remove();
});

const run = (id: string, params: Readonly<Record<string, string>>, counties = ['649900']) => {
  const query = queryNamed(id);
  if (!query) throw new Error(`no query ${id}`);
  return ask(sql, query.sql, { values: valuesFor(query, query.params.parse(params)), counties });
};

const [one, two, three, elsewhere] = [caseIdOf(1), caseIdOf(2), caseIdOf(1, '649900102'), caseIdOf(1, '640121100')];
const second = '649900102';
const survey = { term: 'survey', fromOn: '2026-10-08', dueOn: '2026-10-14' } as const;
const decision = { term: 'decision', fromOn: '2026-09-01', dueOn: '2026-09-29', holderPost: 'TD' } as const;
const ended = (endedOn: string) => ({ endedOn, endedAt: `${endedOn}T03:00:00.000Z` });

await recordChanges(
  [
    // Township 101: a survey in time on its last day, one late by a day, one still running.
    termChange(one, termOf({ ...survey, ...ended('2026-10-14') }), 5),
    termChange(two, termOf({ ...survey, ...ended('2026-10-15') }), 5),
    termChange(caseIdOf(3), termOf({ ...survey, fromOn: '2026-10-20', dueOn: '2026-10-31' }), 2),
    // Overdue since before the window; one that was extended beyond it and reaches into a year without a notice.
    termChange(one, termOf(decision), 5),
    termChange(two, termOf({ ...decision, extendedTo: '2027-01-05', provisional: true }), 6),
    // Done after the window: as of the window's last day it was overdue. Delivered twice, in two versions.
    termChange(three, termOf({ ...survey, holderOrg: second }), 4),
    termChange(three, termOf({ ...survey, ...ended('2026-11-02'), holderOrg: second }), 7),
    // The county's own term of a case of that township.
    termChange(
      three,
      termOf({ ...survey, term: 'county-survey', holderOrg: '649900', holderPost: 'CC', countyHeld: true }),
      4,
    ),
    // Ended before the window, begun after it, and another county's: none of them counts.
    termChange(caseIdOf(4), termOf({ ...decision, ...ended('2026-09-20') }), 5),
    termChange(caseIdOf(5), termOf({ ...survey, fromOn: '2026-11-02', dueOn: '2026-11-09' }), 5),
    termChange(elsewhere, termOf({ ...survey, holderOrg: '640121100' }), 5),
  ],
  { objects: lake.objects, clock },
);
const act = (seq: number, type: string, step: string, at: string, post = 'TC') =>
  eventChange({
    caseId: one,
    seq,
    type,
    at,
    step,
    actor: { personId: `p-${post.toLowerCase()}-1`, post, orgCode: '649900101', clientId: 'demo-portal' },
  });
const timeline = [
  act(3, 'household-visited', 'review.record-visit', '2026-10-14T03:00:00.000Z', 'TS'),
  act(1, 'application-submitted', 'intake.submit-application', '2026-10-08T00:30:00.000Z'),
  act(2, 'application-accepted', 'intake.accept-application', '2026-10-08T01:00:00.000Z'),
];
const raised = { alertId: 'a-1', caseId: one, townshipCode: '649900101', level: 'due', term: 'survey' };
const alert = eventChange({
  caseId: one,
  seq: 1,
  type: 'alert-raised',
  at: '2026-10-14T00:30:00.000Z',
  data: { alert: raised },
  subjectKind: 'alert',
  subjectId: 'a-1',
});
await recordChanges([...timeline, alert, ...timeline], { objects: lake.objects, clock });

describe('overdue-by-township', () => {
  it('counts each living term once, by township and term, and sets the county’s own apart', async () => {
    const { columns, rows } = await run('overdue-by-township', {
      county: '649900',
      from_on: '2026-10-01',
      to_on: '2026-10-31',
    });
    expect(columns).toEqual([
      'township_code',
      'held_by',
      'term',
      'running',
      'ended_in_time',
      'ended_late',
      'overdue_now',
      'provisional',
      'total',
    ]);
    expect(rows).toEqual([
      ['649900101', 'township', 'decision', 1, 0, 0, 1, 1, 2],
      ['649900101', 'township', 'survey', 1, 1, 1, 0, 0, 3],
      ['649900102', 'township', 'survey', 0, 0, 0, 1, 0, 1],
      ['649900102', 'county', 'county-survey', 0, 0, 0, 1, 0, 1],
    ]);
  });

  it('judges a last day that is the day asked about as running, the day after as overdue', async () => {
    const at = async (toOn: string) =>
      (await run('overdue-by-township', { county: '649900', from_on: '2026-10-08', to_on: toOn })).rows?.find(
        ([township, , term]) => township === second && term === 'survey',
      );
    expect(await at('2026-10-14')).toEqual([second, 'township', 'survey', 1, 0, 0, 0, 0, 1]);
    expect(await at('2026-10-15')).toEqual([second, 'township', 'survey', 0, 0, 0, 1, 0, 1]);
    expect(await at('2026-11-02')).toEqual([second, 'township', 'survey', 0, 0, 1, 0, 0, 1]);
  });

  it('answers nothing about a county the run was not given', async () => {
    const params = { county: '640121', from_on: '2026-10-01', to_on: '2026-10-31' };
    expect((await run('overdue-by-township', params)).rows).toEqual([]);
    expect((await run('overdue-by-township', params, ['640121'])).rows).toHaveLength(1);
  });
});

describe('case-timeline', () => {
  it('lists the acts of one case in order, each once, with step, post, person and time', async () => {
    const { rows } = await run('case-timeline', { case_id: one });
    const [at, submitted] = ['2026-10-08T01:00:00.000Z', '2026-10-08T00:30:00.000Z'];
    const visited = '2026-10-14T03:00:00.000Z';
    const more = ['RP-2026B', 'dlg-1'];
    expect(rows).toEqual([
      [
        1,
        'application-submitted',
        'intake.submit-application',
        'p-tc-1',
        'TC',
        'demo-portal',
        submitted,
        submitted,
        ...more,
      ],
      [2, 'application-accepted', 'intake.accept-application', 'p-tc-1', 'TC', 'demo-portal', at, at, ...more],
      [3, 'household-visited', 'review.record-visit', 'p-ts-1', 'TS', 'demo-portal', visited, visited, ...more],
    ]);
  });

  it('finds no case of a county the run was not given', async () => {
    expect((await run('case-timeline', { case_id: one }, ['640121'])).rows).toEqual([]);
  });
});

describe('the named queries', () => {
  it('stand in the generated files as the .sql files say', async () => {
    expect(await readFile(generatedFile, 'utf8')).toBe(await generatedQueries());
    expect(await readFile(generatedTextsFile, 'utf8')).toBe(await generatedTexts());
  });

  it('refuse parameters they do not know, miss or cannot read', () => {
    const query = queryNamed('overdue-by-township');
    const good = { county: '649900', from_on: '2026-10-01', to_on: '2026-10-31' };
    const accepts = (params: unknown) => query?.params.safeParse(params).success;
    expect(accepts(good)).toBe(true);
    const { county, ...missing } = good;
    for (const bad of [
      missing,
      { ...good, more: '1' },
      { ...good, county: "' OR 1=1" },
      { ...good, to_on: '2026-02-30' },
    ])
      expect([bad, accepts(bad)]).toEqual([bad, false]);
    expect(county).toBe('649900');
  });
});
