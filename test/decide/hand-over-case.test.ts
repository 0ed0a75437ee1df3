import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { listStaffTasks } from '../../functions/supervision/list-staff-tasks.ts';
import { actor, attach, caseIn, noon, play } from '../world.ts';
import { done, expectFolded, headOf, take, untouched, type Walk, walkTo } from './walk-through.ts';

const confirmer = actor('TD', 't1-td');
const officer = actor('CC', 'cc-1');

/** Gives a registered person another post as well: one natural person may hold several (SD9). */
function alsoHolds(
  { world }: Walk,
  personId: string,
  post: 'TC' | 'TS' | 'TR' | 'TD' | 'CC',
  orgCode = '649900101',
): void {
  const county = world.states.get('county:649900') as CountyState;
  const record = county.parts.staff[personId];
  if (!record) throw new Error(`no ${personId}`);
  const staff = { ...county.parts.staff, [personId]: { ...record, posts: [...record.posts, { post, orgCode }] } };
  world.states.set('county:649900', { ...county, parts: { ...county.parts, staff } });
}

const handing = (walk: Walk, on: string, input: Record<string, unknown>, by = confirmer) =>
  take(walk, 'hand-over-case', on, { by, input: { reason: '原经办人调离', ...input } });

describe('review.hand-over-case', () => {
  it('moves the clerk and the terms the clerk holds, and begins none anew', () => {
    const walk = walkTo('accept-application');
    alsoHolds(walk, 't1-ts3', 'TC');
    const before = caseIn(walk.world, walk.caseId).parts.terms;
    expect(handing(walk, '2026-08-04', { post: 'TC', from: 't1-tc', to: 't1-ts3' }).ok).toBe(true);
    expect(headOf(walk).clerk).toBe('t1-ts3');
    const after = caseIn(walk.world, walk.caseId).parts.terms;
    expect(after.map(({ term, dueOn }) => `${term} ${dueOn}`).sort()).toEqual(
      before.map(({ term, dueOn }) => `${term} ${dueOn}`).sort(),
    );
    expect(after.filter(({ holderId }) => holderId === 't1-tc')).toEqual([]);
    expectFolded(walk);
  });

  it('lists the open tasks of who leaves, and none once they are handed over', () => {
    const walk = walkTo('accept-application');
    alsoHolds(walk, 't1-ts3', 'TC');
    const tasksOf = (personId: string, by = officer) =>
      play(walk.world, listStaffTasks, { actor: by, now: noon('2026-08-05'), params: { personId } }).reply.tasks;
    expect(tasksOf('t1-tc')).toEqual([
      {
        subjectKind: 'case',
        subjectId: walk.caseId,
        term: 'investigation-start',
        lastOn: '2026-08-06',
        overdue: false,
      },
    ]);
    expect(tasksOf('t1-tc', actor('TD', 't2-td'))).toEqual([]);
    handing(walk, '2026-08-04', { post: 'TC', from: 't1-tc', to: 't1-ts3' });
    expect(tasksOf('t1-tc')).toEqual([]);
    expect(tasksOf('t1-ts3')).toHaveLength(1);
  });

  it('refuses whoever may not do what is taken over: relative, surveyor, reviewer, stranger (SD2, SD4, SD9)', () => {
    const walk = walkTo('give-opinion');
    for (const id of ['t1-ts1', 't1-tr', 't1-ts3'])
      for (const post of ['TC', 'TR', 'TD', 'TS'] as const) alsoHolds(walk, id, post);
    const before = untouched(walk);
    const code = (post: string, to: string) => handing(walk, '2026-08-17', { post, from: 'nobody-1', to }).code;
    expect(code('TR', 't1-ts1')).toBe('surveyor-may-not-review');
    expect(code('TD', 't1-ts1')).toBe('surveyor-may-not-confirm');
    expect(code('TD', 't1-tr')).toBe('reviewer-may-not-confirm');
    expect(code('TS', 't1-tr')).toBe('surveyor-may-not-review');
    expect(code('TC', 't2-tc')).toBe('staff-unknown');
    expect(code('TC', 't1-ts3')).toBe('nothing-to-hand-over');
    expect(untouched(walk)).toBe(before);
    done(walk, 'file-near-relative', '2026-08-17', {
      input: { staff: 't1-ts3', member: headOf(walk).applicant, relation: 'sibling', declaredBy: 'staff' },
    });
    expect(code('TC', 't1-ts3')).toBe('near-relative-recused');
  });

  it('is the township’s within the township and the county’s within the county', () => {
    const walk = walkTo('start-verification');
    const county = { post: 'CV', from: 'cv-1', to: 'cc-2' };
    alsoHolds(walk, 'cc-2', 'CC', '649900');
    expect(handing(walk, '2026-08-06', county).code).toBe('post-not-permitted');
    expect(handing(walk, '2026-08-06', { post: 'TC', from: 't1-tc', to: 't1-ts3' }, officer).code).toBe(
      'post-not-permitted',
    );
    expect(handing(walk, '2026-08-06', county, officer).code).toBe('staff-unknown');
  });
});

const meeting = (walk: Walk, on: string, more: Record<string, unknown> = {}) => ({
  heldOn: on,
  why: 'objection-rounds',
  matter: '两轮异议后的认定',
  invited: 3,
  members: ['t1-tc', 't1-tr', 't1-td'],
  views: ['情况属实'],
  conclusion: '建议按调查结果办理',
  minutes: attach(walk.world, `collective ${on}`),
  ...more,
});

describe('review.record-collective-review', () => {
  it('comes before the decision after two rounds of objections, and decides nothing itself (3.4, P06)', () => {
    const walk = walkTo('post-publicity');
    for (const [round, team] of [
      ['t1-ts2', 't1-ts3'],
      ['t1-ts1', 't1-ts3'],
    ].entries()) {
      const on = `2026-08-${18 + round}`;
      done(walk, 'raise-objection', on);
      done(walk, 'reinvestigate-case', on, { input: { investigators: team, signatures: team } });
      done(walk, 'record-evaluation', on);
      done(walk, 'give-opinion', on);
    }
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('collective-review-missing');
    const status = headOf(walk).status;
    const held = done(walk, 'record-collective-review', '2026-08-24', {
      by: confirmer,
      input: meeting(walk, '2026-08-24'),
    });
    expect(headOf(walk)).toMatchObject({ status, collectiveOn: '2026-08-24' });
    expect(headOf(walk).decision).toBeUndefined();
    expect(held.event?.papers).toMatchObject([{ kind: 'W15', to: 'file', data: { form: 'collective' } }]);
    const denial = { result: 'not-confirmed', grounds: ['collective-review'], reasons: ['集体研究未通过'] };
    expect(take(walk, 'decide-case', '2026-08-25', { input: denial }).code).toBe('ground-not-lawful');
    expect(take(walk, 'decide-case', '2026-08-25').ok).toBe(true);
    expectFolded(walk);
  });

  it('needs three members, two thirds of those called, each a person of the organs, and no relative', () => {
    const walk = walkTo('give-opinion');
    const code = (more: Record<string, unknown>) =>
      take(walk, 'record-collective-review', '2026-08-17', { by: confirmer, input: meeting(walk, '2026-08-17', more) })
        .code;
    expect(code({ members: ['t1-tc', 't1-td'] })).toBe('collective-review-not-enough');
    expect(code({ members: ['t1-tc', 't1-td', 't1-td'] })).toBe('collective-review-not-enough');
    expect(code({ invited: 5 })).toBe('collective-review-not-enough');
    expect(code({ invited: 4 })).toBeUndefined();
    expect(code({ members: ['t1-tc', 't1-td', 't2-td'] })).toBe('staff-unknown');
    expect(code({ heldOn: '2026-08-18' })).toBe('date-out-of-order');
    done(walk, 'file-near-relative', '2026-08-17', {
      input: { staff: 't1-tc', member: headOf(walk).applicant, relation: 'sibling', declaredBy: 'staff' },
    });
    expect(code({})).toBe('near-relative-recused');
    expect(code({ members: ['t1-td', 't1-tr', 'cc-1'], recused: ['t1-tc'] })).toBeUndefined();
  });
});
