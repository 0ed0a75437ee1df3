import { describe, expect, it } from '@jest/globals';
import type { Person } from '../applications.ts';
import { caseIn } from '../world.ts';
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
    ...withProperty(walk, [])
      .members.slice(1)
      .map(({ person }) => ({ person, source: 'bank', hit: 'none', conflicts: false })),
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
        windowWorkingDays: 5,
        windowEndsOn: '2026-09-30',
      },
      serveBy: '2026-09-24',
    });
    expect(termOf(walk, 'verification-inform').endedOn).toBeUndefined();
    done(walk, 'record-delivery', '2026-09-23', {
      input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-09-23' },
    });
    expect(termOf(walk, 'verification-inform').endedOn).toBe('2026-09-23');
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

describe('the verification', () => {
  it('is asked for once, with every consent on file (LAW §40)', () => {
    const walk = walkTo('accept-application');
    const request = (on: string) => take(walk, 'request-verification', on);
    const persons = caseIn(walk.world, walk.caseId).parts.household.members.map(({ person }) => person);
    expect(request('2026-08-04')).toMatchObject({
      code: 'consent-incomplete',
      detail: { missing: persons.slice(0, 2) },
    });
    done(walk, 'record-consents', '2026-08-04');
    expect(request('2026-08-04').ok).toBe(true);
    expect(request('2026-08-05').code).toBe('already-done');
    const event = walk.world.events.at(-1);
    expect(event?.data).toMatchObject({ persons, scope: expect.arrayContaining(['bank', 'vehicle']) });
  });

  it('goes from request to start to result, each once', () => {
    const walk = walkTo('assign-surveyors');
    expect(take(walk, 'start-verification', '2026-08-04').code).toBe('step-out-of-order');
    done(walk, 'request-verification', '2026-08-04');
    expect(take(walk, 'record-verification', '2026-08-04').code).toBe('step-out-of-order');
    done(walk, 'start-verification', '2026-08-05');
    expect(termOf(walk, 'verification-result')).toMatchObject({ dueOn: '2026-08-12', holderId: 'cv-1' });
    expect(take(walk, 'start-verification', '2026-08-05').code).toBe('already-done');
    expect(take(walk, 'inform-verification', '2026-08-05').code).toBe('step-out-of-order');
    done(walk, 'record-verification', '2026-08-07');
    expect(take(walk, 'record-verification', '2026-08-08').code).toBe('already-done');
    expect(take(walk, 'object-verification', '2026-08-08').code).toBe('step-out-of-order');
  });

  it('is held against the household where a conflict is left without corrected figures', () => {
    const walk = walkTo('record-visit');
    done(walk, 'record-verification', '2026-08-10', { input: deposit(walk, true) });
    expect(headOf(walk).verification).toMatchObject({ state: 'hit', hits: 1 });
    expect(termOf(walk, 'verification-inform').dueOn).toBe('2026-08-13');
    done(walk, 'inform-verification', '2026-08-11');
    expect(paperOf(walk, 'W12').data['failed']).toEqual(['存款等货币财产的核对结果与申报不一致']);
    expect(take(walk, 'inform-verification', '2026-08-11').code).toBe('already-done');
  });

  it('speaks only of members of the household', () => {
    const walk = walkTo('record-visit');
    const findings = [{ person: `t_${'a'.repeat(32)}`, source: 'bank', hit: 'none', conflicts: false }];
    expect(take(walk, 'record-verification', '2026-08-10', { input: { findings } }).code).toBe('member-not-listed');
  });

  it('is objected to with evidence, on the last day of the window too (B1)', () => {
    const walk = deposits();
    done(walk, 'record-delivery', '2026-09-22', {
      input: { paperId: 'W12-1', method: 'direct', servedOn: '2026-09-22' },
    });
    expect(headOf(walk).verification?.windowEndsOn).toBe('2026-09-30');
    expect(take(walk, 'object-verification', '2026-09-30', { input: { evidence: [] } }).code).toBe('input-invalid');
    done(walk, 'object-verification', '2026-09-30');
    expect(take(walk, 'give-opinion', '2026-10-08')).toMatchObject({ detail: { missing: ['verification'] } });
    expect(termOf(walk, 'verification-result').fromOn).toBe('2026-09-30');
    expect(take(walk, 'object-verification', '2026-09-30').code).toBe('already-done');
  });
});
