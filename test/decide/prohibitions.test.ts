import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { actOf, type Step } from '../../functions/core/step.ts';
import { materialRules } from '../../functions/law/materials.ts';
import { powerOf } from '../../functions/law/powers.ts';
import { isUnderReview, procedure } from '../../functions/law/procedure.ts';
import { steps } from '../../functions/steps.ts';
import { type Actor, Post } from '../../schemas/actor.ts';
import { type CaseHead, CaseStatus } from '../../schemas/case.ts';
import { actor, caseIn, noon, play, type World } from '../world.ts';
import { clerk, usualActors, usualInput } from './usual-acts.ts';
import { take, type Walk, walkTo } from './walk-through.ts';

const contract = JSON.parse(readFileSync(new URL('../../schemas/generated/openapi.json', import.meta.url), 'utf8')) as {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
  };
};

/** A state of every kind the procedure has: the head of a walked case with each status, nothing else changed. */
const base = walkTo('post-publicity');
const village = actor('VC', 't1-vc');
const township = ['TC', 'TS', 'TR', 'TD'] as const;

const copyOf = ({ world, ...rest }: Walk): Walk => ({
  ...rest,
  world: {
    ...world,
    states: new Map(world.states),
    counters: new Map(world.counters),
    attachments: new Map(world.attachments),
    events: [...world.events],
    papers: new Map(world.papers),
  },
});

const withHead = (walk: Walk, more: Partial<CaseHead>, parts: Partial<CaseState['parts']> = {}): Walk => {
  const copy = copyOf(walk);
  const state = caseIn(copy.world, copy.caseId);
  copy.world.states.set(`case:${copy.caseId}`, {
    ...state,
    head: { ...state.head, ...more },
    parts: { ...state.parts, ...parts },
  } as CaseState);
  return copy;
};

const inEveryStatus = (): readonly [CaseStatus, Walk][] =>
  CaseStatus.options.map((status) => [status, withHead(base, { status })]);

/** One try of a step, in a world of its own: the event types it left. */
const tried = (
  walk: Walk,
  step: Step,
  by: Actor,
  on = '2026-08-25',
): { readonly code?: string | undefined; readonly events: readonly string[] } => {
  const { world, caseId } = copyOf(walk);
  const params = step.route.includes('{caseId}') ? { caseId } : {};
  const before = world.events.length;
  const { code } = play(world, step, {
    actor: by,
    now: noon(on),
    params,
    input: usualInput(actOf(step), { ...walk, world }, on),
  });
  return { code, events: world.events.slice(before).map(({ type }) => type) };
};

/** Events by which a person is refused, reviewed, decided on or cut off. */
const deciding = [
  'application-refused',
  'application-lapsed',
  'application-accepted',
  'materials-requested',
  'opinion-given',
  'case-decided',
  'procedure-terminated',
  'adjustment-decided',
  'confirmation-revoked',
];

describe('every prohibition, over the table of posts, acts and states', () => {
  it('P01: no act of a village committee, in any state, refuses, reviews or decides', () => {
    const wrong = inEveryStatus().flatMap(([status, walk]) =>
      steps.flatMap((step) => {
        const { events } = tried(walk, step, village);
        return events.some((type) => deciding.includes(type)) ? [`${step.id} in ${status}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
    const ends = [
      'accepted',
      'refused',
      'lapsed',
      'reviewed',
      'confirmed',
      'not-confirmed',
      'terminated',
      'ended',
      'revoked',
    ];
    const led = procedure.filter(({ from, to }) => to.some((one) => ends.includes(one) && !from.includes(one)));
    const open = led.filter(({ act }) => powerOf(act).posts.includes('VC'));
    expect(open.map(({ act }) => act)).toEqual([]);
  });

  it('P02: nothing confirms while any of acceptance, consents, verification, survey, opinion or publicity is missing', () => {
    const absent: readonly Partial<CaseHead>[] = [
      { acceptedOn: undefined },
      { consentsComplete: false },
      { verification: undefined },
      { surveyedOn: undefined },
      { opinion: undefined },
      { publicity: undefined },
    ];
    const wrong: string[] = [];
    for (const status of CaseStatus.options)
      for (let mask = 0; mask < 2 ** absent.length; mask += 1) {
        const lacking = absent.filter((_, i) => (mask >> i) % 2 === 1);
        const walk = withHead(base, { status, ...Object.assign({}, ...lacking) });
        const { code } = take(walk, 'decide-case', '2026-08-25');
        const complete = mask === 0 && (status === 'publicizing' || status === 'reviewed');
        if ((code === undefined) !== complete) wrong.push(`${status} ${mask}: ${code ?? 'confirmed'}`);
      }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('P03: no request of any step names several cases, and a decision that tries is refused whatever its shape', () => {
    const bodies = Object.entries(contract.components.schemas).filter(([name]) => name.endsWith('Input'));
    const plural = bodies.filter(([, schema]) =>
      Object.keys(schema.properties ?? {}).some((key) =>
        ['caseIds', 'cases', 'households', 'villages', 'group'].includes(key),
      ),
    );
    expect(plural.map(([name]) => name)).toEqual([]);
    for (const post of Post.options.filter((one) => powerOf('decide-case').posts.includes(one)))
      for (const [status, walk] of inEveryStatus())
        for (const raw of [
          [],
          [1],
          ...['caseIds', 'cases', 'households', 'villages', 'group'].map((key) => ({ [key]: ['a'] })),
        ])
          expect([
            status,
            take(walk, 'decide-case', '2026-08-25', {
              by: actor(post, 'x-1', post === 'CC' ? '649900' : '649900101'),
              raw,
            }).code,
          ]).toEqual([status, 'group-confirmation-forbidden']);
  });

  it('P04: no township or village post has a power over rosters, payments or payees, but to verify a list it cannot edit', () => {
    const paying = steps.filter(({ route }) => /^POST \/v1\/(rosters|payees|budgets)/.test(route)).map(actOf);
    expect(paying.length).toBeGreaterThan(0);
    const wrong = paying
      .filter((act) => !act.startsWith('verify-') && !/payee/.test(act))
      .flatMap((act) =>
        powerOf(act)
          .posts.filter((post) => [...township, 'VC', 'TD'].includes(post))
          .map((post) => `${act} ${post}`),
      );
    expect(wrong).toEqual([]);
    for (const post of township)
      expect(tried(base, stepNamed('open-roster'), actor(post, 't1-x')).code).toBe('township-may-not-pay');
  });

  it('P05: no request of any step has a place for a village’s stamp', () => {
    const stamped = Object.entries(contract.components.schemas).flatMap(([name, schema]) =>
      Object.keys(schema.properties ?? {})
        .filter((key) => /stamp|seal(?!ed)|签章/i.test(key))
        .map((key) => `${name}.${key}`),
    );
    expect(stamped.filter((one) => !/[cC]ountySeal|sealImage|SealRecord\.sealId|\.seal$/.test(one))).toEqual([]);
  });

  it('P06: no status, occupation, vote or ability is a ground, for an opinion or a decision', () => {
    const lawless = [
      'labour-ability',
      'occupation',
      'status',
      'evaluation',
      'collective-review',
      'complaint',
      'overdue',
      'ethnicity',
      'budget',
      'clergy',
      'other',
      '',
    ];
    for (const ground of lawless) {
      const deny = { grounds: [ground], reasons: ['理由'] };
      const opinion = take(walkTo('record-verification'), 'give-opinion', '2026-08-14', {
        input: { result: 'deny', ...deny },
      });
      expect([ground, opinion.code]).toEqual([ground, 'ground-not-lawful']);
      const decision = take(copyOf(base), 'decide-case', '2026-08-25', { input: { result: 'not-confirmed', ...deny } });
      expect([ground, decision.code]).toEqual([ground, 'ground-not-lawful']);
    }
  });

  it('P07: every set of members but the whole household is refused', () => {
    const walk = walkTo('record-verification');
    const all = caseIn(walk.world, walk.caseId).parts.household.members.map(({ person }) => person);
    for (let mask = 0; mask < 2 ** all.length; mask += 1) {
      const members = all.filter((_, i) => (mask >> i) % 2 === 1);
      const { code } = take(copyOf(walk), 'give-opinion', '2026-08-14', { input: { members } });
      expect([members.length, code]).toEqual([
        members.length,
        members.length === all.length ? undefined : 'all-members-enter',
      ]);
    }
  });

  it('P08: nobody queries a household outside the review, in any state', () => {
    const wrong = inEveryStatus().flatMap(([status, walk]) =>
      ['start-verification', 'record-verification'].flatMap((act) => {
        const { code, events } = tried(walk, stepNamed(act), usualActors[act] ?? clerk);
        const barred = code === 'query-without-active-case';
        // B10: also while a change or a re-verification of a benefit is looked into.
        const open = isUnderReview(status) || status === 'checking';
        return (open ? !barred : barred && events.length === 0) ? [] : [`${act} in ${status}: ${code}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('P09: whatever is posted carries the whitelist and nothing else', () => {
    const allowed = new Set(
      'applicant members village program class amountFen days fromOn endsOn minor provisional townshipPhone countyPhone'.split(
        ' ',
      ),
    );
    const papers = [...walkTo('publish-confirmation').world.papers.values()].filter(({ to }) => to === 'public');
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['W17', 'W22']);
    expect(papers.flatMap(({ data }) => Object.keys(data)).filter((key) => !allowed.has(key))).toEqual([]);
  });

  it('P10: the clock has no act of the procedure, so that overdue can neither confirm nor deny', () => {
    const acts = procedure.filter(({ act }) => powerOf(act).posts.includes('CLOCK'));
    expect(acts.map(({ act }) => act)).toEqual([]);
    const clocked = steps.filter((step) => powerOf(actOf(step)).posts.includes('CLOCK'));
    expect(clocked.length).toBeGreaterThan(3);
    expect(clocked.filter(({ route }) => !route.startsWith('DOCKET')).map(({ id }) => id)).toEqual([]);
    const by = { ...actor('CLOCK', 'clock'), orgCode: '649900' };
    const wrong = inEveryStatus().flatMap(([status, walk]) =>
      clocked.flatMap((step) => {
        const { events } = tried(walk, step, by, '2027-03-01');
        return events.some((type) => deciding.includes(type)) ? [`${step.id} in ${status}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('P11: each item of the catalogue that sharing or verification yields is refused, each of the applicant’s own is taken', () => {
    for (const { item, source } of materialRules) {
      const walk = walkTo('submit-application');
      const { code } = take(walk, 'request-materials', '2026-08-03', { input: { items: [{ item }] } });
      if (source === 'applicant') expect([item, code === 'item-available-by-sharing']).toEqual([item, false]);
      else expect([item, code]).toEqual([item, 'item-available-by-sharing']);
    }
    expect(
      take(walkTo('submit-application'), 'request-materials', '2026-08-03', {
        input: { items: [{ item: 'village-stamp' }] },
      }).code,
    ).toMatch(/village-stamp-forbidden|item-not-in-catalogue/);
  });

  it('P12: no ground but the three of the closed list refuses an application, before and after a request for materials', () => {
    const lawless = ['materials-incomplete', 'missing-materials', 'labour-ability', 'budget', 'no-stamp', 'other', ''];
    for (const ground of lawless)
      for (const [status, walk] of inEveryStatus()) {
        const { code } = take(walk, 'refuse-application', '2026-08-04', { raw: { ground, fact: '材料不齐' } });
        expect([status, ground, code]).toEqual([status, ground, 'refusal-ground-not-lawful']);
      }
  });
});

function stepNamed(act: string): Step {
  const step = steps.find((one) => actOf(one) === act);
  if (!step) throw new Error(`no step ${act}`);
  return step;
}

/** The worlds above are copies: the walked one is what it was. */
it('leaves the walked case as it was', () => {
  const world: World = base.world;
  expect(caseIn(world, base.caseId).head.status).toBe('publicizing');
});
