import type { Post } from '../../schemas/actor.ts';
import type { ComplaintLevel } from '../../schemas/complaint.ts';

const levels: readonly ComplaintLevel[] = ['township', 'county', 'city', 'region'];

/** Posts that handle complaints, by level (SEED 二(二)1–2; rulebook 1.2, row 26). */
export const handlingPosts: Readonly<Record<ComplaintLevel, readonly Post[]>> = {
  township: ['TC', 'TD'],
  county: ['CC'],
  city: ['CITY'],
  region: ['PROV'],
};

const ofPost: Readonly<Partial<Record<Post, ComplaintLevel>>> = {
  TC: 'township',
  TS: 'township',
  TR: 'township',
  TD: 'township',
  CC: 'county',
  CV: 'county',
  CP: 'county',
  CF: 'county',
  CITY: 'city',
  PROV: 'region',
};

/** The level of a post; a village cadre has none of its own. */
export const levelOfPost = (post: Post): ComplaintLevel | undefined => ofPost[post];

/** The next level up: where a review of an answer is asked for (XF §35), and whom a complaint about an organ goes to. */
export const levelAbove = (level: ComplaintLevel): ComplaintLevel | undefined => levels[levels.indexOf(level) + 1];

const higher = (a: ComplaintLevel, b: ComplaintLevel): ComplaintLevel =>
  levels.indexOf(a) < levels.indexOf(b) ? b : a;

const levelOfOrganisation = (code: string): ComplaintLevel | undefined =>
  code.length === 9 ? 'township' : code.length === 6 ? 'county' : undefined;

/**
 * The lowest level that may handle a complaint (SD7: never whom it is about): above every post and organisation complained of, and not
 * below the organ that took it. About township staff the county, about county staff the city.
 */
export function levelFor(of: {
  readonly takenAt: ComplaintLevel;
  readonly posts: readonly Post[];
  readonly organisations: readonly string[];
}): ComplaintLevel {
  const complained = [...of.posts.map(levelOfPost), ...of.organisations.map(levelOfOrganisation)];
  return complained.flatMap((level) => (level ? [levelAbove(level) ?? level] : [])).reduce(higher, of.takenAt);
}

/** The organ of a level for a county: its township, itself, its city, the region. */
export const organAt = (
  level: ComplaintLevel,
  of: { countyCode: string; townshipCode?: string | undefined },
): string => {
  if (level === 'township') return of.townshipCode ?? of.countyCode;
  if (level === 'county') return of.countyCode;
  return level === 'city' ? `${of.countyCode.slice(0, 4)}00` : '640000';
};
