import * as z from 'zod';
import { CivilDate } from './dates.ts';
import { TownshipCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';
import { Paper } from './paper.ts';

/** Address of a notice on the public pages: the township, and 160 bits under the region's key, which nobody can count or guess. */
export const NoticeToken = z
  .string()
  .regex(/^64\d{7}-[0-9a-f]{40}$/, '公示地址不正确')
  .meta({
    id: 'NoticeToken',
    description: '公示页面地址（不可猜测） Address of a public notice',
    examples: ['649900101-00112233445566778899aabbccddeeff00112233'],
  });
export type NoticeToken = z.infer<typeof NoticeToken>;

/** Papers for the public that may stand online: 公示 before the decision, 公布 after it. */
export const NoticeKind = z
  .enum(['W17', 'W22'])
  .meta({ id: 'NoticeKind', description: '公示单 W17 或公布表 W22 Kind of notice', examples: ['W17'] });
export type NoticeKind = z.infer<typeof NoticeKind>;

const place = z.strictObject({ name: z.string(), phone: z.string() });

/** A notice put online, as the case keeps it: the paper with tokens only, and the words around it that do not depend on the reader. */
export const OnlineNotice = z.strictObject({
  token: NoticeToken,
  kind: NoticeKind,
  paper: Paper,
  putOn: CivilDate,
  /** Decided when it is put online by `publicity.maskNameOnline`; a minor is masked whatever it says. */
  masked: z.boolean(),
  township: place,
  county: place,
  /** Last day online of a publication; a publicity follows its own period. */
  untilOn: CivilDate.optional(),
  /** Taken down by hand. */
  downOn: CivilDate.optional(),
});
export type OnlineNotice = z.infer<typeof OnlineNotice>;

/** What the public page reads: written anew with every act on the case, so that it is never older than the case. */
export const NoticeRecord = z.strictObject({
  notice: OnlineNotice,
  caseId: z.string(),
  townshipCode: TownshipCode,
  /** Last day it is shown; absent once it was taken down, replaced or overtaken by the case. */
  shownUntil: CivilDate.optional(),
  period: z.strictObject({ fromOn: CivilDate, endsOn: CivilDate, provisional: z.boolean().optional() }).optional(),
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;

/** A field of a notice as it is shown: whatever is not on the whitelist has no place here. */
const fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const noticePageExample = {
  title: '公示单',
  number: '演示一镇社救〔2026〕12号',
  issuer: '演示一镇人民政府',
  shownUntil: '2026-08-24',
  example: true,
  notice: { applicant: '测某某', members: 3, village: '演示村', program: 'DB_URBAN', amountFen: 66000 },
  lines: ['申请人：测某某', '家庭人口：3人'],
};

/** A notice as anybody may read it without log-in. */
export const NoticePage = z
  .strictObject({
    title: z.string().describe('公示单或公布表 title'),
    number: z.string().describe('文号 number of the paper'),
    issuer: z.string().describe('发布机关 issuing organ'),
    shownUntil: CivilDate.describe('最后展示日，次日撤下 last day online'),
    example: z.boolean().describe('演示数据·非真实标准 invented example data'),
    notice: fields.describe('公示内容，仅限规定的项目 the fields of the whitelist and no other'),
    lines: z.array(z.string()).describe('公示文字 text of the notice'),
  })
  .meta({ id: 'NoticePage', description: '网上公示 Notice as the public reads it', examples: [noticePageExample] });
export type NoticePage = z.infer<typeof NoticePage>;

/** A township's notice that is online, for the township itself. */
export const OnlineNoticeView = z
  .strictObject({
    address: z.string().describe('公开地址 public address'),
    token: NoticeToken,
    kind: NoticeKind,
    caseId: z.string().describe('案件编号 case'),
    paperId: z.string().describe('文书编号 paper'),
    putOn: CivilDate.describe('上网日期 put online'),
    shownUntil: CivilDate.optional().describe('最后展示日 last day online'),
    masked: z.boolean().describe('隐去部分姓名 name masked'),
  })
  .meta({
    id: 'OnlineNoticeView',
    description: '在网公示 Notice online',
    examples: [
      {
        address: '/v1/notices/649900101-00112233445566778899aabbccddeeff00112233',
        token: '649900101-00112233445566778899aabbccddeeff00112233',
        kind: 'W17',
        caseId: '649900101-DB-2026-000001',
        paperId: 'W17-1',
        putOn: '2026-08-17',
        shownUntil: '2026-08-24',
        masked: true,
      },
    ],
  });
export type OnlineNoticeView = z.infer<typeof OnlineNoticeView>;

export const OnlineNoticeQuery = z
  .strictObject({ township: TownshipCode.optional().describe('乡镇（街道），缺省为本机构 township'), ...pageQuery })
  .meta({
    id: 'OnlineNoticeQuery',
    description: '在网公示查询 Query of notices online',
    examples: [{ township: '649900101' }],
  });

export const OnlineNoticeList = z
  .strictObject({ notices: z.array(OnlineNoticeView).describe('今日仍在网的公示 notices shown today'), ...pageNext })
  .meta({ id: 'OnlineNoticeList', description: '在网公示清单 Notices online', examples: [{ notices: [] }] });
