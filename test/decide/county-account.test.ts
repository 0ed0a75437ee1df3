import { describe, expect, it } from '@jest/globals';
import { listCaseTerms } from '../../functions/supervision/list-case-terms.ts';
import { actor, noon, play } from '../world.ts';
import { done, take, type Walk, walkTo } from './walk-through.ts';

const officer = actor('CC', 'cc-1');
const decisionTerm = ({ world, caseId }: Walk, on: string) =>
  play(world, listCaseTerms, { actor: officer, now: noon(on), params: { caseId } }).reply.terms.find(
    ({ term }: { term: string }) => term === 'decision',
  );

/** Complained of, surveyed by the county, posted. */
function surveyed(): Walk {
  const walk = walkTo('give-opinion');
  done(walk, 'record-complaint', '2026-08-14');
  done(walk, 'survey-by-county', '2026-08-17');
  done(walk, 'post-publicity', '2026-08-17');
  return walk;
}

describe('the account a late decision runs on (G10, 3.9a)', () => {
  it('is the county’s while its survey is due, also a second one after a new complaint', () => {
    const walk = surveyed();
    expect(decisionTerm(walk, '2026-08-18')).toMatchObject({ countyHeld: false });
    done(walk, 'record-complaint', '2026-08-20');
    expect(decisionTerm(walk, '2026-08-20')).toMatchObject({ countyHeld: true });
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('county-survey-missing');
  });

  it('is explained by whom it counts against', () => {
    const walk = surveyed();
    done(walk, 'record-complaint', '2026-08-20');
    expect(take(walk, 'explain-overdue', '2026-09-01').code).toBe('post-not-permitted');
    expect(take(walk, 'explain-overdue', '2026-09-01', { by: officer }).ok).toBe(true);
  });
});

describe('the county’s survey (SD7)', () => {
  it('is not for the person who accepted the application in an earlier post', () => {
    const walk = walkTo('give-opinion', {
      taking: { 'accept-application': { by: actor('TC', 'cc-3', '649900101') } },
    });
    done(walk, 'record-complaint', '2026-08-14');
    expect(take(walk, 'survey-by-county', '2026-08-17')).toMatchObject({
      code: 'handler-may-not-check',
      detail: { persons: ['cc-3'] },
    });
  });
});
