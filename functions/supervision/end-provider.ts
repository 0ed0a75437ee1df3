import { Provider, ProviderEnd } from '../../schemas/provider.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { theProvider } from './provider-on-file.ts';

/** Ends a contract before its last day: from the day after, its people go along no more. */
export const endProvider = defineStep({
  id: 'supervision.end-provider',
  zh: '终止救助服务合同',
  en: 'End a provider’s contract',
  route: 'POST /v1/providers/{providerId}/end',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§56')],
  input: ProviderEnd,
  output: Provider,
  facts: ({ params }) => ({ subjects: [{ kind: 'provider', id: params['providerId'] ?? '' }] }),
  decide: (facts, { endedOn, reason }) => {
    const provider = theProvider(facts);
    const { providerId, from, until } = provider;
    must(provider.endedOn === undefined, 'already-done', { endedOn: provider.endedOn });
    must(from <= endedOn && endedOn <= until, 'date-out-of-order', { from, endedOn, until });
    return {
      event: { type: 'provider-ended', data: { providerId, endedOn, reason } },
      subject: { kind: 'provider', id: providerId },
      reply: { ...provider, endedOn },
    };
  },
});
