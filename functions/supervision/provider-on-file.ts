import type { Provider } from '../../schemas/provider.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import type { ProviderState } from '../core/provider-fold.ts';

/** The provider named in the path, of the caller's own county; refuses with `provider-not-found`. */
export function theProvider(facts: Facts): Provider {
  const providerId = facts.params['providerId'] ?? '';
  const provider = stateOf<ProviderState>(facts, { kind: 'provider', id: providerId })?.head;
  must(provider && provider.countyCode === facts.actor.orgCode, 'provider-not-found', { providerId });
  return provider;
}
