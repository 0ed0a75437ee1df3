import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DrawEvent, type DrawState, foldDraw } from '../../functions/core/draw-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import type { AskedRun, Facts } from '../../functions/core/facts.ts';
import { perform } from '../../functions/core/perform.ts';
import { eventKey, eventPartition } from '../../functions/shell/keys.ts';
import { loggedSubject } from '../../functions/shell/ledger/logged-subject.ts';
import type { CaseStore } from '../../functions/shell/ports.ts';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { confirmationsIn, strataOf } from '../../functions/supervision/confirmations-for-draw.ts';
import { casesOf, frameRootOf } from '../../functions/supervision/draw/frame.ts';
import { queryNamed, valuesFor } from '../../functions/supervision/queries/query-catalogue.ts';
import { seedDraw } from '../../functions/supervision/seed-draw.ts';
import type { DrawStratum } from '../../schemas/draw.ts';
import type { Frozen } from '../../verify/draw-frame.ts';
import { run } from '../../verify/main.ts';
import { ask, change, clock, lakeForTests } from '../lake/lake-for-tests.ts';
import {
  type DrawnCounty,
  drawnCounty,
  drawOf,
  honestStrata,
  PUBLISHED,
  type Steering,
  steered,
  verifyDraw,
} from './drawn-county.ts';
import { drawnCase, frozenOf, stratumOf } from './drawn-frame.ts';
import { COUNTY } from './ledger-for-tests.ts';
import { edit, inFolder } from './sealed-county.ts';

const [town, other] = honestStrata as [DrawStratum, DrawStratum];
const [mine, foreign] = [drawnCase('649900101', 2), drawnCase('649900101', 77)];
const honestRoot = frameRootOf(casesOf(honestStrata));

/** The frame with other strata, and its root made anew where the operator thinks of it. */
const framed =
  (strata: readonly DrawStratum[], root = frameRootOf(casesOf(strata))) =>
  (frozen: Frozen): Frozen => ({ ...frozen, strata: [...strata], frameRoot: root });
const withRows = (rows: DrawStratum['rows']): readonly DrawStratum[] => [{ ...town, rows }, other];
/** The root over the rows as they stand, turned around and not sorted. */
const turned = casesOf(honestStrata).map((row, i, all) => ({ ...row, caseId: all.at(-1 - i)?.caseId ?? '' }));

const officer = { personId: 'cc-1', post: 'CC', orgCode: COUNTY, clientId: 'demo-portal' } as const;
const colleague = { ...officer, personId: 'cc-2' };
const honestRates = frozenOf(honestStrata).rates;

const eventsOf = async (store: CaseStore, kind: 'case' | 'draw', id: string): Promise<readonly Event[]> =>
  (await store.partition(eventPartition(kind, id), { limit: 100 })).items.map(({ record }) => record as Event);

/** The query that a frame is taken from, over a lake into which the recorder wrote some events. */
async function runOver(events: readonly Event[]): Promise<AskedRun> {
  const lake = await lakeForTests();
  const sql = lake.engine();
  const changes = events.map((event) =>
    change('INSERT', eventKey('case', event.subjectId, event.seq), { record: event, version: event.seq }),
  );
  await recordChanges(changes, { objects: lake.objects, clock });
  const query = queryNamed('confirmations-for-draw');
  if (!query) throw new Error('no such query');
  const params = { county: COUNTY, from_on: '2026-07-01', to_on: '2026-07-31' };
  const found = await ask(sql, query.sql, { values: valuesFor(query, params), counties: [COUNTY] });
  await sql.close();
  await lake.remove();
  const { columns = [], rows = [], total = 0, state } = found;
  const asked = { by: 'cc-1', at: '2026-08-01T01:00:00.000Z', params, purpose: '七月抽查' };
  const view = {
    runId: 'run-1',
    query: query.id,
    state,
    total,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
  };
  return { counties: [COUNTY], asked, view };
}

/** Frames that are steered, each as a draw of its own: what the operator does, and what the verifier says of it. */
const frames: readonly { readonly name: string; readonly steering: Steering; readonly found?: RegExp }[] = [
  {
    name: 'the frame in another order: of no matter',
    steering: { frozen: framed([other, { ...town, rows: [...town.rows].reverse() }]) },
  },
  {
    name: 'the root taken over rows in another order',
    steering: { frozen: framed(honestStrata, frameRootOf(turned)) },
    found: /#1 frameRoot: the rows of the frame make the root [0-9a-f]{64}$/,
  },
  {
    name: 'one score changed after the root was committed, the log made and signed anew',
    steering: { frozen: framed(withRows(town.rows.map((row) => (row[0] === mine ? [mine, 9, 0] : row))), honestRoot) },
    found: /#1 frameRoot: the rows of the frame make the root [0-9a-f]{64}$/,
  },
  {
    name: 'a case left out',
    steering: { frozen: framed(withRows(town.rows.filter(([caseId]) => caseId !== mine))) },
    found: new RegExp(`#1 ${mine}: was confirmed that month and is left out$`),
  },
  {
    name: 'a case put in',
    steering: { frozen: framed(withRows([...town.rows, [foreign, 0, 0]])) },
    found: new RegExp(`#1 ${foreign}: was not confirmed that month$`),
  },
  {
    name: 'cases put into another stratum',
    steering: { frozen: framed([town, { ...other, class: 'A' }]) },
    found: /#1 649900102-DB-2026-\d+: belongs to the stratum 649900102\/DB_RURAL\/$/,
  },
  {
    name: 'fewer drawn than the rate gives',
    steering: { frozen: framed([{ ...town, n: 1 }, other]) },
    found: /#1 649900101\/DB_RURAL\/: draws 1, not the 3 that the rate gives$/,
  },
  {
    name: 'a mandatory check left to chance',
    steering: { frozen: framed([stratumOf('649900101', { count: 10 }), other]) },
    found: /#1 649900101-DB-2026-000001: is checked for certain, or is not, against the log$/,
  },
];

/** Seeds that are ground or made up. */
const seeds: typeof frames = [
  {
    name: 'a later cosigned checkpoint of the day',
    steering: { checkpoint: 'second' },
    found: /#3 checkpoint: cosigned\/\d{12} was cosigned before it that day$/,
  },
  {
    name: 'the value of another round under the number that was committed',
    steering: { entered: (data) => ({ ...data, value: '1234567' }) },
    found: new RegExp(`#3 value: lottery/qxc-26089 was published as ${PUBLISHED}$`),
  },
  {
    name: 'a round that was known before the checkpoint was',
    steering: { frozen: (frozen) => ({ ...frozen, beacon: { ...frozen.beacon, on: '2026-08-04' } }) },
    found: /#1 beacon: the round is not after the day of the seed$/,
  },
  {
    name: 'a seed of no origin',
    steering: { seeded: (data) => ({ ...data, seed: '0'.repeat(64) }) },
    found: /#3 seed: its parts make the seed [0-9a-f]{64}$/,
  },
  {
    name: 'a drawn case exchanged for another',
    steering: {
      seeded: ({ drawn, ...data }) => {
        const spare = casesOf(honestStrata).find(({ caseId, pi }) => pi === 0 && !drawn.random.includes(caseId));
        return { ...data, drawn: { ...drawn, random: [...drawn.random.slice(1), spare?.caseId ?? ''].sort() } };
      },
    },
    found: /#3 drawn\.random 649900\d{3}-DB-2026-\d{6}: was drawn and is left out$/,
  },
  { name: 'drawn a second time', steering: { after: 'seeded-again' }, found: /#4: comes after the draw$/ },
  {
    name: 'given up where it could be drawn, for another try',
    steering: { instead: 'void' },
    found: /#2: could have been drawn with cosigned\/\d{12}$/,
  },
  {
    name: 'both hands of one person',
    steering: { entered: (data) => ({ ...data, by: 'cc-2' }) },
    found: /#3 value: was not entered by two persons alike$/,
  },
  {
    name: 'the hand of one who decided',
    steering: { entered: (data) => ({ ...data, by: 't1-td' }) },
    found: /#3 value: is by somebody who decided$/,
  },
];

describe('A draw', () => {
  let county: DrawnCounty;
  beforeAll(async () => {
    county = await drawnCounty();
  });
  afterAll(() => county.stop());

  it('is intact, and anybody can repeat it from a mirror, two keys and the published value', async () => {
    expect(await verifyDraw(county)).toMatchObject({ code: 0, text: expect.stringContaining('draws: 1') });
  });

  it('is what the steps make of the lake and of the log, with nothing entered by hand but the published value', async () => {
    const { store } = county;
    const drawn = (await eventsOf(store, 'draw', drawOf(1))) as DrawEvent[];
    const [frozen, entered, seeded] = drawn;
    const ids = casesOf(honestStrata).map(({ caseId }) => caseId);
    const decisions = (await Promise.all(ids.map((id) => eventsOf(store, 'case', id)))).flat();
    const run = await runOver(decisions);
    expect(strataOf(confirmationsIn({ actor: officer, run } as Facts, '2026-07'), honestRates)).toEqual(honestStrata);
    const ref = { kind: 'draw', id: drawOf(1) } as const;
    const state = [frozen, entered].reduce<DrawState | undefined>(
      (at, one) => foldDraw(at, one as DrawEvent),
      undefined,
    );
    const { event } = perform(seedDraw, {
      facts: {
        ...{ actor: colleague, params: { drawId: ref.id }, people: {}, attachments: {}, names: {} },
        subjects: { [`draw:${ref.id}`]: state as DrawState },
        logged: await loggedSubject(store, ref),
      },
      input: { value: PUBLISHED },
      now: '2026-08-06T02:00:00.000Z',
    });
    expect(event).toEqual({ type: 'draw-seeded', data: seeded?.data });
  });

  it('is not proved without the key of its witness, or without what the lottery drew', async () => {
    const { code, text } = await run(['draw', county.folder, '--key', county.key]);
    expect(code).toBe(2);
    expect(text).toContain('needs the keys of 1 witnesses');
    expect(text).toContain('--beacon lottery/qxc-26089=<value>');
  });

  it('23 · one score changed in the files after the freeze', async () => {
    await inFolder(async (dir) => {
      const copy = join(dir, 'ledger');
      await cp(county.folder, copy, { recursive: true });
      const bundles = join(copy, 'tile/entries/000.p');
      for (const name of await readdir(bundles))
        await edit(join(bundles, name), (bytes) =>
          Buffer.from(bytes.toString('latin1').replaceAll(`"${mine}",0,0`, `"${mine}",9,0`), 'latin1'),
        );
      const { code, text } = await run(['draw', copy, '--key', county.key]);
      expect(code).toBe(1);
      expect(text).toContain(`draw:${drawOf(1)}#1 frameRoot`);
      expect(text).toMatch(/\[tampered\] index \d+\n/);
    });
  });

  it('23 · the seed ground: other last events of the day, until the log is not the one its witness saw', async () => {
    const ground = await drawnCounty([{}], '2026-08-02');
    await inFolder(async (dir) => {
      const kept = join(dir, 'kept');
      await writeFile(kept, county.first.note);
      const { code, text } = await verifyDraw(ground, [kept]);
      expect(code).toBe(1);
      expect(text).toContain(`[tampered] ${kept}`);
    });
    await ground.stop();
  });
});

describe.each([
  ['frame', frames],
  ['seed', seeds],
] as const)('Attack 23: a %s that is steered, and all of the log signed anew', (_what, attacks) => {
  let report: Awaited<ReturnType<typeof steered>>;
  beforeAll(async () => {
    report = await steered(attacks.map(({ steering }) => steering));
  });

  it.each(attacks.map(({ name, found }, i) => ({ name, found, no: i + 1 })))('23 · $name', ({ found, no }) => {
    expect(report.code).toBe(1);
    const said = report.of(no).filter((one) => !one.endsWith('follows a draw that was not given up'));
    if (found) expect(said.filter((one) => one.startsWith('[tampered]') && found.test(one))).not.toEqual([]);
    else expect(said).toEqual([]);
    expect(report.of(no).length - said.length).toBe(no === 1 || (no === 8 && attacks === seeds) ? 0 : 1);
  });
});
