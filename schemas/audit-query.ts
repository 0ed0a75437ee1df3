import * as z from 'zod';
import { Instant } from './dates.ts';
import { CountyCode, PersonId } from './ids.ts';
import { RecordedMonths } from './lake-zones.ts';

const QueryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,60}$/)
  .meta({ id: 'QueryId', description: '查询名称 Name of a query', examples: ['overdue-by-township'] });

const params = z.record(z.string().max(40), z.string().max(64)).describe('查询参数 Parameters by name');
const purpose = z.string().trim().min(2).max(200).describe('查询目的，随查询一并存证 Purpose, kept with the query');

/** A named query asked for, with its parameters and the purpose it is asked for (design decision 13). */
export const QueryRequest = z.strictObject({ query: QueryId, params, purpose }).meta({
  id: 'QueryRequest',
  description: '发起查询 Query to be run',
  examples: [
    {
      query: 'overdue-by-township',
      params: { county: '649900', from_on: '2026-10-01', to_on: '2026-10-31' },
      purpose: '十月超期情况检查',
    },
  ],
});
export type QueryRequest = z.infer<typeof QueryRequest>;

/** A query that its asker wrote, about some of the counties supervised, or all of them. */
export const SqlRequest = z
  .strictObject({
    sql: z
      .string()
      .min(1)
      .max(8_000)
      .describe(
        '一条 SELECT 语句，只能用许可的表和函数 One SELECT over the permitted tables with the permitted functions',
      ),
    counties: z
      .array(CountyCode)
      .min(1)
      .max(30)
      .optional()
      .describe('县级代码；不填为所监督的全部县（区） Counties; all that are supervised when absent'),
    purpose,
  })
  .meta({
    id: 'SqlRequest',
    description: '自定查询 Query in SQL',
    examples: [
      {
        sql: "SELECT township_code, count(*) AS extended FROM events WHERE event_type = 'term-extended' GROUP BY township_code",
        counties: ['649900'],
        purpose: '延期情况专项核查',
      },
    ],
  });
export type SqlRequest = z.infer<typeof SqlRequest>;

/** A named query as the list shows it. */
export const QueryDescription = z
  .strictObject({
    id: QueryId,
    zh: z.string().describe('中文名称 Chinese title'),
    en: z.string().describe('英文名称 English title'),
    why: z.string().describe('用途 What it is good for'),
    provision: z.array(z.string()).describe('依据 Clauses'),
    params: z
      .array(
        z.strictObject({
          name: z.string().describe('参数名 Name'),
          type: z.enum(['county-code', 'case-id', 'date']).describe('类型 Type'),
          text: z.string().describe('说明 Meaning'),
        }),
      )
      .describe('参数 Parameters'),
  })
  .meta({
    id: 'QueryDescription',
    description: '查询说明 Named query',
    examples: [
      {
        id: 'case-timeline',
        zh: '案件办理过程',
        en: 'Timeline of a case',
        why: '供抽查核实。 For spot checks.',
        provision: ['《社会救助法》第六十九条'],
        params: [{ name: 'case_id', type: 'case-id', text: '案件编号 Case number' }],
      },
    ],
  });
export type QueryDescription = z.infer<typeof QueryDescription>;

/** Values of a result: days and instants as ISO text, numbers beyond 2^53 as text. */
const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Which rows of a run: pages are cut from a result that never changes. */
export const RunPageQuery = z
  .strictObject({
    after: z.string().min(1).max(120).optional().describe('续页游标 Where the page before ended'),
    limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('每页行数，至多 1000 Rows a page'),
  })
  .meta({ id: 'RunPageQuery', description: '查询结果分页 Page of a result', examples: [{ limit: 100 }] });
export type RunPageQuery = z.infer<typeof RunPageQuery>;

/** A run of a named query: poll it until it is no longer running. */
export const QueryRunView = z
  .strictObject({
    runId: z.string().describe('查询运行编号 Run'),
    query: QueryId,
    state: z.enum(['running', 'succeeded', 'failed']).describe('状态：进行中、成功、失败 State'),
    reason: z.string().optional().describe('失败原因 Why it failed'),
    columns: z.array(z.string()).optional().describe('列名 Columns'),
    rows: z.array(z.array(Cell)).optional().describe('本页结果行 Rows of this page'),
    total: z.int().optional().describe('结果总行数 Rows in all'),
    next: z
      .string()
      .optional()
      .describe('续页游标，作为 after 再查；没有即为末页 Send it as after; absent on the last page'),
    withheld: z
      .int()
      .min(1)
      .optional()
      .describe('因户数过少隐去数字的行数（上级机关） Rows whose figures are withheld: too few households to be told'),
    scannedBytes: z.int().optional().describe('扫描字节数 Bytes scanned'),
  })
  .meta({
    id: 'QueryRun',
    description: '查询运行 Query run',
    examples: [{ runId: 'run-1f0c9a2b7d3e4f5a6b7c8d9e', query: 'case-timeline', state: 'running' }],
  });
export type QueryRunView = z.infer<typeof QueryRunView>;

/** Small cells of a result: rows with fewer households than `below` keep their figures from those above the county. */
export const SmallCells = z.strictObject({
  below: z.int().min(1),
  counts: z.array(z.string()),
  sums: z.array(z.string()),
});
export type SmallCells = z.infer<typeof SmallCells>;

/** What is kept of a run in the table: the very text and values that go to the engine, and who asked. */
export const RunRecord = z.strictObject({
  runId: z.string(),
  query: QueryId,
  sql: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
  counties: z.array(CountyCode),
  recorded: RecordedMonths.optional(),
  smallCells: SmallCells.optional(),
  params: params.optional(),
  purpose: z.string().optional(),
  /** The text of a query that its asker wrote. */
  text: z.string().optional(),
  requestHash: z.string(),
  by: PersonId,
  at: Instant,
  /** The engine's own number of the run, once it was started. */
  engineRunId: z.string().optional(),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** The event of the access log behind every run (design decision 13). */
export const QueryAskedBody = z.strictObject({
  type: z.literal('query-asked'),
  data: z.strictObject({
    act: z.string(),
    runId: z.string(),
    query: QueryId,
    params,
    /** What the asker wrote, where it was no named query. */
    text: z.string().optional(),
    counties: z.array(CountyCode),
    purpose,
    person: PersonId,
    at: Instant,
  }),
});
export type QueryAskedBody = z.infer<typeof QueryAskedBody>;
