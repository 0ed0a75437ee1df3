import { AlertDirectory } from '../../schemas/alert.ts';
import { countyReply } from '../core/county-reply.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Sets who is told when a term runs out, and who is on duty (rulebook 3.9a); replaces the earlier list whole. */
export const setAlertDirectory = defineStep({
  id: 'supervision.set-alert-directory',
  zh: '设置提醒接收人和值班表',
  en: 'Set alert recipients and duty list',
  route: 'POST /v1/alert-directory',
  provision: [cite('DESIGN', '3.9a', 'design')],
  input: AlertDirectory,
  output: AlertDirectory,
  facts: ({ actor }) => ({ county: actor.orgCode }),
  decide: (facts, input) => {
    const known = new Set(facts.county?.parts.divisions?.townships.map(({ code }) => code));
    for (const division of Object.keys(input.townships)) must(known.has(division), 'division-unknown', { division });
    return countyReply(facts.actor.orgCode, { type: 'alert-directory-set', data: { directory: input } }, input);
  },
});
