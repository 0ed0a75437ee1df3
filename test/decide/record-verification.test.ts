import { describe, expect, it } from '@jest/globals';
import type { Person } from '../applications.ts';
import {
  done,
  expectFolded,
  headOf,
  paperOf,
  type Route,
  running,
  take,
  termOf,
  type Walk,
  walkTo,
  withProperty,
} from './walk-through.ts';

const pension = { kind: 'transfer', per: 'month', amountFen: 30_000, evidence: 'declared' };
const couple: readonly Person[] = [
  { birth: '19600301', sequence: 401, relation: '01', more: { income: [pension] } },
  { birth: '19620301', sequence: 402, relation: '12', more: { income: [pension] } },
];
const g07: Route = {
  persons: couple,
  application: { program: 'DB_RURAL', urbanRural: 'rural' },
  days: {
    'submit-application': '2026-09-14',
    'accept-application': '2026-09-14',
    'record-consents': '2026-09-14',
    'assign-surveyors': '2026-09-15',
    'request-verification': '2026-09-15',
    'start-verification': '2026-09-16',
    'record-visit': '2026-09-16',
  },
};
const deposit = (walk: Walk, hit: boolean) => ({
  findings: [
    {
      person: withProperty(walk, []).members[0]?.person,
      source: 'bank',
      hit: 'deposit',
      amountFen: 3_000_000,
      conflicts: hit,
    },
  ],
});

/** Up to the notice of the result: deposits of 30,000, 15,000 a head against a limit of 12,480. */
function deposits(): Walk {
  const walk = walkTo('record-visit', g07);
  const household = withProperty(walk, [{ kind: 'deposit', valueFen: 3_000_000 }]);
  done(walk, 'record-verification', '2026-09-21', { input: { ...deposit(walk, true), household } });
  expect(headOf(walk).verification?.state).toBe('hit');
  done(walk, 'inform-verification', '2026-09-22');
  return walk;
}

describe('G07: a property failure', () => {
  it('is told to the applicant in plain words with a window of five working days from service', () => {
    const walk = deposits();
    expect(paperOf(walk, 'W12')).toMatchObject({
      data: {
        failed: ['人均货币财产 30000.00 ÷ 2 = 15000.00 > 12480.00 元，超出当地规定'],
        windowEndsOn: '2026-09-30',
      },
      serveBy: '2026-09-24',
    });
    done(walk, 'record-delivery', '2026-09-23', {
      input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-09-23' },
    });
    expect(headOf(walk).verification?.windowEndsOn).toBe('2026-10-08');
    expect(termOf(walk, 'verification-objection').dueOn).toBe('2026-10-08');
    expect(
      take(walk, 'give-opinion', '2026-10-08', { input: { result: 'deny', reasons: ['财产超标'] } }),
    ).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['verification'] },
    });
    expectFolded(walk);
  });

  it('is won back in the recheck: 8,000 belongs to a relative, 11,000 a head pass, the amount is 440', () => {
    const walk = deposits();
    done(walk, 'object-verification', '2026-09-24');
    const household = withProperty(walk, [
      { kind: 'deposit', valueFen: 2_200_000 },
      { kind: 'deposit', valueFen: 800_000, exemptReason: '亲属寄存，有转账记录' },
    ]);
    done(walk, 'record-verification', '2026-09-28', { input: { ...deposit(walk, true), household } });
    expect(headOf(walk).verification?.state).toBe('finished');
    done(walk, 'give-opinion', '2026-09-28');
    expect(headOf(walk).opinion).toMatchObject({ result: 'confirm', amountFen: 44_000 });
    done(walk, 'post-publicity', '2026-09-28');
    expect(headOf(walk).publicity?.endsOn).toBe('2026-10-08');
    expect(done(walk, 'decide-case', '2026-10-09').reply).toMatchObject({ amountFen: 44_000, firstMonth: '2026-11' });
    expectFolded(walk);
  });

  it('is denied on 16 October without proof, without publicity, and served by 21 October', () => {
    const walk = deposits();
    done(walk, 'record-delivery', '2026-09-22', {
      input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-09-22' },
    });
    expect(take(walk, 'object-verification', '2026-10-09').code).toBe('verification-objection-late');
    done(walk, 'give-opinion', '2026-10-12', { input: { result: 'deny', reasons: ['家庭财产超出规定'] } });
    expect(running(walk)).not.toContain('posting');
    expect(take(walk, 'post-publicity', '2026-10-12')).toMatchObject({
      code: 'step-out-of-order',
      detail: { opinion: 'deny' },
    });
    expect(take(walk, 'decide-case', '2026-10-16', { input: { result: 'not-confirmed' } }).code).toBe(
      'reasons-missing',
    );
    const denied = done(walk, 'decide-case', '2026-10-16', {
      input: { result: 'not-confirmed', reasons: ['人均存款 15,000 元，超过 12,480 元'] },
    });
    expect(denied.reply).toMatchObject({ status: 'not-confirmed', amountFen: 0, endedOn: '2026-10-16' });
    expect(denied.reply.firstMonth).toBeUndefined();
    expect(termOf(walk, 'denial-notice')).toMatchObject({ dueOn: '2026-10-21' });
    expect(running(walk)).toEqual(['denial-notice']);
    const paper = paperOf(walk, 'W21');
    expect(paper).toMatchObject({ serveBy: '2026-10-21', data: { reasons: ['人均存款 15,000 元，超过 12,480 元'] } });
    expect(paper.data['remedy']).toContain('六十日');
    expect(paper.data['clauses']).toEqual(['《最低生活保障审核确认办法》第十四条']);
    done(walk, 'record-delivery', '2026-10-21', {
      input: { paperId: 'W21-1', method: 'direct', servedOn: '2026-10-21' },
    });
    expect(running(walk)).toEqual([]);
    expectFolded(walk);
  });
});
