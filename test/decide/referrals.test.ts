import { describe, expect, it } from '@jest/globals';
import { watchedTerms } from '../../functions/core/watched-terms.ts';
import { renderPaper } from '../../functions/documents/render-paper.ts';
import { answerReferral } from '../../functions/intake/answer-referral.ts';
import { attributesJson } from '../../functions/supervision/lake-attributes.ts';
import { listReferrals } from '../../functions/supervision/list-referrals.ts';
import { readReferral } from '../../functions/supervision/read-referral.ts';
import { registerDepartment } from '../../functions/supervision/register-department.ts';
import type { Actor } from '../../schemas/actor.ts';
import { actor, attach, noon, type Played, play, tokenOf, type World } from '../world.ts';
import {
  done,
  expectFolded,
  headOf,
  idNumberOf,
  paperOf,
  running,
  take,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const clerk = actor('TC', 't1-tc');
const county = actor('CC', 'cc-1');
const medical: Actor = { personId: 'ybj-1', post: 'DP', orgCode: '649900', clientId: 'medical-insurance' };
const first = (walk: Walk): string => idNumberOf(walk.persons[0] as Walk['persons'][number]);

const assessed = (needs: readonly string[] = ['living', 'medical', 'charity'], until = 'accept-application'): Walk => {
  const walk = walkTo(until as 'accept-application');
  done(walk, 'assess-needs', '2026-08-28', { raw: { needs, opinion: '办理低保，医疗费用转请救助' } });
  return walk;
};
const referral = (walk: Walk, more: object = {}): Record<string, unknown> => ({
  department: 'medical',
  needs: ['medical'],
  person: { idNumber: first(walk) },
  situation: '成员住院，自付费用较高',
  agreed: true,
  ...more,
});
const refer = (walk: Walk, more: object = {}, on = '2026-09-01', by: Actor = clerk): Played =>
  take(walk, 'refer-case', on, { by, raw: referral(walk, more) });
const registered = (world: World, department = 'medical', until?: string): Played =>
  play(world, registerDepartment, {
    actor: county,
    now: noon('2026-08-03'),
    input: { clientId: 'medical-insurance', department, ...(until ? { until } : {}) },
  });
const answer = (world: World, referralId: string, on: string, as: Actor = clerk, input: object = {}): Played =>
  play(world, answerReferral, {
    actor: as,
    now: noon(on),
    params: { referralId },
    input: { outcome: 'helped', ...input },
  });
const listed = (world: World, on: string, as: Actor = clerk, input: object = {}): readonly string[] =>
  play(world, listReferrals, { actor: as, now: noon(on), input }).reply.referrals.map(
    (one: { referralId: string }) => one.referralId,
  );

describe('a comprehensive assessment of needs', () => {
  it('is kept with the case, replaced by a later one, and carried by the record of review', () => {
    const walk = walkTo('record-verification');
    done(walk, 'assess-needs', '2026-08-11', { raw: { needs: ['medical', 'medical'], opinion: '转请医疗救助' } });
    expect(headOf(walk).needs).toEqual({ on: '2026-08-11', found: ['medical'] });
    refer(walk, {}, '2026-08-12');
    done(walk, 'assess-needs', '2026-08-13', { raw: { needs: ['medical', 'education'], opinion: '另转请教育救助' } });
    done(walk, 'give-opinion', '2026-08-14');
    expect(paperOf(walk, 'W16').data['checks']).toEqual([
      '综合评估救助需求：医疗救助、教育救助；已转请医疗保障部门办理',
    ]);
    expectFolded(walk);
  });

  it('leaves a record of review as it was where none was made, and says so where nothing else was found', () => {
    expect(paperOf(walkTo('give-opinion'), 'W16').data['checks']).toBeUndefined();
    const walk = walkTo('record-verification');
    done(walk, 'assess-needs', '2026-08-11', { raw: { needs: [], opinion: '无' } });
    done(walk, 'give-opinion', '2026-08-14');
    expect(paperOf(walk, 'W16').data['checks']).toEqual(['综合评估救助需求：无其他需求']);
  });

  it('is no act of a village', () => {
    const walk = walkTo('accept-application');
    const by = actor('VC', 't1-vc', '649900101201');
    expect(take(walk, 'assess-needs', '2026-08-04', { by, raw: { needs: [], opinion: '无' } }).code).toBe(
      'post-not-permitted',
    );
  });
});

describe('a referral', () => {
  it('goes to the department with W33 in the township’s series and ten working days to reply', () => {
    const walk = assessed();
    const { ok, reply } = refer(walk);
    expect(ok).toBe(true);
    expect(reply).toMatchObject({ department: 'medical', needs: ['medical'], replyBy: '2026-09-15', overdue: false });
    expect(reply.person).toBe(tokenOf(first(walk)));
    const paper = paperOf(walk, 'W33');
    expect(paper).toMatchObject({ paperId: reply.paperId, to: 'department', issuer: '649900101' });
    expect(paper.number).toMatch(/〔2026〕\d+号$/);
    const words = {
      names: { [reply.person as string]: { name: '测试甲' } },
      township: { name: '演示一镇', phone: '0950-1' },
      county: { name: '演示县', phone: '0950-2' },
    };
    const text = renderPaper(paper, words);
    expect(text).toContain('演示县医疗保障部门');
    expect(text).toContain('测试甲有下列需求');
    expect(headOf(walk).needs?.referred).toEqual(['medical']);
    expect(running(walk)).not.toContain('referral-reply');
    expectFolded(walk);
  });

  it('keeps the situation out of the lake, and tells it to the paper alone', () => {
    const walk = assessed();
    refer(walk);
    const text = walk.world.events.map(({ data }) => attributesJson(data as Record<string, unknown>)).join();
    expect(text).toContain('"department":"medical"');
    expect(text).not.toContain('自付');
  });

  it('is late from the day after the last day, and a late reply is taken', () => {
    const walk = assessed();
    const id = refer(walk).reply.referralId as string;
    expect(listed(walk.world, '2026-09-15', clerk, { overdue: 'true' })).toEqual([]);
    expect(listed(walk.world, '2026-09-16', clerk, { overdue: 'true' })).toEqual([id]);
    expect(answer(walk.world, id, '2026-09-16').reply).toMatchObject({ outcome: 'helped', overdue: true });
    const timely = assessed();
    const other = refer(timely).reply.referralId as string;
    const { reply } = answer(timely.world, other, '2026-09-15');
    expect(reply).toMatchObject({ overdue: false, repliedOn: '2026-09-15' });
    expect(reply.terms).toEqual([expect.objectContaining({ term: 'referral-reply', endedOn: '2026-09-15' })]);
  });

  it('is watched by the docket on the account of the township that asked', () => {
    const walk = assessed();
    const id = refer(walk).reply.referralId as string;
    const state = walk.world.states.get(`referral:${id}`);
    const watched = state && watchedTerms('referral', state);
    expect(watched).toMatchObject({ caseId: walk.caseId, townshipCode: '649900101' });
    expect(watched?.accounted).toEqual([
      expect.objectContaining({ term: 'referral-reply', holderPost: 'TC', holderId: 't1-tc', countyHeld: false }),
    ]);
  });

  it('runs beside others of the same case, each with its own term', () => {
    const walk = assessed(['medical', 'education']);
    const one = refer(walk).reply.referralId as string;
    const two = refer(walk, { department: 'education', needs: ['education'] }, '2026-09-03').reply.referralId as string;
    answer(walk.world, one, '2026-09-04');
    expect(listed(walk.world, '2026-09-10', clerk, { open: 'true', caseId: walk.caseId })).toEqual([two]);
    expect(listed(walk.world, '2026-09-10')).toEqual([two, one]);
  });

  it('is possible for a household that was granted or denied aid, and not for one that withdrew', () => {
    for (const until of ['decide-case', 'publish-confirmation']) {
      const walk = assessed(['medical'], until);
      expect(refer(walk).ok).toBe(true);
    }
    const denied = walkTo('record-verification', {});
    done(denied, 'give-opinion', '2026-08-14', {
      raw: { result: 'deny', grounds: ['income'], reasons: ['收入核实后超过标准'] },
    });
    done(denied, 'decide-case', '2026-08-17', {
      raw: { result: 'not-confirmed', grounds: ['income'], reasons: ['收入核实后超过标准'] },
    });
    done(denied, 'assess-needs', '2026-08-18', { raw: { needs: ['medical'], opinion: '转请医疗救助' } });
    expect(refer(denied).ok).toBe(true);
    const gone = walkTo('accept-application');
    done(gone, 'withdraw-application', '2026-08-05', { raw: { statement: attach(gone.world, 'statement') } });
    expect(take(gone, 'assess-needs', '2026-08-06', { raw: { needs: [], opinion: '无' } }).code).toBe(
      'step-out-of-order',
    );
  });

  it('refuses a need that was not assessed, or is not the department’s duty', () => {
    const walk = assessed();
    const before = untouched(walk);
    expect(refer(walk, { needs: ['medical', 'housing'] }).code).toBe('need-not-assessed');
    expect(refer(walkTo('accept-application')).code).toBe('need-not-assessed');
    expect(refer(walk, { department: 'education' }).code).toBe('department-not-of-need');
    expect(refer(walk, { department: 'civil-affairs', needs: ['living'] }).code).toBe('department-not-of-need');
    expect(untouched(walk)).toBe(before);
  });

  it('is not forced on who declines, and tells a charity nothing without a signed consent', () => {
    const walk = assessed();
    const charity = { department: 'charity', needs: ['charity'] };
    expect(refer(walk, { agreed: false }).code).toBe('referral-declined');
    expect(refer(walk, charity).code).toBe('referral-consent-missing');
    const consent = attach(walk.world, 'consent to charity');
    expect(refer(walk, { ...charity, agreed: undefined, consent }).code).toBe('referral-consent-missing');
    expect(refer(walk, { ...charity, consent }).reply.consent).toMatch(/^[0-9a-f]{64}$/);
    expect(paperOf(walk, 'W33').data['consent']).toBe(true);
    const unasked = assessed();
    expect(refer(unasked, { agreed: undefined }).reply.agreed).toBe(false);
  });

  it('is of a member who is listed, and by the county in the county’s own series and on its account', () => {
    const walk = assessed();
    expect(refer(walk, { person: { member: `t_${'0'.repeat(32)}` } }).code).toBe('member-not-listed');
    const { reply } = refer(walk, {}, '2026-09-01', county);
    expect(paperOf(walk, 'W33').issuer).toBe('649900');
    expect(reply.terms).toEqual([expect.objectContaining({ holderOrg: '649900', countyHeld: true, holderId: 'cc-1' })]);
  });

  it('is answered once, on a day that has come and after it was made', () => {
    const walk = assessed();
    const id = refer(walk).reply.referralId as string;
    expect(answer(walk.world, id, '2026-09-02', clerk, { repliedOn: '2026-09-03' }).code).toBe('date-out-of-order');
    expect(answer(walk.world, id, '2026-09-02', clerk, { repliedOn: '2026-08-31' }).code).toBe('date-out-of-order');
    expect(answer(walk.world, id, '2026-09-02').ok).toBe(true);
    expect(answer(walk.world, id, '2026-09-03').code).toBe('referral-answered');
  });

  it('exists for its division and its department only, and the department’s system must be registered', () => {
    const walk = assessed();
    const id = refer(walk).reply.referralId as string;
    expect(answer(walk.world, id, '2026-09-02', medical).code).toBe('client-not-registered');
    registered(walk.world, 'education');
    expect(answer(walk.world, id, '2026-09-02', medical).code).toBe('referral-not-found');
    expect(listed(walk.world, '2026-09-02', medical)).toEqual([]);
    registered(walk.world, 'medical', '2026-09-02');
    expect(listed(walk.world, '2026-09-02', medical)).toEqual([id]);
    expect(answer(walk.world, id, '2026-09-03', medical).code).toBe('client-not-registered');
    expect(answer(walk.world, id, '2026-09-02', actor('TC', 't2-tc')).code).toBe('referral-not-found');
    expect(answer(walk.world, id, '2026-09-02', actor('CC', 'c', '640104')).code).toBe('referral-not-found');
    expect(answer(walk.world, id, '2026-09-02', medical).reply).toMatchObject({ repliedBy: 'ybj-1' });
  });

  it('tells the department whom it is about until the reply, and no longer', () => {
    const walk = assessed();
    registered(walk.world);
    const { referralId, person } = refer(walk).reply;
    const names = { [person as string]: { name: '测试甲', idNumber: first(walk) } };
    const read = (): Played =>
      play(walk.world, readReferral, {
        actor: medical,
        now: noon('2026-09-02'),
        params: { referralId },
        names,
      });
    expect(read().reply.contact).toEqual({ name: '测试甲', idNumber: first(walk) });
    answer(walk.world, referralId, '2026-09-02', medical);
    expect(read().reply.contact).toBeUndefined();
  });
});
