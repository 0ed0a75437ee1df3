import * as z from 'zod';
import { CaseView, caseViewExample } from './case.ts';
import { CaseId, CountyCode } from './ids.ts';

export const ChangeQuery = z
  .strictObject({
    county: CountyCode.optional(),
    after: z.string().min(1).max(80).optional().describe('上次返回的 next；从头读取不填 The next of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(100).describe('每页条数，至多 200 Entries a page'),
  })
  .meta({ id: 'ChangeQuery', description: '变更查询 Changes to read', examples: [{ county: '649900', limit: 100 }] });

/** One version of one case; a caller keeps the view with the highest version it has seen. */
export const Change = z
  .strictObject({ caseId: CaseId, version: z.int().min(1).describe('案件版本 Version of the case'), view: CaseView })
  .meta({ id: 'Change', description: '案件变更 Change of a case' });
export type Change = z.infer<typeof Change>;

export const ChangePage = z
  .strictObject({
    changes: z.array(Change).describe('变更，同一案件版本递增 Changes; versions of one case rise'),
    next: z.string().describe('下次读取的 after；没有新变更时不变 Where to go on; the same while there is nothing new'),
  })
  .meta({
    id: 'ChangePage',
    description: '变更一页 Page of changes',
    examples: [
      {
        changes: [
          {
            caseId: '649900101-DB-2026-000001',
            version: 2,
            view: caseViewExample,
          },
        ],
        next: '649900-2',
      },
    ],
  });
