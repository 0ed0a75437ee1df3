import type { Actor } from '../../schemas/actor.ts';
import { CaseId } from '../../schemas/ids.ts';
import type { EventBody } from '../core/event.ts';
import { fold } from '../core/fold.ts';
import type { LogState } from '../core/log-fold.ts';
import { seal } from '../core/perform.ts';
import type { Problem } from '../core/problem.ts';
import { problems } from '../core/problem-catalogue.ts';
import { actOf } from '../core/step.ts';
import type { SubjectKind } from '../core/subject.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { lawPackOn } from '../law/sources.ts';
import { countyOf, keepsLog, region } from '../law/tenants.ts';
import { hashOfEvent } from './hash.ts';
import { eventKey, headKey } from './keys.ts';
import type { Ports } from './ports.ts';
import { writesBetween } from './projection.ts';

const ATTEMPTS = 12;

interface Note {
  readonly kind: Extract<SubjectKind, 'refusals' | 'access'>;
  readonly actor: Actor;
  readonly step: string;
  readonly caseId: string | undefined;
  readonly body: EventBody;
}

/**
 * Whose log it is: the post's organisation; of a person without one, or with one that is nobody's, the calling system, in the county of
 * the case or in the region.
 */
function organisationOf({ orgCode, clientId }: Actor, caseId: string | undefined): string {
  if (orgCode && keepsLog(countyOf(orgCode))) return orgCode;
  const named = CaseId.safeParse(caseId);
  const county = named.success ? countyOf(named.data) : region;
  return `${keepsLog(county) ? county : region}-${clientId}`;
}

/** Appends an event to an organisation's log; conflicts are tried again, since every entry must be kept. */
async function append(ports: Ports, note: Note): Promise<void> {
  const id = organisationOf(note.actor, note.caseId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [head] = await ports.store.load([headKey(note.kind, id)]);
    const before = head ? ({ ...(head.record as object), parts: {} } as LogState) : undefined;
    const at = ports.clock.now();
    const meta = {
      subject: { kind: note.kind, id },
      before,
      actor: note.actor,
      step: note.step,
      at,
      countyCode: countyOf(id),
      lawPack: lawPackOn(civilDateOf(at)),
      calendar: '',
    };
    const event = seal(note.body, meta, hashOfEvent);
    const after = fold(before, event);
    const result = await ports.store.commit([
      ...writesBetween(note.kind, id, { before, after }),
      {
        kind: 'put-new',
        role: 'version',
        item: { ...eventKey(note.kind, id, event.seq), version: event.seq, record: event },
      },
    ]);
    if (result.ok) return;
  }
  throw new Error(`the ${note.kind} log of ${id} could not be written`);
}

/** Keeps a refused attempt in the organisation's own subject (design decision 11); the case stays untouched. */
export function noteRefusal(
  ports: Ports,
  refused: {
    readonly problem: Problem;
    readonly actor: Actor;
    readonly step: string;
    readonly caseId: string | undefined;
  },
): Promise<void> {
  const { problem, actor, step, caseId } = refused;
  const data = {
    act: actOf({ id: step }),
    code: problem.code,
    rule: problems[problem.code].rule ?? '',
    post: actor.post,
    person: actor.personId,
    ...(caseId ? { caseId } : {}),
    at: ports.clock.now(),
  };
  return append(ports, { kind: 'refusals', actor, step, caseId, body: { type: 'attempt-refused', data } });
}

/** Keeps a reading of personal data with its purpose (design decisions 13 and 14), before the answer is given. */
export function noteReading(
  ports: Ports,
  reading: {
    readonly actor: Actor;
    readonly step: string;
    readonly purpose: string;
    readonly caseId: string | undefined;
    readonly persons: number;
  },
): Promise<void> {
  const { actor, step, purpose, caseId, persons } = reading;
  const data = {
    act: actOf({ id: step }),
    purpose,
    person: actor.personId,
    ...(caseId ? { caseId } : {}),
    persons,
    at: ports.clock.now(),
  };
  return append(ports, { kind: 'access', actor, step, caseId, body: { type: 'personal-data-read', data } });
}
