import { describe, expect, it } from '@jest/globals';
import { attach, caseIn } from '../world.ts';
import { done, expectFolded, headOf, paperOf, take, termOf, untouched, type Walk, walkTo } from './walk-through.ts';

const decided = (electronicService = true): Walk => walkTo('decide-case', { application: { electronicService } });
const serve = (walk: Walk, input: Record<string, unknown>, on = '2026-08-28') =>
  take(walk, 'record-delivery', on, {
    input: { paperId: 'W20-1', method: 'direct', servedOn: '2026-08-26', ...input },
  });

describe('review.record-delivery', () => {
  it('ends the term on the day of service and leaves a receipt', () => {
    const walk = decided();
    expect(serve(walk, {}).ok).toBe(true);
    expect(termOf(walk, 'confirmation-notice')).toMatchObject({ dueOn: '2026-09-01', endedOn: '2026-08-26' });
    const entry = caseIn(walk.world, walk.caseId).parts.papers.find(({ paperId }) => paperId === 'W20-1');
    expect(entry?.served).toMatchObject({ method: 'direct', servedOn: '2026-08-26', servedBy: 't1-tc' });
    expect(paperOf(walk, 'W35').data['paperNumber']).toBe(entry?.number);
    expect(serve(walk, {}).code).toBe('already-done');
    expectFolded(walk);
  });

  it('is taken late, and the term shows it (B9)', () => {
    const walk = decided();
    serve(walk, { servedOn: '2026-09-03' }, '2026-09-03');
    expect(termOf(walk, 'confirmation-notice').endedOn).toBe('2026-09-03');
  });

  it('knows the papers that are served, and no others', () => {
    const walk = walkTo('publish-confirmation');
    const before = untouched(walk);
    for (const paperId of ['W17-1', 'W22-1', 'W21-1', 'W20-2'])
      expect(serve(walk, { paperId }).code).toBe('paper-not-found');
    expect(untouched(walk)).toBe(before);
  });

  it('happened between the issue of the paper and today', () => {
    const walk = decided();
    expect(serve(walk, { servedOn: '2026-08-24' }).code).toBe('date-out-of-order');
    expect(serve(walk, { servedOn: '2026-08-29' }).code).toBe('date-out-of-order');
  });

  it('is electronic only with the recipient’s consent', () => {
    expect(serve(decided(false), { method: 'electronic' }).code).toBe('consent-to-electronic-missing');
    expect(serve(decided(true), { method: 'electronic' }).ok).toBe(true);
  });

  it('may reach an adult of the household, whose relation is named', () => {
    const walk = decided();
    expect(serve(walk, { method: 'family-member' }).code).toBe('input-invalid');
    expect(serve(walk, { method: 'family-member', signedBy: '配偶' }).ok).toBe(true);
    const alone = walkTo('decide-case', { persons: [{ birth: '19700101', sequence: 501, relation: '01' }] });
    expect(serve(alone, { method: 'family-member', signedBy: '邻居' }).code).toBe('member-not-listed');
  });

  it('may be left behind before a witness or a camera', () => {
    const walk = decided();
    expect(serve(walk, { method: 'left-with-witness' }).code).toBe('delivery-witness-missing');
    expect(serve(walk, { method: 'left-with-witness', witness: '村委会工作人员' }).ok).toBe(true);
    const filmed = decided();
    expect(serve(filmed, { method: 'left-with-witness', proof: attach(filmed.world, 'film') }).ok).toBe(true);
  });

  it('by post needs the receipt', () => {
    const walk = decided();
    expect(serve(walk, { method: 'post' }).code).toBe('input-invalid');
    expect(serve(walk, { method: 'post', proof: attach(walk.world, 'receipt') }).ok).toBe(true);
  });

  it('by public notice is done thirty days after it, and no notice comes before the paper', () => {
    const walk = decided();
    const proof = attach(walk.world, 'notice');
    const notice = { method: 'public-notice', noticedOn: '2026-08-26', proof };
    expect(serve(walk, { method: 'public-notice' }).code).toBe('input-invalid');
    expect(serve(walk, { ...notice, servedOn: '2026-09-24' }, '2026-09-30')).toMatchObject({
      code: 'date-out-of-order',
      detail: { earliestOn: '2026-09-25' },
    });
    const early = { ...notice, noticedOn: '2026-07-20', servedOn: '2026-08-25' };
    expect(serve(walk, early, '2026-08-28')).toMatchObject({
      code: 'date-out-of-order',
      detail: { issuedOn: '2026-08-25', noticedOn: '2026-07-20' },
    });
    expect(serve(walk, { ...notice, servedOn: '2026-09-25' }, '2026-09-30').ok).toBe(true);
  });

  it('of the materials notice opens the applicant’s window of fifteen working days (B3)', () => {
    const walk = walkTo('submit-application');
    done(walk, 'request-materials', '2026-08-03', { input: { items: [{ item: 'disability-card' }] } });
    done(walk, 'record-delivery', '2026-08-05', {
      input: { paperId: 'W06-1', method: 'direct', servedOn: '2026-08-05' },
    });
    expect(termOf(walk, 'correction')).toMatchObject({ fromOn: '2026-08-05', dueOn: '2026-08-26', countyHeld: false });
    expect(headOf(walk).correction?.windowEndsOn).toBe('2026-08-26');
    expectFolded(walk);
  });
});
