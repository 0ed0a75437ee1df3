import * as z from 'zod';
import { Posting } from './case-evidence.ts';
import { CivilDate } from './dates.ts';
import { event } from './event-shape.ts';
import { CountyCode, PersonId, Sha256, TownshipCode, VillageCode } from './ids.ts';
import { AttachmentId } from './review-proofs.ts';

const Division = z
  .union([CountyCode, TownshipCode, VillageCode])
  .describe('所属区划：县、乡镇（街道）或村（居） county, township or village it belongs to');
const boardId = z.string().min(1).max(40).describe('公示栏编号 number of the board');
const place = z.string().min(1).max(80).describe('位置或账号名称 where it stands, or the name of the account');

/** A board, screen or account on which a county posts its notices (公示栏、电子屏、微信公众号). */
export const Board = z
  .strictObject({
    boardId,
    division: Division,
    channel: Posting.shape.channel,
    place,
    photo: Sha256.describe('照片或页面截图哈希 hash of its photo'),
    url: z.url().max(300).optional().describe('网址 address'),
    from: CivilDate.describe('启用日 in use from'),
    until: CivilDate.optional().describe('最后使用日 last day in use'),
    registeredBy: PersonId,
  })
  .meta({ id: 'Board', description: '公示栏 Board' });
export type Board = z.infer<typeof Board>;

/** The boards of a township with its villages, or of the county itself. */
export const BoardRegister = z
  .strictObject({
    countyCode: CountyCode,
    orgCode: z.union([CountyCode, TownshipCode]).describe('登记机构 organisation'),
    numbered: z.int().min(1).describe('已用编号 numbers given so far'),
    boards: z.array(Board).describe('公示栏 boards'),
  })
  .meta({ id: 'BoardRegister', description: '公示栏登记册 Register of boards' });
export type BoardRegister = z.infer<typeof BoardRegister>;

export const BoardEventBody = z.discriminatedUnion('type', [
  event('board-registered', { board: Board }),
  event('board-ended', { boardId, until: CivilDate, reason: z.string().max(200) }),
]);
export type BoardEventBody = z.infer<typeof BoardEventBody>;

const boardExample = {
  division: '649900101201',
  channel: 'village-board' as const,
  place: '村委会大院门口',
  from: '2026-01-01',
};

export const BoardEntry = z
  .strictObject({
    division: Division,
    channel: Posting.shape.channel,
    place,
    url: Board.shape.url,
    attachmentId: AttachmentId.describe('照片或页面截图 photo of the board'),
    from: Board.shape.from,
  })
  .meta({
    id: 'BoardEntry',
    description: '登记公示栏 Board to register',
    examples: [{ ...boardExample, attachmentId: 'att-0123456789abcdef' }],
  });

export const BoardEnd = z
  .strictObject({
    until: CivilDate.describe('最后使用日 last day in use'),
    reason: z.string().min(1).max(200).describe('停用原因 why'),
  })
  .meta({
    id: 'BoardEnd',
    description: '停用公示栏 Board no longer in use',
    examples: [{ until: '2026-08-31', reason: '村委会搬迁' }],
  });

export const BoardView = z
  .strictObject({
    ...Board.shape,
    mandatory: z.boolean().describe('所属渠道为必设渠道 its channel is a mandatory one today'),
    inUse: z.boolean().describe('当日在用 in use today'),
  })
  .meta({
    id: 'BoardView',
    description: '公示栏 Board as listed',
    examples: [
      {
        boardId: '649900101-BOARD-1',
        ...boardExample,
        photo: 'a'.repeat(64),
        registeredBy: 't1-tc',
        mandatory: true,
        inUse: true,
      },
    ],
  });
export type BoardView = z.infer<typeof BoardView>;

export const BoardListQuery = z
  .strictObject({ county: CountyCode.optional(), township: TownshipCode.optional() })
  .meta({
    id: 'BoardListQuery',
    description: '公示栏清单查询 Whose boards to list',
    examples: [{ township: '649900101' }],
  });

export const BoardList = z
  .strictObject({ boards: z.array(BoardView).describe('公示栏 boards') })
  .meta({ id: 'BoardList', description: '公示栏清单 List of boards', examples: [{ boards: [] }] });
