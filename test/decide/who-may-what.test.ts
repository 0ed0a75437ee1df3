import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { actOf, type Step } from '../../functions/core/step.ts';
import { powerOf } from '../../functions/law/powers.ts';
import { steps } from '../../functions/steps.ts';
import { Post } from '../../schemas/actor.ts';
import { application, familyOfThree } from '../applications.ts';
import { exampleOf } from '../flow/hostile-requests.ts';
import { noon, type Played, play, type World } from '../world.ts';
import { raisedAlert } from './raised-alert.ts';
import { type Stand, standsOf } from './stands.ts';
import { walkTo } from './walk-through.ts';

const walk = walkTo('give-opinion');
const { caseId } = walk;
const alertId = raisedAlert(walk.world);
// The case is the applicant's own in the portal.
const key = `case:${caseId}`;
const state = walk.world.states.get(key) as CaseState;
walk.world.states.set(key, { ...state, head: { ...state.head, owner: 'p-owner' } });

/** A copy to act in, so that every call meets the same world. */
const copy = ({ states, counters, attachments, events, papers, listed }: World): World => ({
  states: new Map(states),
  counters: new Map(counters),
  attachments: new Map(attachments),
  events: [...events],
  papers: new Map(papers),
  listed: new Map(listed),
});

interface Tried {
  readonly played: Played;
  readonly touched: readonly string[];
}

/** One call in a world of its own; `touched` are the subjects whose state is another one after it. */
function tried(step: Step, { actor }: Stand, call: { params?: Record<string, string>; input?: unknown } = {}): Tried {
  const world = copy(walk.world);
  const params = { requestKey: 'ab'.repeat(32), ...call.params };
  const played = play(world, step, { actor, now: noon('2026-08-17'), params, input: call.input ?? exampleOf(step) });
  const touched = [...world.states.keys()].filter((one) => world.states.get(one) !== walk.world.states.get(one));
  return { played, touched };
}

const everyStand = Post.options.flatMap((post) => standsOf(post));
const addressed = steps.filter(({ route }) => !route.startsWith('DOCKET'));
const stepOf = (act: string): Step => {
  const step = steps.find((one) => actOf(one) === act);
  if (!step) throw new Error(`no step ${act}`);
  return step;
};
const mayAct = (step: Step, { actor }: Stand): boolean => powerOf(actOf(step)).posts.includes(actor.post);
const saying = (step: Step, { actor, name }: Stand, { played }: Tried): string =>
  `${step.id} by ${actor.post} ${name}: ${played.code ?? 'done'}`;

describe('who may do what, and where', () => {
  it('a post without the power is refused by its prohibition or else by the table, before anything is read or parsed', () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const step of steps)
      for (const stand of everyStand.filter((one) => !mayAct(step, one))) {
        const result = tried(step, stand, { params: { caseId, alertId }, input: { anything: 1 } });
        const expected = powerOf(actOf(step)).forbidden?.[stand.actor.post] ?? 'post-not-permitted';
        if (result.played.code !== expected || result.touched.length > 0) wrong.push(saying(step, stand, result));
        refused += 1;
      }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(2_000);
  });

  it('a case of another division, or another applicant, does not exist; one’s own does', () => {
    const wrong: string[] = [];
    for (const step of addressed.filter(({ route }) => route.includes('{caseId}')))
      for (const stand of everyStand.filter((one) => mayAct(step, one))) {
        const asked = { ...(step.route.includes('/diligence') ? { input: { person: 't1-td' } } : {}) };
        const result = tried(step, stand, { ...asked, params: { caseId, paperId: 'W05-1' } });
        const { code } = result.played;
        const absent = step.withoutCase ?? 'case-not-found';
        const asAbsent = tried(step, stand, {
          ...asked,
          params: { caseId: `${caseId.slice(0, -1)}9`, paperId: 'W05-1' },
        });
        const fits = stand.own ? code !== absent : code === absent && code === asAbsent.played.code;
        if (!fits || (!stand.own && result.touched.length > 0)) wrong.push(saying(step, stand, result));
      }
    expect(wrong).toEqual([]);
  });

  it('an alert of another division does not exist, and one on the county’s account not for the township', () => {
    const wrong: string[] = [];
    for (const step of addressed.filter(({ route }) => route.includes('{alertId}')))
      for (const stand of everyStand.filter((one) => mayAct(step, one))) {
        const result = tried(step, stand, { params: { alertId } });
        if ((result.played.code === 'alert-not-found') === stand.own) wrong.push(saying(step, stand, result));
      }
    expect(wrong).toEqual([]);
  });

  it('a list, query or file for a county is refused to all who are not of it', () => {
    const county = { county: '649900' };
    const from = { ...county, from_on: '2026-07-01', to_on: '2026-07-31' };
    const query = { query: 'overdue-by-township', params: from, purpose: '检查' };
    const inputs: Readonly<Record<string, unknown>> = {
      'list-cases': county,
      'list-alerts': county,
      'list-changes': county,
      'list-delegations': county,
      'list-parameters': county,
      'list-calendars': county,
      'list-staff': county,
      'run-query': query,
      'register-attachment': exampleOf(stepOf('register-attachment')),
    };
    const wrong: string[] = [];
    for (const [act, input] of Object.entries(inputs))
      for (const stand of everyStand.filter((one) => mayAct(stepOf(act), one))) {
        const result = tried(stepOf(act), stand, { input });
        const refusal = result.played.code === 'division-not-yours';
        if (refusal === stand.ownCounty || (!refusal && !result.played.ok))
          wrong.push(saying(stepOf(act), stand, result));
      }
    expect(wrong).toEqual([]);
  });

  it('a township’s list is refused to all who are not of the township or above it', () => {
    const wrong: string[] = [];
    for (const act of ['list-cases', 'list-alerts'])
      for (const stand of everyStand.filter((one) => mayAct(stepOf(act), one))) {
        const result = tried(stepOf(act), stand, { input: { county: '649900', township: '649900101' } });
        if ((result.played.code === 'division-not-yours') === stand.own) wrong.push(saying(stepOf(act), stand, result));
      }
    expect(wrong).toEqual([]);
  });

  it('the feed and a search show a case only to those who may read it', () => {
    const idNumber = (application(copy(walk.world), familyOfThree(0))['members'] as { idNumber: string }[])[0]
      ?.idNumber;
    const wrong: string[] = [];
    for (const stand of everyStand.filter((one) => mayAct(stepOf('list-changes'), one) && one.ownCounty)) {
      const { reply } = tried(stepOf('list-changes'), stand, { input: { county: '649900' } }).played;
      const sees = reply.changes.some((one: { caseId: string }) => one.caseId === caseId);
      // An applicant's feed is tested where entries have owners; this case got its owner later.
      const expected = stand.own && stand.actor.post !== 'AP' && stand.actor.post !== 'AG';
      if (sees !== expected) wrong.push(`list-changes ${stand.actor.post} ${stand.name}`);
    }
    for (const stand of everyStand.filter((one) => mayAct(stepOf('search-cases'), one))) {
      const { reply } = tried(stepOf('search-cases'), stand, { input: { idNumber } }).played;
      if (reply.cases.length > 0 !== stand.own) wrong.push(`search-cases ${stand.actor.post} ${stand.name}`);
    }
    expect(wrong).toEqual([]);
  });

  it('an application is taken for one’s own division only, and never tells others whose open case stands in its way', () => {
    const step = stepOf('submit-application');
    const free = application(walk.world, familyOfThree(7));
    const agent = {
      name: '测试代',
      idNumber: '649900198511200032',
      mandate: 'att-0123456789abcdef',
      relation: 'village-committee',
    };
    const wrong: string[] = [];
    for (const stand of everyStand.filter((one) => mayAct(step, one))) {
      const result = tried(step, stand, { input: { ...free, agent } });
      const applicant = ['AP', 'AG'].includes(stand.actor.post);
      if ((result.played.code === 'division-not-yours') === (stand.own || applicant))
        wrong.push(saying(step, stand, result));
      const taken = tried(step, stand, { input: { ...application(walk.world, familyOfThree(0)), agent } });
      const told = taken.played.detail?.['openCaseId'] !== undefined;
      if (told !== (stand.own && stand.actor.post === 'TC')) wrong.push(`told: ${saying(step, stand, taken)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('a county sets up itself and no other', () => {
    const acts = addressed.filter(
      (step) => powerOf(actOf(step)).posts.join() === 'CC' && !step.route.includes('{caseId}'),
    );
    expect(acts.map(actOf).sort()).toEqual([
      'approve-erasure',
      'approve-parameter',
      'approve-policy',
      'approve-seal',
      'check-import',
      'check-roster',
      'complete-import',
      'end-provider',
      'enter-beacon',
      'enter-parameter',
      'enter-policy',
      'enter-seal',
      'freeze-draw',
      'give-import-tokens',
      'grant-delegation',
      'load-calendar',
      'open-import',
      'register-department',
      'register-divisions',
      'register-helper',
      'register-provider',
      'register-staff',
      'review-exemption',
      'revoke-delegation',
      'seed-draw',
      'set-alert-directory',
      'start-recalculation',
    ]);
    const params = { parameterId: 'standard.DB_URBAN@2026-01-01#1', delegationId: 'DB_URBAN-649900101-2026-01-01' };
    const wrong: string[] = [];
    for (const step of acts)
      for (const stand of everyStand.filter((one) => mayAct(step, one))) {
        const result = tried(step, stand, { params });
        const elsewhere = result.touched.filter((subject) => !subject.includes(`:${stand.actor.orgCode}`));
        if (elsewhere.length > 0) wrong.push(`${saying(step, stand, result)} ${elsewhere.join()}`);
      }
    expect(wrong).toEqual([]);
  });
});
