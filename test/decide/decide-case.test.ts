import { describe, expect, it } from '@jest/globals';
import { Paper } from '../../schemas/paper.ts';
import { done, expectFolded, headOf, paperOf, type Route, running, take, termOf, walkTo } from './walk-through.ts';

describe('G01: a plain difference is confirmed', () => {
  it('has every date and the amount of the rulebook', () => {
    const walk = walkTo('give-opinion');
    expect(headOf(walk)).toMatchObject({ acceptedOn: '2026-08-03', dueOn: '2026-08-31', status: 'reviewed' });
    expect(termOf(walk, 'investigation-start')).toMatchObject({ dueOn: '2026-08-06', endedOn: '2026-08-04' });
    expect(termOf(walk, 'verification-start')).toMatchObject({ dueOn: '2026-08-07', countyHeld: true });
    expect(headOf(walk).opinion).toMatchObject({
      result: 'confirm',
      amountFen: 66_000,
      on: '2026-08-14',
      repost: true,
    });
    const posted = done(walk, 'post-publicity', '2026-08-17');
    expect(posted.reply).toMatchObject({
      status: 'publicizing',
      publicityEndsOn: '2026-08-24',
      earliestDecisionOn: '2026-08-25',
    });
    expect(take(walk, 'decide-case', '2026-08-24')).toMatchObject({
      code: 'publicity-not-over',
      detail: { earliestOn: '2026-08-25' },
    });
    const decided = done(walk, 'decide-case', '2026-08-25');
    expect(decided.reply).toMatchObject({
      status: 'confirmed',
      decidedOn: '2026-08-25',
      amountFen: 66_000,
      firstMonth: '2026-09',
    });
    expect(termOf(walk, 'confirmation-notice').dueOn).toBe('2026-09-01');
    expect(termOf(walk, 'publication').dueOn).toBe('2026-08-28');
    expect(running(walk)).toEqual(['confirmation-notice', 'publication']);
    expectFolded(walk);
  });

  it('names delegation, rule pack and calendar in the decision, and the amount on the paper', () => {
    const walk = walkTo('decide-case');
    expect(headOf(walk).decision).toMatchObject({
      by: 't1-td',
      lawPack: 'RP-2026B',
      calendar: 'CN-2026',
      delegationId: 'DB_URBAN-649900101-2026-01-01',
    });
    const paper = paperOf(walk, 'W20');
    expect(Paper.parse(paper)).toEqual(paper);
    expect(paper).toMatchObject({
      serveBy: '2026-09-01',
      example: true,
      data: { members: 3, amountFen: 66_000, firstMonth: '2026-09', reverifyMonths: 6 },
    });
    expect(paper.data['delegation']).toContain('演政发〔2025〕1号');
  });

  it('is served and published, and then runs no term but the next check of the household', () => {
    const walk = walkTo('publish-confirmation');
    done(walk, 'record-delivery', '2026-08-28', {
      input: { paperId: 'W20-1', method: 'direct', servedOn: '2026-08-26' },
    });
    expect(headOf(walk)).toMatchObject({ status: 'active', publishedOn: '2026-08-27' });
    expect(termOf(walk, 'confirmation-notice').endedOn).toBe('2026-08-26');
    expect(running(walk)).toEqual(['reverification']);
    expect(paperOf(walk, 'W35').data).toMatchObject({
      paperTitle: '确认通知书',
      method: 'direct',
      servedOn: '2026-08-26',
    });
    expectFolded(walk);
  });
});

const g02: Route['days'] = {
  'submit-application': '2026-09-10',
  'accept-application': '2026-09-10',
  'record-consents': '2026-09-10',
  'assign-surveyors': '2026-09-11',
  'request-verification': '2026-09-11',
  'start-verification': '2026-09-14',
  'record-visit': '2026-09-14',
  'record-verification': '2026-09-16',
  'give-opinion': '2026-09-17',
  'post-publicity': '2026-09-18',
};

describe('G02: Mid-Autumn and National Day', () => {
  it('rolls the seventh day over the festival and keeps the deadline of 14 October', () => {
    const walk = walkTo('post-publicity', { days: g02 });
    expect(termOf(walk, 'investigation-start').dueOn).toBe('2026-09-15');
    expect(headOf(walk)).toMatchObject({ dueOn: '2026-10-14', publicity: { endsOn: '2026-09-28' } });
    expect(take(walk, 'decide-case', '2026-09-28').code).toBe('publicity-not-over');
    expect(done(walk, 'decide-case', '2026-09-29').reply).toMatchObject({ firstMonth: '2026-10' });
  });

  it('pays from November when it is confirmed on 8 October', () => {
    const walk = walkTo('post-publicity', { days: g02 });
    expect(done(walk, 'decide-case', '2026-10-08').reply).toMatchObject({ firstMonth: '2026-11', amountFen: 66_000 });
  });
});

describe('G22: accepted before the Law, decided under it', () => {
  it('cites the Law with D57 and N83, while the acts of intake stay under the old layer', () => {
    const walk = walkTo('decide-case', {
      days: {
        'submit-application': '2026-06-25',
        'accept-application': '2026-06-25',
        'record-consents': '2026-06-25',
        'assign-surveyors': '2026-06-26',
        'request-verification': '2026-06-26',
        'start-verification': '2026-06-29',
        'record-visit': '2026-06-29',
        'record-verification': '2026-07-01',
        'give-opinion': '2026-07-02',
        'post-publicity': '2026-07-03',
        'decide-case': '2026-07-15',
      },
    });
    expect(headOf(walk)).toMatchObject({ dueOn: '2026-07-23', decision: { lawPack: 'RP-2026B', on: '2026-07-15' } });
    expect(paperOf(walk, 'W20').clauses).toEqual([
      '《中华人民共和国社会救助法》第四十五条',
      '《最低生活保障审核确认办法》第二十一条',
      '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》第四（一）项',
    ]);
    const accepted = walk.world.events.find(({ type }) => type === 'application-accepted');
    expect(accepted?.lawPack).toBe('RP-2026A');
  });
});
