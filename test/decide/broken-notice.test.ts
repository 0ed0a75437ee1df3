import { describe, expect, it } from '@jest/globals';
import { actor, attach, caseIn, demonstrationWorld } from '../world.ts';
import { withParameter } from './set-parameter.ts';
import {
  boardPosting,
  done,
  expectFolded,
  headOf,
  running,
  take,
  termOf,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const screen = (walk: Walk, on: string) => ({ ...boardPosting(walk.world, on), channel: 'screen' });
const broken = (walk: Walk, on: string, input: Record<string, unknown> = {}) =>
  take(walk, 'record-broken-notice', on, { input });
const post = (walk: Walk, on: string, postings: readonly Record<string, unknown>[]) =>
  take(walk, 'post-publicity', on, { raw: { postings } });

describe('a notice found removed within the period (rulebook 5)', () => {
  it('on the village board starts the seven days again with the new posting, under the same notice', () => {
    const walk = walkTo('post-publicity');
    expect(headOf(walk).publicity).toMatchObject({ postedOn: '2026-08-17', endsOn: '2026-08-24' });
    const played = broken(walk, '2026-08-19');
    expect(played.code).toBeUndefined();
    expect(headOf(walk).status).toBe('reviewed');
    expect(headOf(walk).publicity).toEqual({ channels: [], broken: ['village-board'] });
    expect(running(walk)).toContain('posting');
    expect(running(walk)).not.toContain('publicity');
    // The decision may not wait longer: the latest day to post is what it was.
    expect(termOf(walk, 'posting').dueOn).toBe(headOf(walk).postBy);
    expect(post(walk, '2026-08-20', [boardPosting(walk.world, '2026-08-20')]).ok).toBe(true);
    expect(headOf(walk)).toMatchObject({
      status: 'publicizing',
      publicity: { channels: ['village-board'], postedOn: '2026-08-20', endsOn: '2026-08-27' },
      paperCounts: { W17: 1 },
    });
    expect(headOf(walk).publicity).not.toHaveProperty('broken');
    expect(caseIn(walk.world, walk.caseId).parts.postings).toMatchObject([
      { postedOn: '2026-08-17', broken: { foundOn: '2026-08-19' } },
      { postedOn: '2026-08-20' },
    ]);
    expect(take(walk, 'decide-case', '2026-08-27').code).toBe('publicity-not-over');
    expect(take(walk, 'decide-case', '2026-08-28').ok).toBe(true);
    expectFolded(walk);
  });

  it('keeps the case from being decided while it hangs nowhere', () => {
    const walk = walkTo('post-publicity');
    broken(walk, '2026-08-24');
    const refused = take(walk, 'decide-case', '2026-08-25');
    expect(refused).toMatchObject({ code: 'publicity-channel-missing', detail: { missing: ['village-board'] } });
  });

  it('on a channel that is not mandatory leaves the period alone', () => {
    const walk = walkTo('post-publicity');
    post(walk, '2026-08-18', [screen(walk, '2026-08-18')]);
    expect(broken(walk, '2026-08-20', { channel: 'screen' }).ok).toBe(true);
    expect(headOf(walk)).toMatchObject({
      status: 'publicizing',
      publicity: { channels: ['village-board'], broken: ['screen'], postedOn: '2026-08-17', endsOn: '2026-08-24' },
    });
    expect(take(walk, 'decide-case', '2026-08-25').ok).toBe(true);
    expectFolded(walk);
  });

  it('on a channel the county made mandatory takes the period with it, and only that channel is posted again', () => {
    const world = withParameter(demonstrationWorld(), 'publicity.mandatoryChannels', [
      'village-board',
      'township-board',
    ]);
    const walk = walkTo('give-opinion', { world });
    const township = (on: string) => ({ ...boardPosting(world, on), channel: 'township-board' });
    post(walk, '2026-08-17', [boardPosting(world, '2026-08-17')]);
    expect(headOf(walk).publicity).toEqual({ channels: ['village-board'] });
    post(walk, '2026-08-18', [township('2026-08-18')]);
    expect(headOf(walk).publicity).toMatchObject({ postedOn: '2026-08-18', endsOn: '2026-08-25' });
    broken(walk, '2026-08-21', { channel: 'township-board' });
    expect(headOf(walk).publicity).toEqual({ channels: ['village-board'], broken: ['township-board'] });
    post(walk, '2026-08-21', [township('2026-08-21')]);
    expect(headOf(walk).publicity).toMatchObject({ postedOn: '2026-08-21', endsOn: '2026-08-28' });
    expectFolded(walk);
  });

  it('may be reported by the village, the township and the county, and is kept with its proof', () => {
    for (const [by, who] of [
      ['VC', 't1-vc'],
      ['TD', 't1-td'],
      ['CC', 'cc-1'],
    ] as const) {
      const walk = walkTo('post-publicity');
      const played = take(walk, 'record-broken-notice', '2026-08-19', { by: actor(by, who) });
      expect([by, played.code]).toEqual([by, undefined]);
      expect(played.event?.data).toMatchObject({ channel: 'village-board', on: '2026-08-19', restarts: true });
    }
    const walk = walkTo('post-publicity');
    expect(take(walk, 'record-broken-notice', '2026-08-19', { by: actor('TS', 't1-ts1') }).code).toBe(
      'post-not-permitted',
    );
  });

  it('is refused where nothing hangs, before the posting, after the period, in the future, and without its proof', () => {
    const walk = walkTo('post-publicity');
    const before = untouched(walk);
    expect(broken(walk, '2026-08-19', { channel: 'wechat' }).code).toBe('posting-not-found');
    expect(broken(walk, '2026-08-19', { foundOn: '2026-08-16' }).code).toBe('date-out-of-order');
    expect(broken(walk, '2026-08-19', { foundOn: '2026-08-20' }).code).toBe('date-out-of-order');
    expect(broken(walk, '2026-08-25', { foundOn: '2026-08-24' }).ok).toBe(true);
    const late = walkTo('post-publicity');
    expect(broken(late, '2026-08-25').code).toBe('publicity-already-over');
    attach(late.world, 'broken 2026-08-19', 'altered');
    expect(
      take(late, 'record-broken-notice', '2026-08-19', {
        raw: { channel: 'village-board', foundOn: '2026-08-19', attachmentId: attach(late.world, 'x', 'altered') },
      }).ok,
    ).toBe(false);
    expect(untouched(late)).toBe(before);
  });

  it('cannot be posted again before the day it was found removed', () => {
    const walk = walkTo('post-publicity');
    broken(walk, '2026-08-20');
    expect(post(walk, '2026-08-21', [boardPosting(walk.world, '2026-08-19')]).code).toBe('date-out-of-order');
    expect(post(walk, '2026-08-21', [boardPosting(walk.world, '2026-08-20')]).ok).toBe(true);
  });

  it('during a re-investigation is posted again with the new opinion', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'raise-objection', '2026-08-18');
    expect(broken(walk, '2026-08-19').ok).toBe(true);
    expect(headOf(walk).status).toBe('reinvestigating');
    done(walk, 'reinvestigate-case', '2026-08-20');
    done(walk, 'record-evaluation', '2026-08-20');
    done(walk, 'give-opinion', '2026-08-20');
    expect(headOf(walk).status).toBe('reviewed');
    expect(post(walk, '2026-08-21', [boardPosting(walk.world, '2026-08-21')]).ok).toBe(true);
    expect(headOf(walk)).toMatchObject({ status: 'publicizing', publicity: { endsOn: '2026-08-28' } });
    expectFolded(walk);
  });
});
