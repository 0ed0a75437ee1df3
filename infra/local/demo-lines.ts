import { type ProblemCode, problems } from '../../functions/core/problem-catalogue.ts';
import { amountText } from '../../functions/documents/program-words.ts';
import { moneyText } from '../../functions/documents/wording.ts';
import { termRule } from '../../functions/law/term-rules.ts';
import { alertLevelNames } from '../../schemas/alert.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import type { CaseView } from '../../schemas/case.ts';
import type { PlayedAct, PlayedCase } from './play-examples.ts';
import type { Scenario } from './scenario.ts';

/** What the play is about: one line a case. */
export const contents = (scenarios: readonly Scenario[]): readonly string[] =>
  scenarios.map(({ id, zh, example }) => `${id.padEnd(24)} ${zh}（${example}）`);

interface Answered extends Partial<CaseView> {
  readonly code?: ProblemCode;
  readonly balanceFen?: number;
}

/** One line of the timeline for each act: when, which case, who, what, and what came of it; a sum where it is a new one. */
export function storyteller(): (played: PlayedAct) => string {
  const sums = new Map<string, number>();
  const outcome = (scenario: string, answered: Answered): string => {
    const { code, program, statusText = '', amountFen, balanceFen } = answered;
    if (code) return `✗ 退回：${problems[code].zh}（${code}）`;
    if (balanceFen !== undefined) return `✓ 账面余额${moneyText(balanceFen)}`;
    const isNew = amountFen !== undefined && sums.get(scenario) !== amountFen;
    if (amountFen !== undefined) sums.set(scenario, amountFen);
    return `✓ ${statusText}${isNew && amountFen > 0 && program ? `，${amountText(program, amountFen)}` : ''}`;
  };
  return ({ act, reply }) =>
    `${act.at}  ${act.scenario.padEnd(24)} ${act.post.padEnd(4)}${act.by.padEnd(8)} ${act.zh}  ${outcome(act.scenario, reply.body as Answered)}`;
}

/** One line for each alert that went out: when, which case, level, term with its last day, to whom. */
export function alertLines(alerts: readonly AlertRecord[], cases: readonly PlayedCase[]): readonly string[] {
  const idOf = new Map(cases.map(({ caseId, id }) => [caseId, id]));
  return alerts.map((one) => {
    const sent = new Date(Date.parse(one.deliveredAt ?? one.deliverAt) + 8 * 3_600_000).toISOString();
    const when = sent.slice(0, 16).replace('T', ' ');
    const whose = (idOf.get(one.caseId ?? '') ?? one.subjectId).padEnd(24);
    return `${when}  ${whose} ${alertLevelNames[one.level].zh}：${termRule(one.term).zh}（最后一日 ${one.dueOn}）→ ${one.recipients.join('、')}`;
  });
}
