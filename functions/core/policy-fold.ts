import type { Policy, PolicyEventBody, PolicyFile } from '../../schemas/policy.ts';
import type { Program } from '../../schemas/program.ts';
import { civilDateOf } from '../law/clock-face.ts';
import type { Event, State } from './event.ts';

export type PolicyState = State<PolicyFile>;
export type PolicyEvent = Event & PolicyEventBody;

/** Number of what a county publishes about a program. */
export const policyFileIdOf = (countyCode: string, program: Program): string => `${countyCode}-POL-${program}`;

/** The file a version belongs to: the part of its number before `@`. */
export const policyFileOf = (policyId: string): string => policyId.split('@')[0] ?? '';

/** The next state of a program's published policy. Versions that are past stay in the events. */
export const foldPolicy = (state: PolicyState | undefined, event: PolicyEvent): PolicyState => ({
  version: event.seq,
  chain: event.hash,
  head: next(state?.head, event),
  parts: {},
});

function next(head: PolicyFile | undefined, event: PolicyEvent): PolicyFile {
  if (event.type === 'policy-entered') {
    const { policy } = event.data;
    const { countyCode, program } = policy;
    const entered = (head?.entered ?? 0) + 1;
    return { countyCode, program, entered, pending: policy, published: head?.published ?? [] };
  }
  if (!head?.pending) throw new Error(`nothing was entered that ${event.type} could follow`);
  const { pending, ...rest } = head;
  const { approvedBy, approvedAt } = event.data;
  const others = head.published.filter(({ from }) => from !== pending.from);
  const published = [...others, { ...pending, approvedBy, approvedAt }].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...rest, published: stillShown(published, civilDateOf(event.at)) };
}

/** The version in force on a day, of versions in the order of their days. */
export const policyOn = (published: readonly Policy[], on: string): Policy | undefined =>
  published.findLast(({ from }) => from <= on);

const stillShown = (published: readonly Policy[], on: string): Policy[] => {
  const current = policyOn(published, on);
  return published.filter((one) => one === current || one.from > on);
};
