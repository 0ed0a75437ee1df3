import type { Actor, Post } from '../../schemas/actor.ts';

/** Where a caller stands to a case of village 649900101201 in township 649900101, submitted by `test-portal` for `p-owner`. */
export interface Stand {
  readonly name: string;
  readonly actor: Actor;
  /** The case is of the caller's own division, or the caller's own. */
  readonly own: boolean;
  /** The county is the caller's, or above the caller's township. */
  readonly ownCounty: boolean;
}

const township: readonly Post[] = ['TC', 'TS', 'TR', 'TD'];
const county: readonly Post[] = ['CC', 'CV', 'CP', 'CF', 'DP'];

const at = (post: Post, orgCode: string, more: Partial<Actor> = {}): Actor => ({
  personId: `x-${post.toLowerCase()}`,
  post,
  orgCode,
  clientId: 'test-portal',
  ...more,
});

function divisionsOf(post: Post): readonly [name: string, orgCode: string, own: boolean, ownCounty: boolean][] {
  const nobody = ['no organisation', '', false, false] as const;
  const broken = ['half a code', '64', false, false] as const;
  if (township.includes(post))
    return [
      ['own township', '649900101', true, true],
      ['other township', '649900102', false, true],
      ['other county', '640100101', false, false],
      ['the county’s code', '649900', false, false],
      ['a village’s code', '649900101201', false, false],
      [...broken],
      [...nobody],
    ];
  if (county.includes(post))
    return [
      ['own county', '649900', true, true],
      ['other county', '640100', false, false],
      ['a township’s code', '649900101', false, false],
      [...broken],
      [...nobody],
    ];
  if (post === 'VC')
    return [
      ['own village', '649900101201', true, true],
      ['other village', '649900101202', false, true],
      ['other township', '649900102201', false, true],
      ['other county', '640100101201', false, false],
      [...broken],
      [...nobody],
    ];
  if (post === 'CITY')
    return [['own city', '649900', true, true], ['other city', '640100', false, false], [...broken], [...nobody]];
  return [];
}

/** Every way a holder of a post can stand to the case. */
export function standsOf(post: Post): readonly Stand[] {
  if (post === 'AP' || post === 'AG') {
    const owner = { act: 'p-owner' };
    return [
      { name: 'own case', actor: at(post, '', owner), own: true, ownCounty: true },
      { name: 'other person', actor: at(post, '', { act: 'p-other' }), own: false, ownCounty: true },
      { name: 'nobody acted for', actor: at(post, ''), own: false, ownCounty: true },
      { name: 'other system', actor: at(post, '', { ...owner, clientId: 'wechat' }), own: false, ownCounty: true },
      { name: 'with the township’s code', actor: at(post, '649900101'), own: false, ownCounty: true },
    ];
  }
  if (post === 'PROV' || post === 'CLOCK' || post === 'PB')
    return [{ name: 'region', actor: at(post, ''), own: true, ownCounty: true }];
  return divisionsOf(post).map(([name, orgCode, own, ownCounty]) => ({
    name,
    actor: at(post, orgCode),
    own,
    ownCounty,
  }));
}
