import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import { PersonId } from '../../schemas/ids.ts';
import { AgentGiven } from '../../schemas/mandate.ts';
import { reply } from '../core/case-reply.ts';
import { theCase } from '../core/facts.ts';
import { authorityOf, mandatesOf } from '../core/mandates.ts';
import { must } from '../core/problem.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { tokenOf } from './household-on-file.ts';

const RecordMandateInput = z
  .strictObject({
    ...AgentGiven.shape,
    account: PersonId.optional().describe('代理人在门户的账号编号，网上办理时填写 the agent’s account, to act online'),
  })
  .meta({
    id: 'RecordMandateInput',
    description: '登记委托或监护 Mandate or guardianship',
    examples: [
      {
        name: '测试代理',
        idNumber: '649900198511200032',
        mandate: 'att-0123456789abcdef',
        kind: 'mandate',
        relation: 'relative',
        scope: ['representations', 'service'],
        account: 'resident-9',
      },
    ],
  });

/**
 * Records who may act for the applicant, for what and for how long, on the signed mandate or the proof of guardianship (W04; D57 §6, LAW
 * §37, CIVIL §23). The applicant gives it, or the clerk takes it at the window; an agent cannot make another.
 */
export const recordMandate = defineStep({
  id: 'intake.record-mandate',
  zh: '登记委托或监护',
  en: 'Record a mandate',
  route: 'POST /v1/cases/{caseId}/mandates',
  provision: [cite('D57', '§6'), cite('LAW', '§37'), cite('CIVIL', '§23', 'recalled')],
  input: RecordMandateInput,
  output: CaseView,
  facts: (call) => ({
    ...caseFacts(call),
    people: [call.input.idNumber],
    attachments: [call.input.mandate],
  }),
  decide: (facts, { account, ...given }, now) => {
    const state = theCase(facts);
    const { head, parts } = state;
    const on = civilDateOf(now);
    const principal = parts.household.members.find(({ person }) => person === head.applicant);
    const agent = tokenOf(facts, given.idNumber);
    must(principal && agent !== head.applicant, 'input-invalid', {
      errors: [{ path: 'idNumber', message: '代理人不得为申请人本人 the agent is the applicant' }],
    });
    const authority = authorityOf(facts, given, {
      mandateId: `M-${mandatesOf(state).length + 1}`,
      ...{ agent, account, on, birthOn: principal.birthOn, countyCode: head.countyCode, actor: facts.actor },
    });
    const known = facts.people[given.idNumber]?.open.length ? { known: true as const } : {};
    return {
      ...reply(facts, { type: 'mandate-recorded', data: { on, authority } }, now),
      personal: [{ token: agent, ...known, data: { name: given.name, idNumber: given.idNumber } }],
    };
  },
});
