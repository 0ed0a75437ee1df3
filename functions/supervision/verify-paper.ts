import { PaperVerification, PaperVerificationQuery } from '../../schemas/paper-verification.ts';
import { theCase } from '../core/facts.ts';
import { type Standing, standingOf } from '../core/paper-standing.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { titleOf } from '../documents/document.ts';
import { documents } from '../documents/index.ts';
import { issuerText, placesOf } from '../documents/words.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const standings: Readonly<Record<Standing, string>> = {
  valid: '有效',
  expired: '已过期',
  revoked: '已撤销',
  superseded: '已由后一份决定代替',
};

/**
 * Tells anybody who holds a paper, by the code on it, whether it is one: kind, number, issuing body, day, and whether it still holds.
 * Compares the number on the paper and the hash of its PDF where they are given. Says nothing of a person, an amount or a case.
 * Refused with `paper-code-unknown` for a code this system did not make.
 */
export const verifyPaper = defineStep({
  id: 'supervision.verify-paper',
  zh: '核验文书真伪',
  en: 'Verify a paper',
  route: 'GET /v1/verifications/{code}',
  provision: [cite('DESIGN', '4', 'design'), cite('GOVINFO', '§15')],
  input: PaperVerificationQuery,
  output: PaperVerification,
  facts: ({ params, input }) => ({ coded: { code: params['code'] ?? '', sha256: input.sha256 } }),
  decide: (facts, { number, sha256 }, now) => {
    const { paper } = facts;
    const divisions = facts.county?.parts.divisions;
    must(paper && facts.case && divisions, 'paper-code-unknown', {});
    const { head, parts } = theCase(facts);
    const today = civilDateOf(now);
    const state = standingOf(paper, parts.papers, today);
    return {
      reply: {
        kind: paper.kind,
        title: titleOf(documents[paper.kind], paper.data['form']),
        number: paper.number,
        issuer: issuerText(paper, placesOf(divisions, head.townshipCode)),
        issuedOn: paper.issuedOn,
        state,
        stateText: standings[state],
        example: paper.example,
        ...(number === undefined ? {} : { numberMatches: number.trim() === paper.number }),
        ...(sha256 === undefined ? {} : { fileMatches: facts.isPrint === true }),
        checkedOn: today,
      },
    };
  },
});
