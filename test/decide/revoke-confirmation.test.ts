import { describe, expect, it } from '@jest/globals';
import type { CorrectionState } from '../../functions/core/correction-fold.ts';
import { amountIn } from '../../functions/law/entitlements.ts';
import { Paper } from '../../schemas/paper.ts';
import { actor, caseIn } from '../world.ts';
import { entitlementsOf, receiving, withWage } from './receiving.ts';
import { done, expectFolded, headOf, paperOf, running, take, untouched, type Walk } from './walk-through.ts';

const county = actor('CC', 'cc-1');
const reviewer = actor('TR', 't1-tr');
const confirmer = actor('TD', 't1-td');
const order = {
  by: county,
  input: { ground: 'unqualified', facts: ['确认时漏计工资收入'], demands: ['撤销原确认决定'] },
};
const propose = (ground: string) => ({
  by: reviewer,
  input: { ground, facts: ['漏计工资收入'], reasons: ['不符合条件'] },
});

const correctionIn = ({ world }: Walk, id: string) => (world.states.get(`correction:${id}`) as CorrectionState).head;

/** A proposed revocation of which the household was heard. */
function heard(ground: string, before?: (walk: Walk) => void): Walk {
  const walk = receiving();
  before?.(walk);
  done(walk, 'propose-revocation', '2026-11-03', propose(ground));
  done(walk, 'record-delivery', '2026-11-04', {
    input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-11-04' },
  });
  done(walk, 'record-representations', '2026-11-05');
  return walk;
}

describe('责令纠正', () => {
  it('gives the township ten working days, as a subject with a term of its own', () => {
    const walk = receiving();
    done(walk, 'order-correction', '2026-11-02', order);
    const id = `${walk.caseId}-C1`;
    expect(correctionIn(walk, id)).toMatchObject({ status: 'open', orderedOn: '2026-11-02', dueOn: '2026-11-16' });
    expect(correctionIn(walk, id).terms[0]).toMatchObject({
      term: 'correction-order',
      holderOrg: '649900101',
      holderPost: 'TD',
    });
    const paper = paperOf(walk, 'W34');
    expect(Paper.parse(paper)).toMatchObject({ to: 'township', issuer: '649900', data: { dueOn: '2026-11-16' } });
    expect(take(walk, 'order-correction', '2026-11-03', order).code).toBe('already-done');
    expect(take(walk, 'order-correction', '2026-11-03', { ...order, by: confirmer }).code).toBe('post-not-permitted');
    expect(headOf(walk).status).toBe('active');
  });

  it('is answered by what the township corrected otherwise, also late', () => {
    const walk = receiving();
    done(walk, 'order-correction', '2026-11-02', order);
    const id = `${walk.caseId}-C1`;
    const answer = { by: confirmer, input: { correctionId: id, answer: ['已重新核定金额'] } };
    expect(
      take(walk, 'answer-correction', '2026-11-20', { ...answer, input: { ...answer.input, correctionId: 'x' } }).code,
    ).toBe('correction-not-named');
    done(walk, 'answer-correction', '2026-11-20', answer);
    expect(correctionIn(walk, id)).toMatchObject({
      status: 'corrected',
      settledBy: 'township',
      settledOn: '2026-11-20',
    });
    expect(correctionIn(walk, id).terms[0]?.endedOn).toBe('2026-11-20');
    expectFolded(walk);
  });
});

describe('撤销', () => {
  it('is refused before the household was heard, and changes nothing', () => {
    const walk = receiving();
    done(walk, 'propose-revocation', '2026-11-03', propose('unqualified'));
    const before = untouched(walk);
    expect(take(walk, 'revoke-confirmation', '2026-11-04', { by: confirmer }).code).toBe('representations-missing');
    expect(untouched(walk)).toBe(before);
  });

  it('takes effect from the next month where nobody deceived, and answers the order', () => {
    const walk = heard('unqualified', (one) => done(one, 'order-correction', '2026-11-02', order));
    const id = `${walk.caseId}-C1`;
    expect(take(walk, 'revoke-confirmation', '2026-11-06', { by: confirmer }).code).toBe('correction-not-named');
    done(walk, 'revoke-confirmation', '2026-11-06', { by: confirmer, input: { correctionId: id } });
    expect(headOf(walk)).toMatchObject({ status: 'revoked', endedOn: '2026-11-06' });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'revocation', fromMonth: '2026-12', amountFen: 0 });
    expect(correctionIn(walk, id)).toMatchObject({ status: 'revoked', settledBy: 'township' });
    const paper = paperOf(walk, 'W28');
    expect(Paper.parse(paper)).toMatchObject({
      serveBy: '2026-11-11',
      data: {
        fromStart: false,
        fromMonth: '2026-12',
        orderedBy: paperOf(walk, 'W34').number,
        heard: { waived: false },
      },
    });
    expect(running(walk)).toEqual(['adjustment-notice', 'adjustment-publication']);
    expect(take(walk, 'order-recovery', '2026-11-09', { by: county, raw: recovery() }).code).toBe('nothing-to-recover');
    expectFolded(walk);
  });

  it('falls to the county once the township let the order pass, and not before', () => {
    const walk = receiving();
    done(walk, 'order-correction', '2026-11-02', order);
    expect(take(walk, 'propose-revocation', '2026-11-16', { ...propose('procedure'), by: county }).code).toBe(
      'post-not-permitted',
    );
    done(walk, 'propose-revocation', '2026-11-17', { ...propose('procedure'), by: county });
    done(walk, 'record-delivery', '2026-11-17', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-11-17' },
    });
    done(walk, 'record-representations', '2026-11-18');
    const input = { correctionId: `${walk.caseId}-C1` };
    expect(take(walk, 'revoke-confirmation', '2026-11-19', { by: county, input }).code).toBe(
      'reviewer-may-not-confirm',
    );
    done(walk, 'revoke-confirmation', '2026-11-19', { by: actor('CC', 'cc-2'), input });
    expect(paperOf(walk, 'W28').issuer).toBe('649900');
    expect(correctionIn(walk, input.correctionId)).toMatchObject({ status: 'revoked', settledBy: 'county' });
  });

  it('is void from the beginning for fraud; the money comes back by a decision of the county alone', () => {
    const walk = heard('fraud');
    done(walk, 'revoke-confirmation', '2026-11-06', { by: confirmer });
    const { benefit, management } = caseIn(walk.world, walk.caseId).parts;
    expect(amountIn(benefit?.entitlements ?? [], '2026-09')).toBe(0);
    expect(management?.overpaid).toEqual({ fromMonth: '2026-09', untilMonth: '2026-11', amountFen: 198_000 });
    expect(take(walk, 'order-recovery', '2026-11-09', { by: confirmer, raw: recovery() }).code).toBe(
      'township-may-not-recover',
    );
    for (const beyond of [{ amountFen: 198_001 }, { fromMonth: '2026-08' }, { untilMonth: '2026-12' }])
      expect(take(walk, 'order-recovery', '2026-11-09', { by: county, raw: { ...recovery(), ...beyond } }).code).toBe(
        'recovery-beyond-paid',
      );
    done(walk, 'order-recovery', '2026-11-09', { by: county, raw: recovery() });
    expect(Paper.parse(paperOf(walk, 'W29'))).toMatchObject({ issuer: '649900', data: { amountFen: 198_000 } });
    expect(take(walk, 'order-recovery', '2026-11-10', { by: county, raw: recovery() }).code).toBe(
      'recovery-beyond-paid',
    );
    expectFolded(walk);
  });
});

describe('money drawn after an ordinary stop (LAW §74)', () => {
  /** Stopped from December 2026 on, having received 660 yuan a month. */
  function stopped(): Walk {
    const walk = receiving();
    done(walk, 'report-change', '2026-11-02', { input: { kind: 'income', happenedOn: '2026-11-01' } });
    done(walk, 'record-visit', '2026-11-03', { input: { household: withWage(walk, 5000) } });
    done(walk, 'record-reverification', '2026-11-04', { input: { result: 'stop', reasons: ['收入超过标准'] } });
    done(walk, 'record-delivery', '2026-11-04', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-11-04' },
    });
    done(walk, 'record-representations', '2026-11-05');
    done(walk, 'decide-adjustment', '2026-11-06', { input: { result: 'stop' } });
    return walk;
  }
  const kept = { fromMonth: '2026-12', untilMonth: '2027-01', amountFen: 132_000, payBy: '2027-03-31' };

  it('comes back by a decision of the county, of the months since the stop and no more than held before it', () => {
    const walk = stopped();
    expect(take(walk, 'order-recovery', '2026-11-30', { by: county, raw: { ...recovery(), ...kept } }).code).toBe(
      'nothing-to-recover',
    );
    const order = (more: Record<string, unknown> = {}) =>
      take(walk, 'order-recovery', '2027-01-15', { by: county, raw: { ...recovery(), ...kept, ...more } });
    for (const beyond of [{ amountFen: 132_001 }, { fromMonth: '2026-11' }, { untilMonth: '2027-02' }])
      expect(order(beyond).code).toBe('recovery-beyond-paid');
    expect(order().ok).toBe(true);
    const paper = paperOf(walk, 'W29');
    expect(paper.clauses.join('')).toContain('第七十四条');
    expect(paper.clauses.join('')).not.toContain('第七十三条');
    expect(order({ amountFen: 1 }).code).toBe('recovery-beyond-paid');
    expectFolded(walk);
  });

  it('is not a township’s to order', () => {
    expect(take(stopped(), 'order-recovery', '2027-01-15', { by: confirmer, raw: recovery() }).code).toBe(
      'township-may-not-recover',
    );
  });
});

const recovery = () => ({
  fromMonth: '2026-09',
  untilMonth: '2026-11',
  amountFen: 198_000,
  payBy: '2027-01-31',
  how: '退回县财政专户',
  facts: ['申请时隐瞒工资收入'],
  reasons: ['以欺骗手段获得救助金'],
});
