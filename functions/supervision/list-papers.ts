import * as z from 'zod';
import { PaperList, type PaperListing } from '../../schemas/paper-list.ts';
import type { PaperEntry } from '../core/case-fold.ts';
import { theCase } from '../core/facts.ts';
import { isHandedOver } from '../core/paper-access.ts';
import { isApplicant } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { titleOf } from '../documents/document.ts';
import { documents } from '../documents/index.ts';
import { cite } from '../law/sources.ts';

const PaperListQuery = z
  .strictObject({})
  .meta({ id: 'PaperListQuery', description: '查看文书目录 Reading the papers', examples: [{}] });

/** The papers of a case in order. Applicants see those handed over to them. */
export const listPapers = defineStep({
  id: 'supervision.list-papers',
  zh: '文书目录',
  en: 'List the papers of a case',
  route: 'GET /v1/cases/{caseId}/documents',
  provision: [cite('PIPL', '§45')],
  input: PaperListQuery,
  output: PaperList,
  facts: ({ params }) => ({ case: params['caseId'] }),
  decide: (facts) => {
    const { head, parts } = theCase(facts);
    const own = isApplicant(facts.actor);
    const papers = parts.papers.filter((entry) => !own || isHandedOver(entry, head)).map(listing);
    return { reply: { caseId: head.caseId, papers } };
  },
});

const listing = ({ paperId, kind, form, number, to, issuedOn, serveBy, served }: PaperEntry): PaperListing => ({
  paperId,
  kind,
  title: titleOf(documents[kind], form),
  number,
  to,
  issuedOn,
  ...(serveBy ? { serveBy } : {}),
  ...(served ? { served } : {}),
});
