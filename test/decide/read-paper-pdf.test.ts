import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { readPaperPdf } from '../../functions/supervision/read-paper-pdf.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, noon, play } from '../world.ts';

const day = noon('2026-08-03');
const clerk = actor('TC', 't1-tc');
const applicant: Actor = { ...actor('AP', 'resident-1', ''), act: 'resident-1' };

function accepted() {
  const world = demonstrationWorld();
  const input = application(world, familyOfThree(0), {});
  const { caseId } = play(world, submitApplication, { actor: applicant, now: day, input }).reply;
  play(world, acceptApplication, { actor: clerk, now: day, params: { caseId } });
  return { world, caseId: caseId as string };
}

describe('supervision.read-paper-pdf', () => {
  it('names the paper and the end of the address, 15 minutes on, and no person', () => {
    const { world, caseId } = accepted();
    const names = { [caseIn(world, caseId).head.applicant]: { name: '测试一零零' } };
    const { reply } = play(world, readPaperPdf, {
      actor: clerk,
      now: day,
      params: { caseId, paperId: 'W07-1' },
      names,
    });
    const expiresAt = new Date(Date.parse(day) + 15 * 60_000).toISOString();
    expect(reply).toMatchObject({ kind: 'W07', title: '受理通知书', readOn: '2026-08-03', expiresAt });
    expect(JSON.stringify(reply)).not.toContain('测试');
  });

  it('is for the posts and applicants that may read the paper', () => {
    const { world, caseId } = accepted();
    const read = (as: Actor, paperId = 'W07-1') =>
      play(world, readPaperPdf, { actor: as, now: day, params: { caseId, paperId } });
    expect(read(applicant).ok).toBe(true);
    expect(read({ ...applicant, act: 'resident-2' }).code).toBe('case-not-found');
    expect(read(actor('TC', 't2-tc')).code).toBe('case-not-found');
    expect(read(actor('CF', 'cf-1')).code).toBe('post-not-permitted');
    expect(read(clerk, 'W21-1').code).toBe('paper-not-found');
    expect(read(applicant, 'W09-1').code).toBe('paper-not-found');
  });
});
