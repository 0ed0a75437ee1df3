import { type Provider, ProviderEntry, Provider as ProviderSchema } from '../../schemas/provider.ts';
import { countyAsked } from '../core/division-asked.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** Registers a provider of purchased services with its contract and tasks (SEED 二(二)1, 四(二); LAW §56). It may assist, never decide. */
export const registerProvider = defineStep({
  id: 'supervision.register-provider',
  zh: '登记救助服务机构',
  en: 'Register a provider of services',
  route: 'POST /v1/providers',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§56')],
  input: ProviderEntry,
  output: ProviderSchema,
  status: 201,
  facts: ({ actor, params }) => ({
    subjects: [{ kind: 'provider', id: providerIdOf(countyAsked(actor, undefined), params) }],
  }),
  decide: ({ actor, params }, entry) => {
    const countyCode = countyAsked(actor, undefined);
    must(entry.from <= entry.until, 'date-out-of-order', { from: entry.from, until: entry.until });
    const provider: Provider = {
      providerId: providerIdOf(countyCode, params),
      countyCode,
      ...entry,
      people: 0,
      registeredBy: actor.personId,
    };
    return {
      event: { type: 'provider-registered', data: { provider } },
      subject: { kind: 'provider', id: provider.providerId },
      reply: provider,
    };
  },
});

const providerIdOf = (countyCode: string, params: Readonly<Record<string, string>>): string =>
  `${countyCode}-PROV-${(params['requestKey'] ?? '').slice(0, 16)}`;
