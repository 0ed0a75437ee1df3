import { describe, expect, it } from '@jest/globals';
import { attach } from '../world.ts';
import {
  boardPosting,
  expectFolded,
  headOf,
  paperOf,
  running,
  take,
  termOf,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const screen = (walk: Walk, on: string) => ({ ...boardPosting(walk.world, on), channel: 'screen' });
const post = (walk: Walk, on: string, postings: Record<string, unknown>[]) =>
  take(walk, 'post-publicity', on, { input: { postings } });

describe('review.post-publicity', () => {
  it('issues the notice with nothing beyond the whitelist (P09)', () => {
    const walk = walkTo('post-publicity');
    const paper = paperOf(walk, 'W17');
    expect(paper.to).toBe('public');
    expect(Object.keys(paper.data).toSorted()).toEqual(
      ['amountFen', 'applicant', 'countyPhone', 'days', 'members', 'program', 'townshipPhone', 'village'].toSorted(),
    );
    expect(paper.data).toMatchObject({ members: 3, amountFen: 66_000, village: '演示一镇第一村', days: 7 });
    expect(termOf(walk, 'posting').endedOn).toBe('2026-08-17');
    expect(termOf(walk, 'publicity').dueOn).toBe('2026-08-24');
    expectFolded(walk);
  });

  it('refuses a text of one’s own', () => {
    const walk = walkTo('give-opinion');
    const raw = { postings: [boardPosting(walk.world, '2026-08-17')], content: '张某某患病' };
    expect(take(walk, 'post-publicity', '2026-08-17', { raw }).code).toBe('publicity-content-forbidden');
  });

  it('runs only from the posting where the family lives; a screen alone is no publicity', () => {
    const walk = walkTo('give-opinion');
    expect(post(walk, '2026-08-17', [screen(walk, '2026-08-17')]).reply).toMatchObject({ status: 'reviewed' });
    expect(take(walk, 'decide-case', '2026-08-30')).toMatchObject({
      code: 'publicity-channel-missing',
      detail: { missing: ['village-board'] },
    });
    expect(post(walk, '2026-08-18', [boardPosting(walk.world, '2026-08-18')]).reply).toMatchObject({
      status: 'publicizing',
      publicityEndsOn: '2026-08-25',
    });
    expect(headOf(walk).paperCounts['W17']).toBe(1);
    expect(post(walk, '2026-08-19', [screen(walk, '2026-08-19')]).reply.publicityEndsOn).toBe('2026-08-25');
  });

  it('starts again where the notice was removed and posted anew', () => {
    const walk = walkTo('post-publicity');
    expect(post(walk, '2026-08-20', [boardPosting(walk.world, '2026-08-20')]).reply.publicityEndsOn).toBe('2026-08-27');
    expect(take(walk, 'decide-case', '2026-08-27').code).toBe('publicity-not-over');
    expect(termOf(walk, 'publicity').fromOn).toBe('2026-08-20');
    expectFolded(walk);
  });

  it('takes no posting before the opinion, in the future or without its photo', () => {
    const walk = walkTo('give-opinion');
    const before = untouched(walk);
    expect(post(walk, '2026-08-17', [boardPosting(walk.world, '2026-08-13')]).code).toBe('date-out-of-order');
    expect(post(walk, '2026-08-17', [boardPosting(walk.world, '2026-08-18')]).code).toBe('date-out-of-order');
    const lost = { ...boardPosting(walk.world, '2026-08-17'), attachmentId: attach(walk.world, 'lost', 'absent') };
    expect(post(walk, '2026-08-17', [lost]).code).toBe('attachment-missing');
    expect(untouched(walk)).toBe(before);
  });

  it('may be recorded after the day of posting, which counts (B6: also a day of rest)', () => {
    const walk = walkTo('give-opinion');
    expect(post(walk, '2026-08-17', [boardPosting(walk.world, '2026-08-15')]).reply.publicityEndsOn).toBe('2026-08-24');
  });
});

describe('review.publish-confirmation', () => {
  it('publishes name, members and amount within three working days', () => {
    const walk = walkTo('publish-confirmation');
    expect(Object.keys(paperOf(walk, 'W22').data).toSorted()).toEqual([
      'amountFen',
      'applicant',
      'members',
      'program',
      'village',
    ]);
    expect(termOf(walk, 'publication')).toMatchObject({ dueOn: '2026-08-28', endedOn: '2026-08-27' });
    expect(running(walk)).toEqual(['confirmation-notice', 'reverification']);
    expect(termOf(walk, 'reverification')).toMatchObject({ fromOn: '2026-08-25', dueOn: '2027-02-25' });
    expectFolded(walk);
  });

  it('needs the village board and a day from the decision on', () => {
    const walk = walkTo('decide-case');
    const publish = (postings: unknown[]) => take(walk, 'publish-confirmation', '2026-08-26', { input: { postings } });
    expect(publish([screen(walk, '2026-08-26')]).code).toBe('publicity-channel-missing');
    expect(publish([boardPosting(walk.world, '2026-08-24')]).code).toBe('date-out-of-order');
    expect(publish([boardPosting(walk.world, '2026-08-26')]).reply).toMatchObject({ status: 'active' });
  });
});
