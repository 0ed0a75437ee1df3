import {
  type Policy,
  type ProgramPolicy,
  PublishedPolicies,
  PublishedPoliciesQuery,
  type PublishedPolicy,
} from '../../schemas/policy.ts';
import { Program } from '../../schemas/program.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { type PolicyState, policyFileIdOf, policyOn } from '../core/policy-fold.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { policyAmount, policyHtml } from '../documents/policy-page.ts';
import { programNames } from '../documents/program-words.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { nextChange, standardsOn } from '../law/published-standards.ts';
import { cite } from '../law/sources.ts';

const asked = (program: Program | undefined): readonly Program[] => (program ? [program] : Program.options);

/**
 * What a county publishes about its programs, for anybody, without a log-in, as data or as a page: the version in force today, those to
 * come, the standards from the parameters in force, the phones of supervision (SEED 二(三)5, 四(三)). Refused with `policy-not-published`
 * where nothing is.
 */
export const readPolicies = defineStep({
  id: 'supervision.read-policies',
  zh: '查看公开的政策',
  en: 'Read published policies',
  route: 'GET /v1/policies',
  provision: [cite('SEED', '二(三)5'), cite('SEED', '四(三)')],
  input: PublishedPoliciesQuery,
  output: PublishedPolicies,
  facts: ({ input }) => ({
    county: input.county,
    subjects: asked(input.program).map((program) => ({ kind: 'policy', id: policyFileIdOf(input.county, program) })),
  }),
  page: policyHtml,
  decide: (facts, { county, program }, now) => {
    const on = civilDateOf(now);
    const divisions = facts.county?.parts.divisions;
    const policies = asked(program).flatMap((one) => policyOf(facts, county, { program: one, on }) ?? []);
    must(divisions && policies.length > 0, 'policy-not-published', { county, ...(program ? { program } : {}) });
    const { countyName, countyPhone } = divisions;
    const townships = divisions.townships.map(({ name, phone }) => ({ name, phone }));
    return { reply: { county, countyName, countyPhone, townships, on, policies } };
  },
});

function policyOf(
  facts: Facts,
  county: string,
  { program, on }: { readonly program: Program; readonly on: string },
): ProgramPolicy | undefined {
  const file = stateOf<PolicyState>(facts, { kind: 'policy', id: policyFileIdOf(county, program) })?.head;
  if (!file || file.published.length === 0) return undefined;
  const parameters = facts.county?.parts.parameters ?? [];
  const amountsOn = (day: string) => standardsOn(parameters, program, day).map(policyAmount);
  const inForce = policyOn(file.published, on);
  const next = nextChange(parameters, program, on);
  return {
    program,
    title: programNames[program],
    ...(inForce ? { inForce: asPublished(inForce) } : {}),
    coming: file.published.filter(({ from }) => from > on).map(asPublished),
    amounts: amountsOn(on),
    ...(next ? { comingAmounts: { from: next, amounts: amountsOn(next) } } : {}),
  };
}

/** Who entered and who approved is the county's own affair. */
const asPublished = ({
  enteredBy: _by,
  enteredAt,
  approvedBy: _second,
  approvedAt,
  ...text
}: Policy): PublishedPolicy => ({
  ...text,
  publishedOn: civilDateOf(approvedAt ?? enteredAt),
});
