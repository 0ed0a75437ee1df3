import { describe, expect, it } from '@jest/globals';
import { familyOfThree, type Person } from '../applications.ts';
import { caseIn, tokenOf } from '../world.ts';
import { done, expectFolded, idNumberOf, take, untouched, type Walk, walkTo } from './walk-through.ts';

/** A grown son on the register of the household who lives elsewhere: he does not count, and was never asked. */
const grownSon: Person = { birth: '19980309', sequence: 901, relation: '20' };
const family: readonly Person[] = [...familyOfThree(0), grownSon];
const minorsAndConsents = familyOfThree(0).map((person) => tokenOf(idNumberOf(person)));

const consentOf = (walk: Walk, persons: readonly Person[], on: string): void => {
  done({ ...walk, persons }, 'record-consents', on);
};
/** Up to the request, with the consents of the two parents alone. */
function requested(): Walk {
  const walk = walkTo('accept-application', { persons: family });
  consentOf(walk, familyOfThree(0), '2026-08-03');
  done(walk, 'request-verification', '2026-08-04');
  done(walk, 'start-verification', '2026-08-05');
  return walk;
}
const foundFor = (...persons: readonly Person[]) => ({
  findings: persons.map((person) => ({
    idNumber: idNumberOf(person),
    source: 'bank',
    hit: 'none',
    conflicts: false,
  })),
});

describe('whose means are queried (LAW §40, §41; P08)', () => {
  it('are those who consented and their minor children, nobody who is only listed', () => {
    const { world, caseId } = requested();
    const event = world.events.findLast(
      ({ type, subjectId }) => type === 'verification-requested' && subjectId === caseId,
    );
    expect(event?.data).toMatchObject({ persons: minorsAndConsents });
  });

  it('are the only ones a report may speak of', () => {
    const walk = requested();
    const before = untouched(walk);
    expect(take(walk, 'record-verification', '2026-08-10', { input: foundFor(grownSon) })).toMatchObject({
      code: 'consent-incomplete',
      detail: { missing: [tokenOf(idNumberOf(grownSon))] },
    });
    expect(untouched(walk)).toBe(before);
    expect(take(walk, 'record-verification', '2026-08-10', { input: foundFor(...familyOfThree(0)) }).ok).toBe(true);
  });

  it('bars the conclusion while an adult who turned out to live there has not consented (P02)', () => {
    const walk = requested();
    const { household } = caseIn(walk.world, walk.caseId).parts;
    const members = household.members.map((member) =>
      member.person === tokenOf(idNumberOf(grownSon)) ? { ...member, longCoResident: true } : member,
    );
    done(walk, 'record-visit', '2026-08-06', { input: { household: { ...household, members } } });
    done(walk, 'record-verification', '2026-08-10', { input: foundFor(...familyOfThree(0)) });
    expect(take(walk, 'give-opinion', '2026-08-14')).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['consents'] },
    });
    consentOf(walk, [grownSon], '2026-08-14');
    expect(take(walk, 'give-opinion', '2026-08-14').ok).toBe(true);
    expectFolded(walk);
  });
});
