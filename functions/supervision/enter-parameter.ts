import { ParameterEntry, ParameterRecord } from '../../schemas/parameter.ts';
import { countyReply } from '../core/county-reply.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { parameterEntryFault } from '../law/parameters.ts';
import { cite } from '../law/sources.ts';

/**
 * Enters a value of the county with the document it rests on (rulebook 11.3). It counts only once another person has approved it,
 * and is never edited: a correction is a further entry. What the law fixes or bounds cannot be loosened.
 */
export const enterParameter = defineStep({
  id: 'supervision.enter-parameter',
  zh: '录入参数',
  en: 'Enter a parameter',
  route: 'POST /v1/parameters',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§18')],
  input: ParameterEntry,
  output: ParameterRecord,
  status: 201,
  facts: ({ actor }) => ({ county: actor.orgCode }),
  decide: (facts, input, now) => {
    const fault = parameterEntryFault(input);
    must(!fault?.statutory, 'statutory-term-fixed', { key: input.key, fault: `${fault?.zh} ${fault?.en}` });
    must(!fault, 'input-invalid', { errors: [{ path: 'value', message: `${fault?.zh} ${fault?.en}` }] });
    const { personId, orgCode } = facts.actor;
    const record = { id: nextId(facts, input), ...input, enteredBy: personId, enteredAt: now };
    return countyReply(orgCode, { type: 'parameter-entered', data: { record } }, record);
  },
});

/** `<key>[:<program>]@<from>~<n>`: tells what it is, needs no escaping in an address, and is never given twice. */
function nextId(facts: Facts, { key, program, from }: ParameterEntry): string {
  const base = `${key}${program ? `:${program}` : ''}@${from}`;
  const earlier = (facts.county?.parts.parameters ?? []).filter(({ id }) => id.startsWith(`${base}~`));
  return `${base}~${earlier.length + 1}`;
}
