import { approvedRemedy, lawfulRemedy, type RemedyAct, remedyBodyOf, remedyKeyOf } from '../law/remedies.ts';
import { theCase } from './facts.ts';
import type { Issuing } from './paper.ts';
import { Problem } from './problem.ts';

/**
 * The remedy paragraph of a paper by its act and the organ that issues it (rulebook 4, ADR 0008): the wording the county's legal office approved, else what the law itself says where it
 * leaves no doubt. Nothing else stands in for it: the act is refused with `program-closed`, which names the parameter.
 */
export function remedyText({ facts, setting, on, townshipCode, by = 'township' }: Issuing, act: RemedyAct): string {
  const { program, electronicService } = theCase(facts).head;
  const { parameters, divisions } = setting;
  const paper = { act, body: remedyBodyOf(by, townshipCode) };
  const at = { program, on, government: divisions.countyGovernment, online: electronicService === true };
  const text = approvedRemedy(parameters, paper, at) ?? lawfulRemedy(parameters, paper, at);
  if (text === undefined)
    throw new Problem('program-closed', { missing: [`parameter:${remedyKeyOf(act, paper.body)}`] });
  return text;
}
