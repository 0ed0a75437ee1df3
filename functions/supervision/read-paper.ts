import type { Paper } from '../../schemas/paper.ts';
import { PaperQuery, PaperText } from '../../schemas/paper-list.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { isHandedOver, tokensIn } from '../core/paper-access.ts';
import { isApplicant } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { documents } from '../documents/index.ts';
import { renderPaper } from '../documents/render-paper.ts';
import { placesOf, type Words } from '../documents/words.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

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
  facts: ({ params }) => ({ ...caseFacts({ params }), paper: params['paperId'] }),
  reveals: (facts) => tokensIn(facts.paper),
  decide: (facts, { channel }, now) => {
    const paper = thePaper(facts);
    const today = civilDateOf(now);
    const { paperId, kind, number, issuedOn, example } = paper;
    const text = renderPaper(paper, { ...wordsOf(facts, paper), today, channel });
    return {
      reply: { paperId, kind, title: documents[kind].title, number, issuedOn, example, readOn: today, text },
    };
  },
});

/** The paper, or 404: also for an applicant to whom it has not been handed over. */
function thePaper(facts: Facts): Paper {
  const { head, parts } = theCase(facts);
  const paperId = facts.params['paperId'];
  const entry = parts.papers.find((one) => one.paperId === paperId);
  must(entry && facts.paper && (!isApplicant(facts.actor) || isHandedOver(entry, head)), 'paper-not-found', {
    paperId,
  });
  return facts.paper;
}

function wordsOf(facts: Facts, paper: Paper): Words {
  const { head } = theCase(facts);
  const { divisions, parameters = [] } = facts.county?.parts ?? {};
  must(divisions, 'program-closed', { missing: ['divisions'] });
  const option = parameterOn(parameters, 'publicity.maskNameOnline', { program: head.program, on: paper.issuedOn });
  return {
    names: facts.names,
    ...placesOf(divisions, head.townshipCode),
    maskNameOnline: option?.value !== false,
  };
}
