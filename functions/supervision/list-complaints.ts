import * as z from 'zod';
import { type ComplaintHead, ComplaintView } from '../../schemas/complaint.ts';
import { CountyCode } from '../../schemas/ids.ts';
import { pageNext, pageQuery } from '../../schemas/page.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { complaintView, mayKnow } from '../core/the-complaint.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const ComplaintListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    status: ComplaintView.shape.status.optional(),
    ...pageQuery,
  })
  .meta({
    id: 'ComplaintListQuery',
    description: '信访举报清单查询 Which complaints',
    examples: [{ status: 'accepted' }],
  });

const ComplaintList = z
  .strictObject({ complaints: z.array(ComplaintView).describe('信访举报 Complaints'), ...pageNext })
  .meta({ id: 'ComplaintList', description: '信访举报清单 List of complaints', examples: [{ complaints: [] }] });

/** The complaints of a county that the caller may know of, with what is overdue: the worklist of those who handle them (D57 §36). */
export const listComplaints = defineStep({
  id: 'supervision.list-complaints',
  zh: '信访举报清单',
  en: 'List complaints',
  route: 'GET /v1/complaints',
  provision: [cite('D57', '§36'), cite('SEED', '二(二)1')],
  input: ComplaintListQuery,
  output: ComplaintList,
  facts: ({ input, actor }) => {
    const { countyCode } = divisionAsked(actor, { county: input.county });
    return { list: { index: 'k', pk: subjectsOf(countyCode, 'complaint'), limit: input.limit, cursor: input.cursor } };
  },
  decide: (facts, { status }, now) => {
    const on = civilDateOf(now);
    const complaints = headsOf<ComplaintHead>(facts)
      .filter(({ head }) => mayKnow(facts.actor, head) && (status === undefined || head.status === status))
      .map(({ head, version }) => complaintView(head, version, { on }));
    return { reply: { complaints, ...nextOf(facts) } };
  },
});
