import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { CaseId } from './ids.ts';
import { Term } from './term.ts';

const { term, fromOn, dueOn, provisional, extendedTo, endedOn, holderOrg, holderPost, holderId, citation } = Term.shape;

/** One term of a case as it stands on a day. */
export const CaseTerm = z
  .strictObject({
    term,
    zh: z.string().describe('期限名称 Name in Chinese'),
    en: z.string().describe('期限名称 Name in English'),
    fromOn,
    dueOn,
    extendedTo,
    lastOn: CivilDate.describe('现行最后一日（含延长）Last day that counts'),
    provisional,
    endedOn,
    overdue: z.boolean().describe('已超期或超期办结 Past its last day, or ended after it'),
    holderOrg,
    holderPost,
    holderId,
    countyHeld: z.boolean().describe('计入县级，不计入乡镇 On the county’s account'),
    citation,
  })
  .meta({ id: 'CaseTerm', description: '案件期限 Term of a case' });
export type CaseTerm = z.infer<typeof CaseTerm>;

export const CaseTermList = z
  .strictObject({
    caseId: CaseId,
    on: CivilDate.describe('计算所依日期 Day it was computed for'),
    terms: z.array(CaseTerm).describe('期限 Terms'),
  })
  .meta({
    id: 'CaseTermList',
    description: '案件期限清单 Terms of a case',
    examples: [
      {
        caseId: '649900101-DB-2026-000001',
        on: '2026-08-10',
        terms: [
          {
            term: 'decision',
            zh: '作出确认决定',
            en: 'decision',
            fromOn: '2026-08-03',
            dueOn: '2026-08-31',
            lastOn: '2026-08-31',
            provisional: false,
            overdue: false,
            holderOrg: '649900101',
            holderPost: 'TD',
            countyHeld: false,
            citation: '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》第四（一）项',
          },
        ],
      },
    ],
  });
