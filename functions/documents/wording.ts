import type { ExtensionGround } from '../../schemas/case.ts';
import type { CivilDate, Instant, Month } from '../../schemas/dates.ts';
import type { FenAmount } from '../../schemas/money.ts';
import type { DeliveryMethod } from '../../schemas/paper.ts';
import type { FiledRelation } from '../../schemas/staff.ts';
import { civilDateOf, clockTimeOf } from '../law/clock-face.ts';

/** A civil date as papers write it: 2026年8月5日, Arabic numerals without zero padding (GB/T 9704). */
export const dateText = (on: CivilDate): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** A month as papers write it: 2026年9月. */
export const monthText = (month: Month): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
};

/** An instant (UTC) as the time in Asia/Shanghai: 2026年8月3日9时5分. */
export const timeText = (at: Instant): string => {
  const [hour, minute] = clockTimeOf(at).split(':').map(Number);
  return `${dateText(civilDateOf(at))}${hour}时${minute}分`;
};

/** Fen as yuan, exactly: 660元, 1,250.50元. @throws RangeError if it is not an integer. */
export const moneyText = (fen: FenAmount): string => {
  const amount = BigInt(fen);
  const yuan = `${amount / 100n}`.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = amount % 100n;
  return rest === 0n ? `${yuan}元` : `${yuan}.${`${rest}`.padStart(2, '0')}元`;
};

/** Said wherever a last day reaches into a year whose holiday notice is not loaded (design decision 6). */
export const provisionalNote = '（暂定：次年放假安排尚未发布，发布后重新计算）';

/** A last day with its note where it is provisional. */
export const lastDayText = (day: { readonly on: CivilDate; readonly provisional?: boolean | undefined }): string =>
  `${dateText(day.on)}${day.provisional ? provisionalNote : ''}`;

/** Lines as a numbered list: 1. … 2. … */
export const numbered = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${index + 1}. ${line}`);

/** A heading and its lines; nothing where there are no lines. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [heading, ...numbered(lines)] : [];

/** The grounds of N83 四(一) as a sentence goes on after 因. */
export const extensionNames: Readonly<Record<ExtensionGround, string>> = {
  PUBLICITY_OBJECTION: '公示有异议',
  HUKOU_SPLIT: '人户分离',
  REMOTE_APPLICATION: '异地申办',
  HARD_INVESTIGATION: '家庭经济状况调查难度较大',
  OTHER: '其他情形（已经县级民政部门同意）',
};

export const relationNames: Readonly<Record<FiledRelation, string>> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母',
  'maternal-grandparent': '外祖父母',
  grandchild: '孙子女',
  'maternal-grandchild': '外孙子女',
  self: '本人',
};

export const deliveryNames: Readonly<Record<DeliveryMethod, string>> = {
  direct: '直接送达',
  'family-member': '同住成年家属代收',
  'left-with-witness': '留置送达',
  electronic: '电子送达（受送达人已同意）',
  post: '邮寄送达',
  'public-notice': '公告送达',
};

/** Said on every paper under invented amounts. */
export const exampleMark = '演示数据·非真实标准';
