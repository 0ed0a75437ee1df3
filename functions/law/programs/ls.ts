import type { AidRequest } from '../../../schemas/aid-request.ts';
import type { Household } from '../../../schemas/household.ts';
import type { LsFastAssessment, LsStdAssessment } from '../../../schemas/ls-assessment.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { ProgramGround } from '../../../schemas/program-finding.ts';
import { type Calendar, calendarOf } from '../calendar.ts';
import { citedClause, citedOn } from '../cited-clause.ts';
import { multiple, parameterReader } from '../means-parameters.ts';
import { standardKey } from '../program-parameters.ts';
import { floor, mul, rational, yuan } from '../rational.ts';
import { cite, lawPackOn } from '../sources.ts';
import { officialCountyOf } from '../tenants.ts';
import { lastDayByDays } from '../terms.ts';
import { allOf, type Verdict } from '../verdict.ts';

/** Under which parameters and on which civil date; the calendar matters only where fast aid rolls over rest days. */
export type LsQuestion = {
  readonly parameters: readonly ParameterRecord[];
  readonly on: string;
  readonly calendar?: Calendar | undefined;
  /** What is left in the township's petty cash, in fen; unknown if absent. */
  readonly pettyCashFen?: number | undefined;
};

const requestGround = (request: AidRequest | undefined, on: string, fast: boolean): ProgramGround => {
  const passed = request !== undefined && (!fast || request.type === 'emergency');
  const [zh, en] =
    request === undefined
      ? ['未提出临时救助需求', 'nothing asked for']
      : passed
        ? ['已提出临时救助需求', 'temporary assistance asked for']
        : ['支出型困难按一般程序办理', 'the expense type goes the standard way'];
  return { code: 'request', passed, zh, en, citation: citedOn(on, '§29', cite('TA18', '二(一)')) };
};

/** From the Social Assistance Law on where the emergency happens (§37, K7), before where the household is registered or lives. An emergency elsewhere is never turned away by the system. */
const placeGround = (household: Household, on: string): ProgramGround => {
  const here = officialCountyOf(household.townshipCode);
  const passed: Verdict = (household.aidRequest?.placeCounty ?? here) === here || 'review';
  return {
    code: 'place',
    passed,
    zh: passed === true ? '在本县（市、区）办理' : '急难发生在其他县（市、区），由人工决定先行救助或转送',
    en: passed === true ? 'handled in this county' : 'elsewhere; a person decides on aid first or transfer',
    citation: citedOn(on, '§37', cite('REG649', '§48')),
  };
};

/**
 * 小额快救 (LAW §50; TA26 二(一); G15): an emergency is helped from the petty cash within 3 days that do not roll, up to one monthly standard of
 * the area and never beyond the petty cash, without verification or publicity. Amounts in fen; what is asked beyond goes the standard way.
 * @throws RangeError if the program is closed (ask `missingFor` first): before 2026-01-29 there is no fast aid.
 */
export const assessLsFast = (household: Household, question: LsQuestion): LsFastAssessment => {
  const { parameters, on, calendar = calendarOf([]), pettyCashFen } = question;
  const { value, used } = parameterReader(parameters, { program: 'LS_FAST', on });
  const standardFen = Number(value(standardKey(household.urbanRural)));
  const capFen = floor(mul(rational(standardFen), multiple(value('ls.fastCap'))));
  const cashFen = Math.min(Number(value('ls.pettyCashCap')), pettyCashFen ?? Number.POSITIVE_INFINITY);
  const count = { n: Number(value('clock.fastAid')), roll: value('rapid.rollOnHoliday') === true };
  const request = household.aidRequest;
  const grounds = [requestGround(request, on, true), placeGround(household, on)];
  const entitled = allOf(grounds.map(({ passed }) => passed));
  const requestedFen = request?.requestedFen ?? 0;
  const amountFen = entitled === false ? 0 : Math.min(requestedFen, capFen, cashFen);
  const { ids, exampleData } = used();
  const end = request && entitled !== false ? lastDayByDays(calendar, request.registeredOn, count) : undefined;
  return {
    program: 'LS_FAST',
    on,
    lawPack: lawPackOn(on),
    entitled,
    grounds,
    requestedFen,
    capFen,
    amountFen,
    remainderFen: requestedFen - amountFen,
    ...(end && { dueOn: end.dueOn, provisional: count.roll && end.provisional }),
    verification: false,
    publicity: false,
    parameterIds: ids,
    exampleData,
    computation: [
      ...grounds.map(({ zh }) => zh),
      `先行救助金额 = 申请 ${yuan(requestedFen)} 元、最高 ${yuan(capFen)} 元与备用金可用额中最低者 = ${yuan(amountFen)} 元`,
      ...(exampleData ? ['演示数据·非真实标准'] : []),
    ],
  };
};

/** What the standard way has to know: what fast aid has taken on already, and whether the household is recognised in a tier. */
export type LsStandard = { readonly fastFen: number; readonly recognised: Verdict };

const restGround = (proposedFen: number, on: string): ProgramGround[] =>
  proposedFen > 0
    ? []
    : [
        {
          code: 'request',
          passed: false,
          zh: '所申请金额已由小额快救解决',
          en: 'fast aid covers what is asked for',
          citation: citedOn(on, '§29', cite('TA18', '二(一)')),
        },
      ];

/** No text sets who gets how much: that an emergency or expense is grave enough is for a person, so a request never comes out as a plain yes. */
const graveness = (on: string): ProgramGround => ({
  code: 'request',
  passed: 'review',
  zh: '困难程度和救助金额由经办人核实认定',
  en: 'gravity and amount are for a person to settle',
  citation: citedOn(on, '§29', cite('TA18', '二(二)')),
});

/**
 * 一般临时救助 (LAW §29; REG649 §48; TA18; TA26 二(二)): who decides by the amount, what is checked, whether it is published. The amount is a
 * person's: `proposedFen` is what is asked beyond fast aid, in fen. The expense type is published; recognised households show the spending only.
 * @throws RangeError if `on` lies before 2021-07-01.
 */
export const assessLsStd = (household: Household, question: LsQuestion, known: LsStandard): LsStdAssessment => {
  const { parameters, on } = question;
  const { value, used } = parameterReader(parameters, { program: 'LS_STD', on });
  const request = household.aidRequest;
  const requestedFen = request?.requestedFen ?? 0;
  const proposedFen = Math.max(0, requestedFen - known.fastFen);
  const decides = proposedFen <= Number(value('ls.townshipApprovalCap')) ? 'township' : 'county';
  const asked = requestGround(request, on, false);
  const grounds = [
    asked,
    placeGround(household, on),
    ...(request === undefined ? [] : proposedFen > 0 ? [graveness(on)] : restGround(proposedFen, on)),
  ];
  const { ids, exampleData } = used();
  return {
    program: 'LS_STD',
    on,
    lawPack: lawPackOn(on),
    entitled: allOf(grounds.map(({ passed }) => passed)),
    grounds,
    requestedFen,
    proposedFen,
    decides,
    meansCheck: known.recognised === true ? 'spending-only' : 'full',
    publicity: request?.type === 'expense',
    parameterIds: ids,
    exampleData,
    computation: [
      ...grounds.map(({ zh }) => zh),
      `拟救助金额以 ${yuan(proposedFen)} 元为限，${decides === 'township' ? '在乡镇（街道）审批限额内' : '由县级审批'}`,
      citedClause(cite('TA18', '二(二)')).text,
      ...(exampleData ? ['演示数据·非真实标准'] : []),
    ],
  };
};
