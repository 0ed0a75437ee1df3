import { describe, expect, it } from '@jest/globals';
import { steps } from '../../functions/steps.ts';
import { Post } from '../../schemas/actor.ts';
import { actor } from '../world.ts';
import { take, untouched, type Walk, walkTo } from './walk-through.ts';

/** Who may do each act of the review (rulebook 1.2), written down a second time so that the table of powers cannot drift alone. */
const permitted: Readonly<Record<string, readonly Post[]>> = {
  'assign-surveyors': ['TC', 'TD'],
  'request-verification': ['TC'],
  'start-verification': ['CC', 'CV'],
  'record-verification': ['CC', 'CV'],
  'inform-verification': ['TC'],
  'object-verification': ['AP', 'AG', 'TC'],
  'record-visit': ['TS'],
  'record-evaluation': ['TC'],
  'give-opinion': ['TR'],
  'post-publicity': ['TC'],
  'raise-objection': ['AP', 'AG', 'VC', 'TC', 'CC'],
  'reinvestigate-case': ['TS'],
  'record-complaint': ['TC', 'CC'],
  'record-collective-review': ['TD', 'CC'],
  'hand-over-case': ['TD', 'CC'],
  'survey-by-county': ['CC'],
  'extend-term': ['TD', 'CC'],
  'explain-overdue': ['TC', 'TS', 'TR', 'TD', 'CC', 'CV'],
  'decide-case': ['TD', 'CC'],
  'publish-confirmation': ['TC'],
  'record-delivery': ['TC', 'CC'],
  'record-non-cooperation': ['TC', 'TS'],
  'terminate-procedure': ['TD'],
  'open-reverification': ['TC'],
  'record-reverification': ['TR'],
  'record-representations': ['AP', 'AG', 'TC', 'TS', 'TR', 'CC'],
  'decide-adjustment': ['TD', 'CC'],
  'decide-fade-out': ['TD', 'CC'],
  'publish-adjustment': ['TC'],
  'apply-standard': ['CLOCK'],
  'post-termination': ['TC'],
  'object-termination': ['AP', 'AG', 'VC', 'TC', 'CC'],
  'answer-correction': ['TD'],
  'propose-revocation': ['TR', 'CC'],
  'revoke-confirmation': ['TD', 'CC'],
  'record-appeal': ['TC', 'CC'],
  'answer-appeal': ['TD', 'CC'],
  'record-stay': ['TC', 'CC'],
  'settle-appeal': ['CC'],
  'restore-benefit': ['TD', 'CC'],
  'assess-self-care': ['CC'],
  'report-self-care-change': ['AP', 'AG', 'VC', 'TC'],
  'receive-case': ['TD', 'CC'],
  'move-case': ['CLOCK'],
  'pay-fast-aid': ['TD'],
  'supplement-fast-aid': ['TC'],
  'file-fast-aid': ['CC'],
  'record-broken-notice': ['VC', 'TC', 'TD', 'CC'],
  'put-notice-online': ['TC'],
  'take-notice-down': ['TC', 'TD', 'CC'],
  'open-roster': ['CP'],
};

/** Acts that decide or prepare a decision: a village that tries one meets the prohibition itself (P01). */
const deciding = [
  'request-verification',
  'give-opinion',
  'extend-term',
  'decide-case',
  'terminate-procedure',
  'open-reverification',
  'record-reverification',
  'decide-adjustment',
  'decide-fade-out',
  'answer-correction',
  'propose-revocation',
  'revoke-confirmation',
  'answer-appeal',
  'settle-appeal',
  'restore-benefit',
  'receive-case',
  'pay-fast-aid',
];

const township: readonly Post[] = ['TC', 'TS', 'TR', 'TD'];
const codeFor = (act: string, post: Post): string => {
  if (post === 'VC' && (deciding.includes(act) || act === 'open-roster')) return 'village-may-not-decide';
  return act === 'open-roster' && township.includes(post) ? 'township-may-not-pay' : 'post-not-permitted';
};

const places: Readonly<Record<string, () => Walk>> = {
  submitted: () => walkTo('submit-application'),
  investigating: () => walkTo('record-visit'),
  publicizing: () => walkTo('post-publicity'),
  active: () => walkTo('publish-confirmation'),
};

describe('posts and acts', () => {
  it('covers every step of the review', () => {
    const reviewing = steps.map(({ id }) => id).filter((id) => id.startsWith('review.'));
    const named = Object.keys(permitted).filter((act) => act !== 'open-roster');
    expect(reviewing.toSorted()).toEqual(named.map((act) => `review.${act}`).toSorted());
  });

  it.each(Object.keys(places))('refuses every post that may not, whatever the state: %s', (place) => {
    const walk = places[place]?.() ?? walkTo('submit-application');
    const before = untouched(walk);
    const wrong = Object.entries(permitted).flatMap(([act, posts]) =>
      Post.options
        .filter((post) => !posts.includes(post))
        .map((post) => ({ act, post, code: take(walk, act, '2026-08-28', { by: actor(post, 't1-tc'), raw: {} }).code }))
        .filter(({ code, post }) => code !== codeFor(act, post)),
    );
    expect(wrong).toEqual([]);
    expect(untouched(walk)).toBe(before);
  });

  it('never answers a permitted post with a refusal of powers that is not its own', () => {
    const refused = Object.entries(permitted).flatMap(([act, posts]) =>
      posts
        .filter((post) => post !== 'AP' && post !== 'AG')
        .map((post) => ({
          act,
          post,
          code: take(walkTo('post-publicity'), act, '2026-08-18', { by: actor(post, idOf(post)) }).code,
        }))
        .filter(({ code }) => code === 'post-not-permitted' || code === 'village-may-not-decide'),
    );
    expect(refused).toEqual([
      { act: 'extend-term', post: 'CC', code: 'post-not-permitted' },
      { act: 'decide-case', post: 'CC', code: 'post-not-permitted' },
      { act: 'receive-case', post: 'CC', code: 'post-not-permitted' },
    ]);
  });
});

/** Somebody who holds the post and has done nothing in the case yet. */
const idOf = (post: Post): string =>
  ({ TS: 't1-ts3', TD: 't1-td', TC: 't1-tc', TR: 't1-tr2', VC: 't1-vc', CC: 'cc-2', CV: 'cv-1', CP: 'cp-1' })[
    post as string
  ] ?? 'x';
