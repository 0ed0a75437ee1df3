import { PaperQuery, PaperText } from '../../schemas/paper-list.ts';
import { tokensIn } from '../core/paper-access.ts';
import { defineStep } from '../core/step.ts';
import { titleOf } from '../documents/document.ts';
import { documents } from '../documents/index.ts';
import { renderPaper } from '../documents/render-paper.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { paperOnFile, wordsFor } from './paper-on-file.ts';

/**
 * The text of a paper with the names filled in: a reading of personal data, kept with its purpose. Notices to the public show masked
 * names unless they are for the village board (rulebook 5). Applicants read what was handed over to them.
 */
export const readPaper = defineStep({
  id: 'supervision.read-paper',
  zh: '查看文书',
  en: 'Read a paper',
  route: 'GET /v1/cases/{caseId}/documents/{paperId}',
  provision: [cite('PIPL', '§45')],
  input: PaperQuery,
  output: PaperText,
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
    const text = renderPaper(paper, { ...wordsFor(facts, paper), today, channel });
    return {
      reply: {
        paperId,
        kind,
        title: titleOf(documents[kind], paper.data['form']),
        number,
        issuedOn,
        example,
        readOn: today,
        text,
      },
    };
  },
});
