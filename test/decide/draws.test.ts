import { describe, expect, it } from '@jest/globals';
import type { AskedRun, LoggedSubject } from '../../functions/core/facts.ts';
import { fold } from '../../functions/core/fold.ts';
import { steps } from '../../functions/steps.ts';
import { isPublished } from '../../functions/supervision/draw/beacon.ts';
import { enterBeacon } from '../../functions/supervision/enter-beacon.ts';
import { freezeDraw } from '../../functions/supervision/freeze-draw.ts';
import { readDraw } from '../../functions/supervision/read-draw.ts';
import { seedDraw } from '../../functions/supervision/seed-draw.ts';
import { actor, demonstrationWorld, noon, type Played, play, type World } from '../world.ts';

const officer = actor('CC', 'cc-1');
const colleague = actor('CC', 'cc-2');
const beacon = { source: 'lottery', round: 'qxc-26103', on: '2026-09-03' };
const VALUE = '4815162';
const drawId = '649900-DRAW-2026-08-1';

const caseId = (serial: number, township = '649900101'): string =>
  `${township}-DB-2026-${String(serial).padStart(6, '0')}`;
/** 47 confirmations of one township and class, three of them filed as a relative's, and one of another township (G23). */
const confirmations = [
  ...Array.from({ length: 47 }, (_, i) => [caseId(i + 1), 'DB_RURAL', 'B', 't1-td', i < 3 ? 1 : 0]),
  [caseId(1, '649900102'), 'DB_RURAL', '', 't2-td', 0],
];
const asked = { county: '649900', from_on: '2026-08-01', to_on: '2026-08-31' };
const runOf = (more: Partial<AskedRun['view']> = {}, params: Record<string, string> = asked): AskedRun => {
  const rows = (more.rows ?? confirmations) as NonNullable<AskedRun['view']['rows']>;
  return {
    counties: ['649900'],
    asked: { by: 'cc-1', at: noon('2026-09-01', '09:00'), params, purpose: '八月抽查' },
    view: {
      ...{ runId: 'run-1', query: 'confirmations-for-draw', state: 'succeeded', total: rows.length },
      columns: ['case_id', 'program', 'case_class', 'decided_by', 'causes'],
      ...more,
      rows,
    },
  };
};

/** The log two days later: a checkpoint nobody cosigned, the first cosigned one of 2 September, and a later one. */
const checkpoint = (size: number, ...at: string[]): LoggedSubject['checkpoints'][number] => ({
  size,
  note: `sunlight/ledger/649900\n${size}\n${'A'.repeat(43)}=\n\n— sunlight/ledger/649900 AAAA\n`,
  cosignedAt: at.map((one) => Date.parse(one) / 1000),
});
const first = checkpoint(102, '2026-09-01T16:00:30.000Z');
const log: LoggedSubject = {
  index: 100,
  checkpoints: [checkpoint(101), first, checkpoint(110, '2026-09-02T03:00:00.000Z', '2026-09-02T03:00:01.000Z')],
};

/** The county as it is read by its steps, over the same states and events. */
const seeing = (world: World, elsewhere: NonNullable<World['elsewhere']>): World => ({ ...world, elsewhere });
interface Taken {
  readonly run?: AskedRun;
  readonly on?: string;
  readonly by?: typeof officer;
  readonly input?: object;
}
const freeze = (world: World, { run = runOf(), on = '2026-09-01', by = officer, input = {} }: Taken = {}): Played =>
  play(seeing(world, { run }), freezeDraw, {
    actor: by,
    now: noon(on),
    input: { month: '2026-08', runId: 'run-1', beacon, ...input },
  });
const enter = (world: World, { on = '2026-09-03', by = officer, value = VALUE, id = drawId } = {}): Played =>
  play(world, enterBeacon, { actor: by, now: noon(on), params: { drawId: id }, input: { value } });
const seed = (world: World, { by = colleague, value = VALUE, logged = log, id = drawId } = {}): Played =>
  play(seeing(world, { logged }), seedDraw, {
    actor: by,
    now: noon('2026-09-04'),
    params: { drawId: id },
    input: { value },
  });

const frozen = (): World => {
  const world = demonstrationWorld();
  expect(freeze(world).ok).toBe(true);
  return world;
};
const entered = (): World => {
  const world = frozen();
  expect(enter(world).ok).toBe(true);
  return world;
};

describe('the freeze of a draw', () => {
  it('puts every confirmation of the month into strata, with the numbers of G23 and at least one', () => {
    const { reply, event } = freeze(demonstrationWorld());
    expect(reply).toMatchObject({ drawId, state: 'frozen', frozenOn: '2026-09-01', cases: 48, witnesses: 1, beacon });
    expect(reply.strata).toEqual([
      { townshipCode: '649900101', program: 'DB_RURAL', class: 'B', n: 14, cases: 47, certain: 3 },
      { townshipCode: '649900102', program: 'DB_RURAL', class: '', n: 1, cases: 1, certain: 0 },
    ]);
    expect(reply.rates).toEqual([
      { program: 'DB_RURAL', num: 3, den: 10, includeMandatory: false, source: 'default:spotcheck.random.other' },
    ]);
    expect(event).toMatchObject({ subjectKind: 'draw', subjectId: drawId, type: 'draw-frozen' });
    expect(event?.data).toMatchObject({ runId: 'run-1', deciders: ['t1-td', 't2-td'], risk: 0 });
  });

  it('has the same root whatever the order of the rows', () => {
    const turned = runOf({ rows: [...confirmations].reverse() as never });
    expect(freeze(demonstrationWorld(), { run: turned }).reply.frameRoot).toBe(
      freeze(demonstrationWorld()).reply.frameRoot,
    );
  });

  it('waits for the end of the month, and comes once', () => {
    expect(freeze(demonstrationWorld(), { on: '2026-08-31' }).code).toBe('period-not-over');
    expect(freeze(frozen())).toMatchObject({ code: 'draw-exists', detail: { drawId, state: 'frozen' } });
  });

  it('takes no other run than a finished one of that query over the whole month, asked when it was over', () => {
    const reasonOf = (run: AskedRun) => freeze(demonstrationWorld(), { run });
    const unfit = (reason: string) => ({ code: 'draw-run-unfit', detail: { reason } });
    expect(reasonOf(runOf({ query: 'case-timeline' }))).toMatchObject(unfit('query'));
    expect(reasonOf(runOf({}, { ...asked, to_on: '2026-08-30' }))).toMatchObject(unfit('params'));
    expect(reasonOf(runOf({ state: 'running' }))).toMatchObject(unfit('running'));
    expect(reasonOf(runOf({ total: 99 }))).toMatchObject(unfit('succeeded'));
    const early = { ...runOf(), asked: { ...runOf().asked, at: noon('2026-08-31') } } as AskedRun;
    expect(reasonOf(early)).toMatchObject(unfit('asked-before-month-end'));
    expect(reasonOf({ ...runOf(), asked: { ...runOf().asked, text: 'SELECT 1' } } as AskedRun)).toMatchObject(
      unfit('query'),
    );
    expect(reasonOf({ ...runOf(), counties: ['640104'] }).code).toBe('run-not-found');
  });

  it('is refused where there is nothing to draw, or more than one event can hold', () => {
    expect(freeze(demonstrationWorld(), { run: runOf({ rows: [] }) }).code).toBe('draw-frame-empty');
    const rows = Array.from({ length: 1_900 }, (_, i) => [caseId(i + 1), 'DB_RURAL', 'B', 't1-td', 0]);
    expect(freeze(demonstrationWorld(), { run: runOf({ rows }) })).toMatchObject({
      code: 'draw-frame-too-large',
      detail: { cases: 1_900, most: 62_000 },
    });
    expect(freeze(demonstrationWorld(), { run: runOf({ rows: rows.slice(100) }) }).ok).toBe(true);
  });

  it('commits to a round two days to a month later, on its own day', () => {
    const on = (day: string, more: object = {}) =>
      freeze(demonstrationWorld(), { input: { beacon: { ...beacon, ...more, on: day } } });
    expect(on('2026-09-02')).toMatchObject({ code: 'beacon-day-unfit', detail: { earliestOn: '2026-09-03' } });
    expect(on('2026-10-02').ok).toBe(true);
    expect(on('2026-10-03').code).toBe('beacon-day-unfit');
    // Round 31 990 000 of quicknet falls at 17:29 of 7 September 2026 in Beijing.
    const drand = { source: 'drand-quicknet', round: '31990000' };
    expect(on('2026-09-07', drand).ok).toBe(true);
    expect(on('2026-09-08', drand).code).toBe('beacon-day-unfit');
    expect(on('2026-09-07', { ...drand, round: 'x' }).code).toBe('beacon-day-unfit');
  });
});

describe('the value of the round', () => {
  it('comes from its day on, in the form its source publishes', () => {
    expect(enter(frozen(), { on: '2026-09-02' })).toMatchObject({
      code: 'beacon-not-due',
      detail: { on: '2026-09-03' },
    });
    expect(enter(frozen(), { value: 'abcdef' }).code).toBe('beacon-value-unfit');
    expect(enter(frozen()).reply).toMatchObject({ state: 'beacon-entered', enteredBy: 'cc-1' });
  });

  it.each([
    ['drand-quicknet', 'ab'.repeat(32), 'ab'.repeat(31)],
    ['lottery', '010203040506', '12345'],
    ['dice', '12345612345612345612', '1234561234561234567'],
  ] as const)('of %s is told from another', (source, right, wrong) => {
    expect([isPublished({ source }, right), isPublished({ source }, wrong)]).toEqual([true, false]);
  });

  it('is entered anew where it was wrong, until something is drawn', () => {
    const world = entered();
    expect(seed(world, { value: '9999999' })).toMatchObject({ code: 'beacon-differs', detail: { enteredBy: 'cc-1' } });
    expect(enter(world, { value: '9999999' }).ok).toBe(true);
    expect(seed(world, { value: '9999999' }).ok).toBe(true);
    expect(enter(world).code).toBe('draw-ended');
  });
});

describe('the draw', () => {
  it('takes two persons, once, with the first cosigned checkpoint of the day after the freeze', () => {
    const world = entered();
    expect(seed(frozen()).code).toBe('beacon-missing');
    expect(seed(world, { by: officer }).code).toBe('same-person-approves');
    expect(seed(world, { logged: { checkpoints: [] } }).code).toBe('draw-not-sealed');
    const { reply, event } = seed(world);
    expect(event?.data).toMatchObject({ size: 102, checkpoint: first.note, value: VALUE });
    expect(reply.drawn.certain).toEqual([caseId(1), caseId(2), caseId(3)]);
    expect(reply.drawn.random).toHaveLength(15);
    expect(reply.drawn.random).toContain(caseId(1, '649900102'));
    expect(reply.drawn.risk).toEqual([]);
    expect(seed(world).code).toBe('draw-ended');
    expect(freeze(world).code).toBe('draw-exists');
  });

  it('does not depend on what was cosigned later, but on every part of its seed', () => {
    const seedOf = (value: string, logged = log): string => {
      const world = frozen();
      enter(world, { value });
      return seed(world, { value, logged }).reply.seed;
    };
    expect(seedOf(VALUE, { index: 100, checkpoints: [first] })).toBe(seedOf(VALUE));
    expect(seedOf('4815163')).not.toBe(seedOf(VALUE));
    const moved = checkpoint(103, '2026-09-01T16:00:30.000Z');
    expect(seedOf(VALUE, { index: 100, checkpoints: [moved] })).not.toBe(seedOf(VALUE));
  });

  it('is void where that day had no checkpoint with enough cosignatures, and only then is there another', () => {
    const world = entered();
    const late = { index: 100, checkpoints: [checkpoint(101), checkpoint(102, '2026-09-02T16:00:30.000Z')] };
    const { reply, event } = seed(world, { logged: late });
    expect(reply).toMatchObject({ state: 'void' });
    expect(event).toMatchObject({ type: 'draw-voided', data: { lastSize: 102 } });
    expect(seed(world).code).toBe('draw-ended');
    const again = { on: '2026-09-10', input: { beacon: { ...beacon, on: '2026-09-12' } } };
    expect(freeze(world, again).reply).toMatchObject({ drawId: '649900-DRAW-2026-08-2', state: 'frozen' });
    expect(freeze(world, again)).toMatchObject({ code: 'draw-exists', detail: { drawId: '649900-DRAW-2026-08-2' } });
  });

  it('is of the county alone, and of nobody who confirmed one of the cases, whatever post they hold', () => {
    const world = entered();
    for (const step of [freezeDraw, enterBeacon, seedDraw] as const)
      for (const post of ['TC', 'TD', 'VC', 'CF', 'CITY', 'PROV', 'AP'] as const)
        expect(
          play(world, step as never, { actor: actor(post, 't1-x'), now: noon('2026-09-04'), params: { drawId } }).code,
        ).toBe('post-not-permitted');
    const decider = actor('CC', 't1-td', '649900');
    expect(freeze(demonstrationWorld(), { by: decider }).code).toBe('handler-may-not-check');
    expect(enter(frozen(), { by: decider }).code).toBe('handler-may-not-check');
    expect(seed(world, { by: decider }).code).toBe('handler-may-not-check');
  });

  it('is shown to those who supervise the county, and does not exist for others', () => {
    const world = entered();
    const read = (by: ReturnType<typeof actor>, id = drawId) =>
      play(world, readDraw, { actor: by, now: noon('2026-09-04'), params: { drawId: id } });
    expect(read(actor('CITY', 'city-1')).reply).toMatchObject({ drawId, state: 'beacon-entered' });
    expect(read(actor('CC', 'cc-9', '640104')).code).toBe('draw-not-found');
    expect(read(officer, '649900-DRAW-2026-07-1').code).toBe('draw-not-found');
    expect(enter(world, { by: actor('CC', 'cc-9', '640104') }).code).toBe('draw-not-found');
  });

  it('is the fold of its events, and its acts are steps', () => {
    const world = entered();
    seed(world);
    const folded = world.events
      .filter(({ subjectKind }) => subjectKind === 'draw')
      .reduce<ReturnType<typeof fold> | undefined>(fold, undefined);
    expect(world.states.get(`draw:${drawId}`)).toEqual(folded);
    expect(steps.filter(({ route }) => route.includes('/v1/draws'))).toHaveLength(4);
  });
});
