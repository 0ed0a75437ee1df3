import type { Actor } from '../../schemas/actor.ts';
import type { EventBody } from '../core/event.ts';
import { fold } from '../core/fold.ts';
import type { LogState } from '../core/log-fold.ts';
import { seal } from '../core/perform.ts';
import { Problem } from '../core/problem.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lawPackOn } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { hashOfEvent } from './hash.ts';
import { eventKey, headKey } from './keys.ts';
import type { Item, Key, Ports, Write } from './ports.ts';
import { writesBetween } from './projection.ts';

const ATTEMPTS = 12;

/** Who asks, by which step. */
export interface Asker {
  readonly actor: Actor;
  /** Id of the step that asks. */
  readonly step: string;
}

/** What is noted once: an event of the access log, and the record it is never without. */
export interface OnceNoted {
  readonly asker: Asker;
  /** The counties asked: the first one's log carries the event. */
  readonly counties: readonly string[];
  readonly key: Key;
  readonly requestHash: string;
  readonly body: (at: string) => EventBody;
  readonly record: (at: string) => object;
}

const logOf = ({ actor }: Asker): string => actor.orgCode || actor.clientId;

function noteWrites(noted: OnceNoted, of: { readonly head: Item | undefined; readonly at: string }): Write[] {
  const { asker, counties, key } = noted;
  const { head, at } = of;
  const id = logOf(asker);
  const before = head ? ({ ...(head.record as object), parts: {} } as LogState) : undefined;
  const meta = {
    subject: { kind: 'access', id },
    before,
    actor: asker.actor,
    step: asker.step,
    at,
    countyCode: counties[0] ?? countyOf(id),
    lawPack: lawPackOn(civilDateOf(at)),
    calendar: '',
  } as const;
  const event = seal(noted.body(at), meta, hashOfEvent);
  return [
    ...writesBetween('access', id, { before, after: fold(before, event) }),
    {
      kind: 'put-new',
      role: 'version',
      item: { ...eventKey('access', id, event.seq), version: event.seq, record: event },
    },
    {
      kind: 'put-new',
      role: 'unique',
      item: { ...key, version: 1, record: { ...noted.record(at), requestHash: noted.requestHash } },
    },
  ];
}

/**
 * Notes in the access log who asked what and why, together with a record: neither is ever there without the other. Noted again it
 * does nothing. Throws `Problem` `idempotency-key-reused` when the key stands for another request, `too-busy` when the log could not
 * be written.
 */
export async function noteOnce({ store, clock }: Pick<Ports, 'store' | 'clock'>, noted: OnceNoted): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const items = await store.load([headKey('access', logOf(noted.asker)), noted.key]);
    const known = items.find(({ pk }) => pk === noted.key.pk);
    if (known) {
      if ((known.record as { readonly requestHash?: string }).requestHash === noted.requestHash) return;
      throw new Problem('idempotency-key-reused');
    }
    const head = items.find(({ sk }) => sk === 'HEAD');
    const result = await store.commit(noteWrites(noted, { head, at: clock.now() }));
    if (result.ok) return;
  }
  throw new Problem('too-busy');
}
