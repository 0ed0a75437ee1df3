import type { Paper } from '../../schemas/paper.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { isHandedOver } from '../core/paper-access.ts';
import { isApplicant } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { placesOf, type Words } from '../documents/words.ts';
import { parameterOn } from '../law/parameters.ts';

/** The paper, or 404: also for an applicant to whom it has not been handed over. */
export function paperOnFile(facts: Facts): Paper {
  const { head, parts } = theCase(facts);
  const paperId = facts.params['paperId'];
  const entry = parts.papers.find((one) => one.paperId === paperId);
  must(entry && facts.paper && (!isApplicant(facts.actor) || isHandedOver(entry, head)), 'paper-not-found', {
    paperId,
  });
  return facts.paper;
}

/** Names and offices to fill into a paper. Refused with program-closed where the county has no register of divisions. */
export function wordsFor(facts: Facts, paper: Paper): Words {
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
