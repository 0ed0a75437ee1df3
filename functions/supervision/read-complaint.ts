import * as z from 'zod';
import { ComplaintView } from '../../schemas/complaint.ts';
import type { Facts } from '../core/facts.ts';
import { stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { complaintFacts, complaintOf, complaintView, theComplaint } from '../core/the-complaint.ts';
import { renderPaper } from '../documents/render-paper.ts';
import { placesOf } from '../documents/words.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ReadComplaintQuery = z
  .strictObject({})
  .meta({ id: 'ReadComplaintQuery', description: '查看信访举报 Reading a complaint', examples: [{}] });

/** A complaint with its terms and papers, for the organ that handles it and those above; for whom it is about it does not exist. Never who complains. */
export const readComplaint = defineStep({
  id: 'supervision.read-complaint',
  zh: '查看信访举报',
  en: 'Read a complaint',
  route: 'GET /v1/complaints/{complaintId}',
  provision: [cite('D57', '§36')],
  input: ReadComplaintQuery,
  output: ComplaintView,
  facts: (call) => complaintFacts(call),
  decide: (facts, _input, now) => {
    const head = theComplaint(facts);
    const version = stateOf(facts, complaintOf(head.complaintId))?.version ?? 1;
    const on = civilDateOf(now);
    return { reply: complaintView(head, version, { on, textOf: (paper) => renderPaper(paper, wordsOf(facts, on)) }) };
  },
});

function wordsOf(facts: Facts, today: string) {
  const { townshipCode } = theComplaint(facts);
  const { divisions } = facts.county?.parts ?? {};
  must(divisions, 'program-closed', { missing: ['divisions'] });
  const township = townshipCode ?? divisions.townships[0]?.code ?? '';
  return { names: {}, ...placesOf(divisions, township), maskNameOnline: true, today };
}
