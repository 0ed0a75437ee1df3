import type { Actor } from '../../schemas/actor.ts';
import type { RosterHead } from '../../schemas/roster.ts';
import type { Facts } from '../core/facts.ts';
import { perform } from '../core/perform.ts';
import type { Step } from '../core/step.ts';
import { countyOf } from '../law/tenants.ts';
import { addRosterPage } from '../supervision/add-roster-page.ts';
import { recordPaymentFile } from '../supervision/record-payment-file.ts';
import { CLOCK_CLIENT } from './authenticate.ts';
import { commitOutcome } from './commit.ts';
import { headKey, subjectsOf } from './keys.ts';
import { loadFacts } from './load-facts.ts';
import { writePaymentFile } from './payment-file.ts';
import type { Ports } from './ports.ts';
import { walk } from './walk-index.ts';

/** How long one request goes on with a roster before it answers; the next one goes on from there. */
const BUDGET = 6_000;
const ATTEMPTS = 12;

/**
 * Goes on with a roster: builds it page by page, or writes a payment file that was ordered. Each page is a transaction of its own and the
 * roster remembers where it stands, so that a crash anywhere, two workers at once or the end of the budget cost nothing but a repetition.
 */
export async function continueRoster(ports: Ports, rosterId: string, asker: Actor): Promise<void> {
  const until = performance.now() + BUDGET;
  let state = await headOf(ports, rosterId);
  while (state?.state === 'building' && performance.now() < until) {
    await asClock(ports, addRosterPage, { rosterId });
    state = await headOf(ports, rosterId);
  }
  const file = state?.files.at(-1);
  if (!state || !file || file.sha256 !== undefined) return;
  const written = await writePaymentFile(ports, { head: state, no: file.no, asker });
  await asClock(ports, recordPaymentFile, { rosterId, no: file.no, ...written });
}

/** Goes on with every roster of a county that was left unfinished, each to its end: nobody need ask for it again. Answers how many. */
export async function unfinishedRostersTask(ports: Ports, countyCode: string): Promise<number> {
  const actor = clockOf(countyCode);
  let finished = 0;
  for await (const { record } of walk(ports, { index: 'k', pk: subjectsOf(countyCode, 'roster') })) {
    const { head } = record as { readonly head: RosterHead };
    for (let now: RosterHead | undefined = head; now && isUnfinished(now); now = await headOf(ports, head.rosterId)) {
      await continueRoster(ports, head.rosterId, actor);
      finished += 1;
    }
  }
  return finished;
}

const isUnfinished = ({ state, files }: RosterHead): boolean => {
  const file = files.at(-1);
  return state === 'building' || (file !== undefined && file.sha256 === undefined);
};

const clockOf = (orgCode: string): Actor => ({ personId: 'clock', post: 'CLOCK', orgCode, clientId: CLOCK_CLIENT });

async function headOf(ports: Ports, rosterId: string): Promise<RosterHead | undefined> {
  const [item] = await ports.store.load([headKey('roster', rosterId)]);
  return (item?.record as { head: RosterHead } | undefined)?.head;
}

/** One internal step, tried again with fresh facts while another worker comes between. */
async function asClock<I extends { readonly rosterId: string }>(
  ports: Ports,
  step: Step<I, unknown>,
  input: I,
): Promise<void> {
  const actor = clockOf(countyOf(input.rosterId));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = ports.clock.now();
    const params = { rosterId: input.rosterId };
    const loaded = await loadFacts(ports, step.facts({ input, params, actor }), { now, extra: [] });
    const facts: Facts = { ...loaded.facts, actor, params, names: {} };
    const outcome = perform(step, { facts, input, now });
    if (!outcome.event) return;
    const result = await commitOutcome(ports, { step, actor, idempotency: undefined, loaded, facts, outcome, now });
    if (result.ok) return;
  }
  throw new Error(`${step.id} of ${input.rosterId} gave way ${ATTEMPTS} times`);
}
