import type { Actor } from '../../schemas/actor.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { AgentGiven, Mandate, MandateScope } from '../../schemas/mandate.ts';
import { isRunning } from '../law/household.ts';
import { everyScope, faultOf, guardianNeeded, lastDayOfMinority, scopeOf } from '../law/mandates.ts';
import { storedFile } from './attachments.ts';
import type { CaseState } from './case-fold.ts';
import { type Facts, theCase } from './facts.ts';
import { must, Problem } from './problem.ts';

/** Mandates and guardianships of a case, as they were recorded. */
export const mandatesOf = ({ parts }: Pick<CaseState, 'parts'>): readonly Mandate[] => parts.mandates ?? [];

/** With the death of who gave it a mandate is over (CIVIL §173). */
const principalDied = ({ head, parts }: CaseState, on: CivilDate): boolean =>
  parts.household.members.some((one) => one.person === head.applicant && isRunning(one, 'deceased', on));

function mustCarry(
  state: CaseState,
  found: readonly Mandate[],
  of: { readonly needed: MandateScope | 'any'; readonly on: CivilDate },
): Mandate {
  const { needed, on } = of;
  must(found.length > 0, 'mandate-missing', { needed });
  must(!principalDied(state, on), 'mandate-expired', { principal: 'deceased' });
  const good = found.find((one) => faultOf(one, needed, on) === undefined);
  if (good) return good;
  const last = found.at(-1);
  const { mandateId, from, until, revokedOn, scope } = last ?? {};
  throw new Problem((last && faultOf(last, needed, on)) ?? 'mandate-missing', {
    ...{ mandateId, needed, scope, from },
    ...(until ? { until } : {}),
    ...(revokedOn ? { revokedOn } : {}),
  });
}

/**
 * The mandate under which an agent acts on the loaded case on a day (D57 §6, LAW §37): the agent's own, in force, and for this act. Undefined
 * for everybody who is no agent. Refuses without one, outside its dates or its scope, and once it is revoked.
 */
export function mandateOf(facts: Facts, act: string, on: CivilDate): string | undefined {
  const { actor } = facts;
  if (actor.post !== 'AG') return undefined;
  const needed = scopeOf(act);
  must(needed, 'mandate-scope', { needed: act });
  const state = theCase(facts);
  const own = mandatesOf(state).filter(({ account }) => account === actor.personId);
  if (needed === 'none') return own.find((one) => faultOf(one, 'any', on) === undefined)?.mandateId;
  return mustCarry(state, own, { needed, on }).mandateId;
}

/** The mandate under which somebody receives a paper for the applicant on a day: named, in force and for service. */
export function receivesUnder(facts: Facts, mandateId: string, on: CivilDate): Mandate {
  const state = theCase(facts);
  const named = mandatesOf(state).filter((one) => one.mandateId === mandateId);
  must(named.length > 0, 'mandate-not-found', { mandateId });
  return mustCarry(state, named, { needed: 'service', on });
}

/** Who acts for whom, besides what the form says. */
export interface Authorising {
  readonly mandateId: string;
  readonly agent: string;
  readonly countyCode: string;
  /** Date of birth of who is acted for. */
  readonly birthOn: CivilDate;
  readonly account?: string | undefined;
  readonly actor: Actor;
  readonly on: CivilDate;
}

/**
 * A mandate or a guardianship as it is kept. A minor's is a guardian's and ends the day before the eighteenth birthday; a village committee
 * acts as such. Refuses a mandate of a minor (`guardian-needed`), and dates out of their order.
 */
export function authorityOf(facts: Facts, given: AgentGiven, by: Authorising): Mandate {
  const { mandateId, agent, countyCode, birthOn, account, actor, on } = by;
  const { kind, relation, scope, from = on, until } = given;
  const minor = guardianNeeded(birthOn, on);
  must(kind === 'guardian' || !minor, 'guardian-needed', { birthOn });
  must(until === undefined || from <= until, 'date-out-of-order', { from, until });
  must(actor.post !== 'VC' || relation === 'village-committee', 'input-invalid', {
    errors: [{ path: 'agent.relation', message: '村（居）委会代办须如实填写 say that the village committee acts' }],
  });
  const last = minor ? [lastDayOfMinority(birthOn), ...(until ? [until] : [])].toSorted()[0] : until;
  return {
    ...{ mandateId, kind, agent, relation, from },
    ...(account ? { account } : {}),
    ...(actor.post === 'VC' ? { village: actor.orgCode } : {}),
    scope: kind === 'guardian' ? [...everyScope] : [...new Set(scope)],
    ...(last ? { until: last } : {}),
    paper: storedFile(facts, given.mandate, countyCode).sha256,
  };
}
