import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { watchedTerms } from '../../functions/core/watched-terms.ts';
import { actor, attach, caseIn } from '../world.ts';
import { appealed, appealIn, confirmer, county, denied, must, onAppeal, reduced, settled } from './appeals.ts';
import { receiving } from './receiving.ts';
import { done, expectFolded, headOf, untouched, walkTo } from './walk-through.ts';

const files = (world: Parameters<typeof attach>[0], name: string) => [attach(world, name)];

describe('an appeal against a served decision', () => {
  it('is in time until the last of sixty days, which rolls off a Sunday (G07: served 21 October, Monday 21 December)', () => {
    for (const [filedOn, inTime] of [
      ['2026-12-21', true],
      ['2026-12-22', false],
    ] as const) {
      const walk = denied('2026-10-21');
      const { reply } = must(appealed(walk, filedOn, { paperId: 'W21-1' }));
      expect(reply).toMatchObject({ lastOn: '2026-12-21', inTime, status: 'open', act: 'W21', servedOn: '2026-10-21' });
      expect(caseIn(walk.world, walk.caseId).parts.appeals?.entries).toHaveLength(1);
      expectFolded(walk);
    }
  });

  it('goes to court within six months of service, the last day rolling too', () => {
    for (const [filedOn, inTime] of [
      ['2027-03-01', true],
      ['2027-03-02', false],
    ] as const) {
      // 27 February 2027 is a Saturday.
      const walk = denied('2026-08-27');
      const suit = { kind: 'suit', paperId: 'W21-1', body: '演示县人民法院' };
      const { reply } = must(appealed(walk, filedOn, suit));
      expect(reply).toMatchObject({ lastOn: '2027-03-01', inTime, provisional: true, body: '演示县人民法院' });
    }
  });

  it('is never too early for a paper that was not served: its window has not begun', () => {
    const walk = denied(null);
    const { reply } = must(appealed(walk, '2026-08-27', { paperId: 'W21-1' }));
    expect(reply.lastOn).toBeUndefined();
    expect(reply.inTime).toBe(true);
  });

  it('gives the respondent ten working days to reply, five in the simplified procedure, fifteen days to a court', () => {
    const due = (input: Record<string, unknown>) =>
      must(appealed(denied(), '2026-09-21', { paperId: 'W21-1', ...input })).reply.replyBy as string;
    // Mid-Autumn 25 to 27 September, National Day 1 to 7 October, Saturday 10 October is worked.
    expect(due({})).toBe('2026-10-12');
    expect(due({ simplified: true })).toBe('2026-09-29');
    expect(due({ kind: 'suit', body: '演示县人民法院' })).toBe('2026-10-08');
  });

  it('is heard by the county government, by another only where it is named, and by nobody by default at 宁东', () => {
    const walk = denied();
    expect(must(appealed(walk, '2026-09-01', { paperId: 'W21-1' })).reply).toMatchObject({
      body: '演示县人民政府',
      respondent: { by: 'township', orgCode: '649900101' },
    });
    const without = denied();
    const state = without.world.states.get('county:649900') as CountyState;
    const { countyGovernment: _none, ...divisions } = state.parts.divisions ?? ({} as never);
    without.world.states.set('county:649900', { ...state, parts: { ...state.parts, divisions } } as never);
    expect(appealed(without, '2026-09-01', { paperId: 'W21-1' })).toMatchObject({
      code: 'program-closed',
      detail: { missing: ['review-body'] },
    });
    expect(must(appealed(without, '2026-09-01', { paperId: 'W21-1', body: '演示市人民政府' })).reply.body).toBe(
      '演示市人民政府',
    );
  });

  it('needs the name of the court, the copy of the claim and days in their order', () => {
    const walk = denied();
    const before = untouched(walk);
    const code = (input: Record<string, unknown>) => appealed(walk, '2026-09-01', { paperId: 'W21-1', ...input }).code;
    expect(code({ kind: 'suit' })).toBe('input-invalid');
    expect(code({ kind: 'suit', body: '演示县人民法院', simplified: true })).toBe('input-invalid');
    expect(code({ duty: 'decision' })).toBe('input-invalid');
    expect(code({ evidence: [attach(walk.world, 'never uploaded', 'absent')] })).toBe('attachment-missing');
    expect(code({ claims: [] })).toBe('input-invalid');
    expect(code({ filedOn: '2026-09-02' })).toBe('date-out-of-order');
    expect(code({ filedOn: '2026-08-24' })).toBe('date-out-of-order');
    expect(code({ receivedOn: '2026-09-02' })).toBe('date-out-of-order');
    expect(untouched(walk)).toBe(before);
  });

  it('is against a decision that stands, and none other', () => {
    expect(appealed(receiving(), '2026-09-01', { paperId: 'W20-1' }).code).toBe('appeal-against-no-decision');
    expect(appealed(denied(), '2026-09-01', { paperId: 'W21-9' }).code).toBe('appeal-against-no-decision');
    expect(appealed(denied(), '2026-09-01', { paperId: 'W17-1' }).code).toBe('appeal-against-no-decision');
    expect(must(appealed(reduced(), '2026-11-25', { paperId: 'W25-1' })).reply).toMatchObject({ act: 'W25' });
  });

  it('is registered by the clerk or the county; others may not', () => {
    for (const [post, id] of [
      ['AP', 'x'],
      ['VC', 't1-vc'],
      ['TR', 't1-tr'],
      ['TD', 't1-td'],
      ['CITY', 'x'],
    ] as const)
      expect(appealed(denied(), '2026-09-01', { paperId: 'W21-1' }, actor(post, id)).code).toBe('post-not-permitted');
    expect(appealed(denied(), '2026-09-01', { paperId: 'W21-1' }, county).ok).toBe(true);
  });

  it('keeps who appeals sealed where it is not the applicant', () => {
    const walk = denied();
    const { event, reply } = must(
      appealed(walk, '2026-09-01', { paperId: 'W21-1', appellant: { name: '测试亲属', phone: '0950-1234567' } }),
    );
    expect(reply.appellant).not.toBe(headOf(walk).applicant);
    expect(JSON.stringify([event, walk.world.events])).not.toContain('测试亲属');
    const read = onAppeal(walk, 'read-appellant', '2026-09-02', { by: county });
    expect(read.reply).toEqual({ name: '（姓名已删除）' });
    const own = denied();
    expect(must(appealed(own, '2026-09-01', { paperId: 'W21-1' })).reply.appellant).toBe(headOf(own).applicant);
  });
});

describe('an appeal against inaction', () => {
  it('needs a term that has passed: on its last day nothing is overdue yet', () => {
    const walk = walkTo('give-opinion');
    expect(headOf(walk).dueOn).toBe('2026-08-31');
    expect(appealed(walk, '2026-08-31', { duty: 'decision' }).code).toBe('duty-not-overdue');
    expect(must(appealed(walk, '2026-09-01', { duty: 'decision' })).reply).toMatchObject({
      act: 'inaction',
      duty: 'decision',
      // sixty days from the last day of the term end on Friday 30 October
      lastOn: '2026-10-30',
      inTime: true,
    });
    expect(appealed(walkTo('submit-application'), '2026-08-11', { duty: 'acceptance' }).ok).toBe(true);
    expect(appealed(walkTo('submit-application'), '2026-08-10', { duty: 'acceptance' }).code).toBe('duty-not-overdue');
  });

  it('goes to review before court (FYF §23), and to court within fifteen days of the review decision (ALL §45)', () => {
    const walk = walkTo('give-opinion');
    const suit = { kind: 'suit', duty: 'decision', body: '演示县人民法院' };
    expect(appealed(walk, '2026-09-01', suit).code).toBe('review-comes-first');
    must(appealed(walk, '2026-09-01', { duty: 'decision' }));
    expect(appealed(walk, '2026-09-02', suit).code).toBe('appeal-pending');
    must(settled(walk, '2026-10-20', { outcome: 'upheld' }));
    const after = { ...suit, after: `${walk.caseId}-A1` };
    expect(appealed(walk, '2026-11-05', { ...after, after: `${walk.caseId}-A7` }).code).toBe('appeal-not-found');
    expect(must(appealed(walk, '2026-11-04', after)).reply).toMatchObject({ lastOn: '2026-11-04', inTime: true });
    const late = walkTo('give-opinion');
    must(appealed(late, '2026-09-01', { duty: 'decision' }));
    must(settled(late, '2026-10-20', { outcome: 'upheld' }));
    expect(must(appealed(late, '2026-11-05', { ...after, after: `${late.caseId}-A1` })).reply.inTime).toBe(false);
  });
});

describe('the reply of the respondent', () => {
  it('is the township’s where it decided, with the evidence behind the act; overdue is recorded, never refused', () => {
    const walk = denied();
    must(appealed(walk, '2026-11-02', { paperId: 'W21-1' }));
    const input = { facts: ['家庭收入超过标准'], evidence: files(walk.world, 'the reply') };
    expect(onAppeal(walk, 'answer-appeal', '2026-11-16', { by: county, input }).code).toBe('post-not-permitted');
    expect(
      onAppeal(walk, 'answer-appeal', '2026-11-16', { by: confirmer, input: { ...input, evidence: [] } }).code,
    ).toBe('input-invalid');
    expect(
      onAppeal(walk, 'answer-appeal', '2026-11-16', { by: confirmer, input, appealId: `${walk.caseId}-A2` }).code,
    ).toBe('appeal-not-found');
    expect(appealIn(walk).terms[0]).toMatchObject({
      term: 'review-reply',
      dueOn: '2026-11-16',
      holderPost: 'TD',
      holderOrg: '649900101',
      countyHeld: false,
    });
    must(onAppeal(walk, 'answer-appeal', '2026-11-17', { by: confirmer, input }));
    expect(appealIn(walk)).toMatchObject({ status: 'answered', answeredOn: '2026-11-17' });
    expect(appealIn(walk).terms[0]).toMatchObject({ endedOn: '2026-11-17' });
    expect(onAppeal(walk, 'answer-appeal', '2026-11-18', { by: confirmer, input }).code).toBe('already-done');
  });

  it('is the county’s where the county did not act in time', () => {
    const walk = walkTo('give-opinion');
    const key = `case:${walk.caseId}`;
    const state = caseIn(walk.world, walk.caseId);
    const terms = state.parts.terms.map((term) =>
      term.term === 'decision' ? { ...term, countyHeld: true, holderOrg: '649900', holderPost: 'CC' as const } : term,
    );
    walk.world.states.set(key, { ...state, parts: { ...state.parts, terms } });
    expect(must(appealed(walk, '2026-09-01', { duty: 'decision' })).reply).toMatchObject({
      respondent: { by: 'county', orgCode: '649900' },
      terms: [{ holderPost: 'CC', countyHeld: true }],
    });
    const input = { facts: ['正在办理'], evidence: files(walk.world, 'the reply') };
    expect(onAppeal(walk, 'answer-appeal', '2026-09-02', { by: confirmer, input }).code).toBe('post-not-permitted');
    expect(onAppeal(walk, 'answer-appeal', '2026-09-02', { by: county, input }).ok).toBe(true);
  });

  it('is watched by the docket like any other term', () => {
    const walk = denied();
    must(appealed(walk, '2026-11-02', { paperId: 'W21-1' }));
    const state = walk.world.states.get(`appeal:${walk.caseId}-A1`) as never;
    expect(watchedTerms('appeal', state)).toMatchObject({
      zh: '复议诉讼',
      caseId: walk.caseId,
      townshipCode: '649900101',
      terms: [{ term: 'review-reply' }],
    });
  });
});

describe('an order to suspend', () => {
  it('is the body’s, recorded with its number; an appeal alone suspends nothing (FYF §42, ALL §56)', () => {
    const walk = reduced();
    const amount = headOf(walk).adjusted;
    must(appealed(walk, '2026-11-25', { paperId: 'W25-1' }));
    expect(headOf(walk)).toMatchObject({ status: 'active', adjusted: amount });
    const input = { orderNo: '演示复停〔2026〕1号', decidedOn: '2026-11-27', evidence: files(walk.world, 'stay')[0] };
    expect(onAppeal(walk, 'record-stay', '2026-11-26', { input }).code).toBe('date-out-of-order');
    must(onAppeal(walk, 'record-stay', '2026-11-27', { input }));
    expect(appealIn(walk).stay).toEqual({ on: '2026-11-27', orderNo: '演示复停〔2026〕1号' });
    expect(onAppeal(walk, 'record-stay', '2026-11-27', { input }).code).toBe('already-done');
    expect(headOf(walk).adjusted).toEqual(amount);
  });
});

describe('appeals of a county', () => {
  it('are listed for those who answer and those above', () => {
    const walk = denied();
    must(appealed(walk, '2026-09-01', { paperId: 'W21-1' }));
    const listed = done(walk, 'list-appeals', '2026-09-03', { by: county, raw: {} });
    expect(listed.reply.appeals).toMatchObject([{ appealId: `${walk.caseId}-A1`, status: 'open' }]);
    expect(JSON.stringify(listed.reply)).not.toContain('测试');
  });
});
