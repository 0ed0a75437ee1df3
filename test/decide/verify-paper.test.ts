import { describe, expect, it } from '@jest/globals';
import type { PaperEntry } from '../../functions/core/case-fold.ts';
import { standingOf } from '../../functions/core/paper-standing.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { verifyPaper } from '../../functions/supervision/verify-paper.ts';
import type { PaperKind } from '../../schemas/paper.ts';
import { application, familyOfThree } from '../applications.ts';
import { sampleOf, withData } from '../documents/sample-papers.ts';
import { actor, demonstrationWorld, noon, play } from '../world.ts';

const day = noon('2026-08-03');
const anybody = actor('PB', 'public', '');

function accepted() {
  const world = demonstrationWorld();
  const clerk = actor('TC', 't1-tc');
  const { caseId } = play(world, submitApplication, {
    actor: clerk,
    now: day,
    input: application(world, familyOfThree(0), {}),
  }).reply;
  play(world, acceptApplication, { actor: clerk, now: day, params: { caseId } });
  return { world, caseId: caseId as string };
}

describe('supervision.verify-paper', () => {
  it('answers kind, number, issuing body, day and standing, and nothing of a person or a case', () => {
    const { world, caseId } = accepted();
    const code = `${caseId}/W07-1`;
    const { reply } = play(world, verifyPaper, { actor: anybody, now: day, params: { code }, input: {} });
    expect(reply).toEqual({
      kind: 'W07',
      title: '受理通知书',
      number: expect.stringMatching(/〔2026〕\d+号$/),
      issuer: '演示一镇人民政府',
      issuedOn: '2026-08-03',
      state: 'valid',
      stateText: '有效',
      example: true,
      checkedOn: '2026-08-03',
    });
    expect(JSON.stringify(reply)).not.toMatch(/t_[0-9a-f]{32}|测试|-DB-|Fen/);
  });

  it('compares the number on the paper, and a file by its hash', () => {
    const { world, caseId } = accepted();
    const ask = (input: object) =>
      play(world, verifyPaper, { actor: anybody, now: day, params: { code: `${caseId}/W07-1` }, input }).reply;
    const { number } = ask({});
    expect(ask({ number }).numberMatches).toBe(true);
    expect(ask({ number: number.replace('2026', '2025') }).numberMatches).toBe(false);
    expect(ask({ sha256: 'ab'.repeat(32) }).fileMatches).toBe(false);
  });

  it('knows no paper by another code, nor a case by its number', () => {
    const { world, caseId } = accepted();
    for (const code of ['nonsense', caseId, `${caseId}/W21-1`, '649900101-DB-2026-000099/W07-1'])
      expect(play(world, verifyPaper, { actor: anybody, now: day, params: { code }, input: {} }).code).toBe(
        'paper-code-unknown',
      );
  });
});

describe('whether a paper still holds', () => {
  const entry = (kind: PaperKind, ordinal = 1): PaperEntry => ({
    ...{ paperId: `${kind}-${ordinal}`, kind, number: '', to: 'file', issuedOn: '2026-08-25' },
  });

  it('a decision is revoked by a later W28, superseded by any other later decision, and holds against what came before it', () => {
    const paper = sampleOf('W20');
    const stand = (...later: PaperEntry[]) => standingOf(paper, [entry('W21'), entry('W20'), ...later], '2026-09-01');
    expect(stand()).toBe('valid');
    expect(stand(entry('W22'), entry('W35'))).toBe('valid');
    expect(stand(entry('W25'))).toBe('superseded');
    expect(stand(entry('W25'), entry('W28'))).toBe('revoked');
  });

  it('a notice expires after its last day, a recognition after its validity', () => {
    const publicity = withData('W17', { endsOn: '2026-08-24' });
    expect(standingOf(publicity, [entry('W17')], '2026-08-24')).toBe('valid');
    expect(standingOf(publicity, [entry('W17')], '2026-08-25')).toBe('expired');
    const recognition = withData('W20', { validUntil: '2027-08-31' });
    expect(standingOf(recognition, [entry('W20')], '2027-08-31')).toBe('valid');
    expect(standingOf(recognition, [entry('W20')], '2027-09-01')).toBe('expired');
  });

  it('a receipt stays a fact whatever follows', () => {
    expect(standingOf(sampleOf('W07'), [entry('W07'), entry('W20'), entry('W28')], '2030-01-01')).toBe('valid');
  });
});
