import { type PolicyFile, PolicyVersions, PolicyVersionsQuery } from '../../schemas/policy.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** What a county publishes, with versions that still wait for their second person; one file a program. */
export const listPolicyVersions = defineStep({
  id: 'supervision.list-policy-versions',
  zh: '政策版本清单',
  en: 'List versions of policies',
  route: 'GET /v1/policy-versions',
  provision: [cite('SEED', '二(三)5')],
  input: PolicyVersionsQuery,
  output: PolicyVersions,
  facts: ({ input, actor }) => ({
    list: { index: 'k', pk: subjectsOf(countyAsked(actor, input.county), 'policy'), limit: 20 },
  }),
  decide: (facts) => ({ reply: { policies: headsOf<PolicyFile>(facts).map(({ head }) => head) } }),
});
