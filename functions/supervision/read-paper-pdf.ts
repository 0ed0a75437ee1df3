import { PaperFile, PaperQuery } from '../../schemas/paper-list.ts';
import { theCase } from '../core/facts.ts';
import { tokensIn } from '../core/paper-access.ts';
import { defineStep } from '../core/step.ts';
import { titleOf } from '../documents/document.ts';
import { documents } from '../documents/index.ts';
import { sheetOf } from '../documents/paper-sheet.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { paperOnFile, wordsFor } from './paper-on-file.ts';
import { sealNote, sealOf } from './paper-seal.ts';

const ADDRESS_LIVES = 15 * 60_000;

/**
 * A paper as PDF, by a download address that lives for 15 minutes. Reading it is reading its text: the same purpose, entry in the
 * access log, masking and limits of applicants as in `supervision.read-paper`. The copy names the day it was printed
 * and carries the picture of the issuer's seal where one is registered.
 */
export const readPaperPdf = defineStep({
  id: 'supervision.read-paper-pdf',
  zh: '打印文书',
  en: 'Print a paper',
  route: 'GET /v1/cases/{caseId}/documents/{paperId}/pdf',
  provision: [cite('PIPL', '§45')],
  input: PaperQuery,
  output: PaperFile,
  effects: ['print-paper'],
  facts: ({ params }) => ({
    case: params['caseId'],
    county: countyOf(params['caseId'] ?? ''),
    paper: params['paperId'],
  }),
  reveals: (facts) => tokensIn(facts.paper),
  decide: (facts, { channel }, now) => {
    const paper = paperOnFile(facts);
    const today = civilDateOf(now);
    const { paperId, kind, number, issuedOn, example } = paper;
    const seal = sealOf(facts, paper);
    const words = sheetOf(paper, { ...wordsFor(facts, paper), today, channel });
    const sheet = seal ? { ...words, note: sealNote } : words;
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    return {
      effect: { kind: 'print-paper', paper: { caseId: theCase(facts).head.caseId, paperId }, seal, sheet, expiresAt },
      reply: {
        paperId,
        kind,
        title: titleOf(documents[kind], paper.data['form']),
        number,
        issuedOn,
        example,
        readOn: today,
        expiresAt,
      },
    };
  },
});
