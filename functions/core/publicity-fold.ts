import type { CaseHead } from '../../schemas/case.ts';
import type { OnlineNotice } from '../../schemas/notice.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseParts } from './case-parts.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const without = (a: readonly string[] = [], b: readonly string[]): string[] => a.filter((one) => !b.includes(one));

/**
 * The case item after a posting: its channels, and the period once every mandatory one is posted. The term to decide may start with the
 * publicity (特困): the case item then names its last day.
 */
export function posted(head: CaseHead, { data, terms }: Of<'publicity-posted'>): Partial<CaseHead> {
  const decision = terms?.start?.find(({ term }) => term === 'decision');
  const fresh = data.postings.map(({ channel }) => channel);
  const { postedOn, endsOn } = data;
  const broken = without(head.publicity?.broken, fresh);
  return {
    publicity: {
      channels: union(head.publicity?.channels ?? [], fresh),
      ...(broken.length > 0 ? { broken } : {}),
      ...(postedOn && endsOn ? { postedOn, endsOn } : {}),
    },
    ...(postedOn ? { status: 'publicizing' } : {}),
    ...(decision ? { dueOn: decision.dueOn, provisional: decision.provisional } : {}),
  };
}

/** The case item after a channel was found broken: a mandatory one takes the period with it, which starts when it is posted again. */
export function brokenOff(head: CaseHead, { data }: Of<'publicity-broken'>): Partial<CaseHead> {
  const { channels = [], broken = [], ...period } = head.publicity ?? {};
  return {
    publicity: {
      channels: without(channels, [data.channel]),
      broken: union(broken, [data.channel]),
      ...(data.restarts ? {} : period),
    },
    ...(data.restarts && head.status === 'publicizing' ? { status: 'reviewed' } : {}),
  };
}

/** The proofs of posting after an event. */
export function foldPostings(postings: CaseParts['postings'], event: CaseEvent): CaseParts['postings'] {
  switch (event.type) {
    case 'opinion-given':
      return event.data.repost ? [] : postings;
    case 'appeal-settled':
      return event.data.status === 'investigating' ? [] : postings;
    case 'facts-amended':
      return event.data.again.includes('publicity') ? [] : postings;
    case 'publicity-posted':
      return [...postings, ...event.data.postings];
    case 'publicity-broken': {
      const { channel, on, proof } = event.data;
      return postings.map((one) =>
        one.channel === channel && one.broken === undefined ? { ...one, broken: { foundOn: on, proof } } : one,
      );
    }
    default:
      return postings;
  }
}

/** The notices put online after an event. One that is put online again takes the place of its forerunner. */
export function foldNotices(
  notices: readonly OnlineNotice[] | undefined,
  event: CaseEvent,
): readonly OnlineNotice[] | undefined {
  if (event.type === 'notice-put-online') {
    const { notice } = event.data;
    return [...(notices ?? []).filter(({ token }) => token !== notice.token), notice];
  }
  if (event.type !== 'notice-taken-down') return notices;
  const { paperId, on } = event.data;
  return notices?.map((one) => (one.paper.paperId === paperId ? { ...one, downOn: on } : one));
}
