import type { ComplaintHead } from '../../schemas/complaint.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { PaperData } from '../../schemas/documents.ts';
import type { Paper } from '../../schemas/paper.ts';
import { cite } from '../law/sources.ts';
import type { Facts } from './facts.ts';
import { issuePapers } from './paper.ts';
import type { Setting } from './setting.ts';

/**
 * A paper to a named complainant (W34; XF §23, §34, §35; D57 §37), addressed to nobody by name. City and region write on paper of their
 * own: their numbers are not this system's to give.
 */
export function complaintPaper(
  facts: Facts,
  head: ComplaintHead,
  of: {
    readonly setting: Setting;
    readonly on: CivilDate;
    readonly serveBy?: CivilDate | undefined;
    readonly data: Pick<PaperData['W34'], 'form' | 'facts' | 'result' | 'dueOn' | 'provisional' | 'review'>;
  },
): readonly Paper[] {
  if (!head.realName || head.level === 'city' || head.level === 'region') return [];
  const { setting, on, serveBy, data } = of;
  const by = head.level === 'county' ? 'county' : 'township';
  const issuing = {
    facts,
    setting,
    on,
    by,
    townshipCode: head.townshipCode ?? head.orgCode,
    fileNo: head.complaintId,
  } as const;
  const papers = issuePapers(issuing, [
    {
      kind: 'W34',
      to: 'complainant',
      data: { ...data, reference: head.complaintId, matter: head.content, demands: [] },
      clauses: [cite('XF', '§23'), cite('D57', '§37')],
      ...(serveBy ? { serveBy } : {}),
    },
  ]);
  return papers.map((paper, i) => ({ ...paper, paperId: `W34-${head.papers.length + i + 1}` }));
}
