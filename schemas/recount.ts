import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { TermName } from './term.ts';

/** What a new calendar made of one running term: moved, or kept although the calendar gives another day. */
export const TermMove = z
  .strictObject({
    term: TermName,
    oldOn: CivilDate.describe('原最后一日 last day before'),
    newOn: CivilDate.describe('现最后一日 last day now'),
    provisional: z.boolean().describe('仍为暂定 still provisional'),
    keptFrom: CivilDate.optional().describe(
      '按新日历应为该日，但不提前到已过之日，也不缩短已告知的期间，故维持原日 day the calendar gives; the term was not moved back to it',
    ),
  })
  .meta({
    id: 'TermMove',
    description: '期限重算结果 What a recount made of a term',
    examples: [{ term: 'decision', oldOn: '2027-01-08', newOn: '2027-01-11', provisional: false }],
  });
export type TermMove = z.infer<typeof TermMove>;

/** One subject of a recount and its terms that moved. */
export const RecountedSubject = z
  .strictObject({
    subjectKind: z.string().describe('事项类型，如 case kind of subject'),
    subjectId: z.string().describe('案件或事项编号 case or other subject'),
    moves: z.array(TermMove).describe('变动的期限 terms that moved'),
  })
  .meta({
    id: 'RecountedSubject',
    description: '重算的事项 Recounted subject',
    examples: [
      {
        subjectKind: 'case',
        subjectId: '649900101-DB-2026-000001',
        moves: [{ term: 'decision', oldOn: '2027-01-08', newOn: '2027-01-11', provisional: false }],
      },
    ],
  });
export type RecountedSubject = z.infer<typeof RecountedSubject>;

/** Where a run goes on: the list it walks and the place in it. */
export const RecountPlace = z.strictObject({ list: z.int().min(0), cursor: z.string().optional() });
export type RecountPlace = z.infer<typeof RecountPlace>;

/** Every kind of event a recount can have. */
export const RecountEventBody = z.discriminatedUnion('type', [
  event('recount-opened', { countyCode: CountyCode, calendar: z.string(), cause: z.string() }),
  /** With the event of the subject itself, in one transaction: a run that is killed lists each once, and none is lost. */
  event('terms-moved', { moved: RecountedSubject }),
  event('recount-continued', {
    subjects: z.int().min(0),
    place: RecountPlace,
    done: z.boolean(),
  }),
]);
export type RecountEventBody = z.infer<typeof RecountEventBody>;

/** How a recount stands. */
export const RecountView = z
  .strictObject({
    recountId: z.string().describe('重算编号 recount'),
    countyCode: CountyCode,
    calendar: z.string().describe('按此日历版本重算 version of the calendar'),
    cause: z.string().describe('原因：录入的放假安排 notice that was loaded'),
    openedAt: Instant.describe('开始时刻 opened'),
    finishedAt: Instant.optional().describe('完成时刻；缺省为仍在进行 finished; absent while it runs'),
    subjects: z
      .int()
      .describe('已核对的事项数，中断后重做的页重复计数 subjects looked at; pages done again count again'),
    moved: z.int().describe('变动的期限数 terms that moved'),
    kept: z.int().describe('未提前的期限数 terms that were not moved back'),
  })
  .meta({
    id: 'RecountView',
    description: '期限重算 Recount of open terms',
    examples: [
      {
        recountId: '649900-recount-2027-1',
        countyCode: '649900',
        calendar: 'CN-2026+CN-2027',
        cause: 'CN-2027',
        openedAt: '2026-11-20T02:00:00.000Z',
        finishedAt: '2026-11-20T22:00:00.000Z',
        subjects: 12,
        moved: 7,
        kept: 0,
      },
    ],
  });
export type RecountView = z.infer<typeof RecountView>;

export const RecountQuery = z
  .strictObject({ county: CountyCode.optional().describe('县级代码，缺省为本机构 county'), ...pageQuery })
  .meta({ id: 'RecountQuery', description: '期限重算查询 Query of recounts', examples: [{ county: '649900' }] });

export const RecountList = z
  .strictObject({ recounts: z.array(RecountView).describe('重算清单 recounts'), ...pageNext })
  .meta({ id: 'RecountList', description: '期限重算清单 Recounts of a county', examples: [{ recounts: [] }] });

export const RecountMovesQuery = z
  .strictObject({ ...pageQuery })
  .meta({ id: 'RecountMovesQuery', description: '重算结果查询 Query of the results', examples: [{ limit: 20 }] });

export const RecountMoves = z
  .strictObject({ moved: z.array(RecountedSubject).describe('原日与现日 old and new days by subject'), ...pageNext })
  .meta({ id: 'RecountMoves', description: '重算前后的最后一日 Old and new last days', examples: [{ moved: [] }] });
