import * as z from 'zod';
import { CaseStatus, CaseView, caseViewExample } from './case.ts';
import { CaseId, CountyCode, ResidentId, TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Program } from './program.ts';

/** Which cases to list. */
export const CaseListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    township: TownshipCode.optional(),
    status: CaseStatus.optional(),
    ...pageQuery,
  })
  .meta({
    id: 'CaseListQuery',
    description: '案件清单查询 Which cases to list',
    examples: [{ township: '649900101', status: 'accepted' }],
  });
export type CaseListQuery = z.infer<typeof CaseListQuery>;

export const CaseList = z.strictObject({ cases: z.array(CaseView).describe('案件 Cases'), ...pageNext }).meta({
  id: 'CaseList',
  description: '案件清单 List of cases',
  examples: [
    {
      cases: [caseViewExample],
    },
  ],
});
export type CaseList = z.infer<typeof CaseList>;

/** Whose open case to look for; the number travels in the body, never in an address (design decision 10). */
export const CaseSearch = z
  .strictObject({ idNumber: ResidentId })
  .meta({ id: 'CaseSearch', description: '按公民身份号码查找 Search', examples: [{ idNumber: '649900198511200032' }] });

export const CaseSearchResult = z
  .strictObject({
    cases: z
      .array(z.strictObject({ caseId: CaseId, program: Program }))
      .max(7)
      .describe('本辖区内办理中或享受救助的案件；没有则为空 Open case in the caller’s division, or none'),
  })
  .meta({
    id: 'CaseSearchResult',
    description: '查找结果 Result of a search',
    examples: [{ cases: [{ caseId: '649900101-DB-2026-000001', program: 'DB_URBAN' }] }],
  });
