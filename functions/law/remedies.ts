import type { ParameterKey, ParameterRecord } from '../../schemas/parameter.ts';
import { type ParameterQuestion, parameterOn } from './parameters.ts';

/** The papers whose remedy paragraph a county words (rulebook 4): those against a person, and any decision on an amount. */
export const remedyActs = ['W08', 'W21', 'W25', 'W27', 'W28', 'W29'] as const;
export type RemedyAct = (typeof remedyActs)[number];

/** Whose paper it is: a township government, a sub-district office (街道办事处), or county civil affairs. */
export type RemedyBody = 'township' | 'street' | 'county';

/** Whose a paper is: sub-districts have the numbers 001 to 099 of their county (rulebook 9.3). */
export const remedyBodyOf = (by: 'township' | 'county', townshipCode: string): RemedyBody => {
  if (by === 'county') return 'county';
  return Number(townshipCode.slice(6, 9)) < 100 ? 'street' : 'township';
};

/** The bodies that can issue each paper: only a township refuses to accept or ends a procedure, only the county orders money back. */
export const bodiesOf: Readonly<Record<RemedyAct, readonly RemedyBody[]>> = {
  W08: ['township', 'street'],
  W21: ['township', 'street', 'county'],
  W25: ['township', 'street', 'county'],
  W27: ['township', 'street'],
  W28: ['township', 'street', 'county'],
  W29: ['county'],
};

/** The key of the wording of an act by one body; that of W29 has the county alone. */
export const remedyKeyOf = (act: RemedyAct, body: RemedyBody): ParameterKey =>
  (act === 'W29' ? 'remedy.W29' : `remedy.${act}.${body}`) as ParameterKey;

/** The approved wording of an act by a body: its own, else the one the county approved for all of them. */
export const approvedRemedy = (
  records: readonly ParameterRecord[],
  { act, body }: { readonly act: RemedyAct; readonly body: RemedyBody },
  at: ParameterQuestion,
): string | undefined => {
  const value = (parameterOn(records, remedyKeyOf(act, body), at) ?? parameterOn(records, `remedy.${act}`, at))?.value;
  return typeof value === 'string' ? value : undefined;
};

/** Decisions on what was granted: whether refusals are such a case of FYF §23(三) is unsure, so their wording has no default (rulebook 4). */
const withDefault: readonly RemedyAct[] = ['W25', 'W28'];

/** Item of FYF §24(1) by which the county government hears each body: its department, the government below it, its agency. */
const items: Readonly<Record<RemedyBody, string>> = { county: '第一项', township: '第二项', street: '第三项' };

/**
 * What the law itself says of the remedy against a decision on what was granted (FYF §20, §24(1); ALL §46), for a county whose government is on record. None for refusals, none for 宁东 which
 * is no county government, and none for papers that may be served online: those must name the online way to apply (FYF §22).
 */
export function lawfulRemedy(
  records: readonly ParameterRecord[],
  { act, body }: { readonly act: RemedyAct; readonly body: RemedyBody },
  at: ParameterQuestion & { readonly government: string | undefined; readonly online: boolean },
): string | undefined {
  if (!withDefault.includes(act) || at.government === undefined || at.online) return undefined;
  const days = Number(parameterOn(records, 'appeal.reviewDays', at)?.value);
  const months = Number(parameterOn(records, 'appeal.suitMonths', at)?.value);
  return [
    `对本决定不服的，可以自收到本决定书之日起${days}日内向${at.government}申请行政复议`,
    `（《中华人民共和国行政复议法》第二十条、第二十四条第一款${items[body]}），`,
    `也可以自收到本决定书之日起${months}个月内直接向人民法院提起行政诉讼`,
    '（《中华人民共和国行政诉讼法》第四十六条）。申请行政复议、提起行政诉讼期间，不停止本决定的执行，法律另有规定的除外。',
  ].join('');
}
