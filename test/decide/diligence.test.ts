import { describe, expect, it } from '@jest/globals';
import { printDiligence } from '../../functions/supervision/print-diligence.ts';
import { readDiligence } from '../../functions/supervision/read-diligence.ts';
import { reviewExemption } from '../../functions/supervision/review-exemption.ts';
import type { DiligenceView } from '../../schemas/diligence.ts';
import { actor, noon, play } from '../world.ts';
import { done, headOf, type Walk, walkTo } from './walk-through.ts';

const official = actor('CC', 'cc-1');
const later = noon('2026-11-02');

const pack = ({ world, caseId }: Walk, person: string, as = official) =>
  play(world, readDiligence, { actor: as, now: later, params: { caseId }, input: { person } });
const objected = (): Walk => {
  const walk = walkTo('post-publicity');
  done(walk, 'raise-objection', headOf(walk).publicity?.postedOn ?? '');
  return walk;
};
const conclusion = (walk: Walk, person: string, more: object = {}) => ({
  caseId: walk.caseId,
  person,
  on: '2026-10-30',
  decidingBody: '演示县民政局',
  documentNo: '演民容〔2026〕1号',
  outcome: 'exempted',
  grounds: ['duty-done', 'corrected-in-time'],
  reasons: '核对结果返回时未见该账户，发现后即重新调查。',
  ...more,
});
const decide = (walk: Walk, person: string, more: object = {}, as = official) =>
  play(walk.world, reviewExemption, { actor: as, now: later, input: conclusion(walk, person, more) });

describe('supervision.read-diligence', () => {
  it('tells of each act what was known before it, and nothing that came later', () => {
    const walk = objected();
    const reviewer = headOf(walk).reviewer ?? '';
    const { acts } = pack(walk, reviewer).reply as DiligenceView;
    const opinion = acts.find(({ type }) => type === 'opinion-given');
    expect(opinion?.known).toMatchObject({
      status: 'investigating',
      verification: 'finished',
      visits: 1,
      objections: 0,
    });
    expect(headOf(walk).objections).toBe(1);
    const clerk = pack(walk, headOf(walk).clerk ?? '').reply as DiligenceView;
    const accepted = clerk.acts.find(({ type }) => type === 'application-accepted');
    expect(accepted?.known).toMatchObject({ status: 'submitted', verification: 'none', visits: 0 });
  });

  it('counts among the acts of a surveyor the visits at which he or she was named', () => {
    const walk = walkTo('record-visit');
    for (const surveyor of headOf(walk).surveyors)
      expect((pack(walk, surveyor).reply as DiligenceView).acts.map(({ type }) => type)).toContain('household-visited');
  });

  it('tells what was put right afterwards, by whom and how soon, and gives no verdict', () => {
    const walk = objected();
    const reviewer = headOf(walk).reviewer ?? '';
    const opinionOn = headOf(walk).opinion?.on ?? '';
    expect((pack(walk, reviewer).reply as DiligenceView).corrections).toEqual([]);
    done(walk, 'reinvestigate-case', headOf(walk).publicity?.postedOn ?? '');
    const { corrections, note, reviews } = pack(walk, reviewer).reply as DiligenceView;
    const days = (Date.parse(headOf(walk).publicity?.postedOn ?? '') - Date.parse(opinionOn)) / 86_400_000;
    expect(corrections).toEqual([
      expect.objectContaining({ type: 'case-reinvestigated', own: false, daysAfter: days }),
    ]);
    expect(note).toContain('不作结论');
    expect(reviews).toEqual([]);
  });

  it('is for the county and those above, about who had a part in the case', () => {
    const walk = walkTo('give-opinion');
    const reviewer = headOf(walk).reviewer ?? '';
    expect(pack(walk, 'nobody-1').code).toBe('not-on-case');
    expect(pack(walk, reviewer, actor('TD', 't1-td')).code).toBe('post-not-permitted');
    expect(pack(walk, reviewer, actor('CC', 'cc-9', '640104')).code).toBe('case-not-found');
    expect(pack(walk, reviewer, actor('PROV', 'prov-1', '640000')).ok).toBe(true);
  });
});

describe('supervision.review-exemption', () => {
  it('keeps the body, its document and grounds; a second review stands beside the first', () => {
    const walk = objected();
    const reviewer = headOf(walk).reviewer ?? '';
    expect(decide(walk, reviewer).reply).toEqual({ reviews: 1 });
    expect(decide(walk, reviewer, { outcome: 'not-exempted', documentNo: '演民容〔2026〕2号' }).reply).toEqual({
      reviews: 2,
    });
    const { reviews } = pack(walk, reviewer).reply as DiligenceView;
    expect(reviews.map(({ outcome }) => outcome)).toEqual(['exempted', 'not-exempted']);
    expect(reviews[0]).toMatchObject({ decidingBody: '演示县民政局', recordedBy: 'cc-1' });
    expect(headOf(walk).status).toBe('reinvestigating');
  });

  it('is refused about a stranger to the case, about oneself, for a day to come and to another county', () => {
    const walk = objected();
    const reviewer = headOf(walk).reviewer ?? '';
    expect(decide(walk, 'nobody-1').code).toBe('not-on-case');
    expect(decide(walk, 'cc-1').code).toBe('handler-may-not-check');
    expect(decide(walk, reviewer, { on: '2026-11-03' }).code).toBe('date-out-of-order');
    expect(decide(walk, reviewer, {}, actor('CC', 'cc-9', '640104')).code).toBe('case-not-found');
    expect(decide(walk, reviewer, {}, actor('TD', 't1-td')).code).toBe('post-not-permitted');
  });
});

describe('supervision.print-diligence', () => {
  it('prints acts, corrections and reviews under their headings', () => {
    const walk = objected();
    const reviewer = headOf(walk).reviewer ?? '';
    decide(walk, reviewer);
    const { world, caseId } = walk;
    const printed = play(world, printDiligence, {
      actor: official,
      now: later,
      params: { caseId },
      input: { person: reviewer },
    });
    expect(printed.reply).toMatchObject({ title: '履职尽责情况材料', reportId: `${caseId}:${reviewer}` });
  });
});
