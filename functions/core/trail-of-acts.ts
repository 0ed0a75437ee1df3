import type { CaseHead } from '../../schemas/case.ts';
import type { HitResolution, Trail, TrailCycle, TrailHit } from '../../schemas/trail.ts';
import type { CaseEvent } from './case-event.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Hits as they stand after an event: what agrees needs nothing, the others wait for an act that deals with them. */
export function foldHits(hits: Trail['hits'], event: CaseEvent): Trail['hits'] {
  if (event.type === 'verification-returned') return returned(hits, event);
  const resolution = resolutionBy(event);
  return resolution && hits.some(isOpen) ? hits.map((hit) => resolved(hit, resolution, event.at)) : hits;
}

const isOpen = ({ resolution }: TrailHit): boolean => resolution === undefined;

const resolved = (hit: TrailHit, resolution: HitResolution, resolvedAt: string): TrailHit =>
  isOpen(hit) ? { ...hit, resolution, resolvedAt } : hit;

/** What an act makes of the hits that are open: none where it has nothing to do with them. A confirmation settles no hit. */
function resolutionBy(event: CaseEvent): HitResolution | undefined {
  switch (event.type) {
    case 'facts-amended':
      return 'amended';
    case 'household-visited':
    case 'case-reinvestigated':
      return event.data.household ? 'corrected' : undefined;
    case 'household-reverified':
      return event.data.household ? 'corrected' : event.data.result === 'none' ? undefined : 'counted';
    case 'case-decided':
      return event.data.result === 'not-confirmed' ? 'denied' : undefined;
    case 'confirmation-revoked':
      return 'counted';
    case 'application-refused':
    case 'application-withdrawn':
    case 'application-lapsed':
    case 'procedure-terminated':
      return 'closed';
    default:
      return undefined;
  }
}

/** A further report answers the open hits it names: the source says the same again, or no longer says it (D57 §18). */
function returned(hits: Trail['hits'], { data, at }: Of<'verification-returned'>): Trail['hits'] {
  const { findings, household } = data;
  const before = hits.map((hit) => {
    const answers = findings.filter(({ person, source }) => person === hit.person && source === hit.origin);
    if (answers.length === 0) return hit;
    return resolved(hit, answers.some((one) => one.hit === hit.hit) ? 'renewed' : 'refuted', at);
  });
  const found = findings.flatMap(({ person, hit, source: origin, conflicts }): TrailHit[] => {
    if (hit === 'none') return [];
    const resolution = conflicts ? (household ? 'corrected' : undefined) : 'agrees';
    return [{ person, hit, origin, returnedAt: at, ...(resolution ? { resolution, resolvedAt: at } : {}) }];
  });
  return [...before, ...found];
}

/** Objections as they stand after an event: looked into by the next investigation, or the next conclusion of a check (D57 §19(2), T43 §26). */
export function foldObjections(objections: Trail['objections'], event: CaseEvent): Trail['objections'] {
  switch (event.type) {
    case 'publicity-objected':
    case 'termination-objected':
      return [...objections, { raisedAt: event.at, channel: event.data.channel }];
    case 'case-reinvestigated':
    case 'household-reverified':
      return objections.every(({ reinvestigatedAt }) => reinvestigatedAt !== undefined)
        ? objections
        : objections.map((one) => ({ ...one, reinvestigatedAt: one.reinvestigatedAt ?? event.at }));
    default:
      return objections;
  }
}

const running = ({ doneAt, result }: TrailCycle): boolean => doneAt === undefined && result === undefined;

/** Cycles of re-verification: begun by a term, done by the conclusion of a check, whatever its basis (rulebook 6.1). */
export function foldCycles(cycles: Trail['cycles'], event: CaseEvent, head: CaseHead): Trail['cycles'] {
  const { terms, at, actor } = event;
  const begun = [...(terms?.start ?? []), ...(terms?.recount ?? [])].find(({ term }) => term === 'reverification');
  const over = begun !== undefined || terms?.end?.includes('reverification') === true || head.endedOn !== undefined;
  const done = event.type === 'household-reverified';
  if (!done && !over) return cycles;
  const closing = (one: TrailCycle): TrailCycle => {
    if (done) return { ...one, doneAt: at, by: actor.personId, result: event.data.result };
    return { ...one, result: begun ? 'moved' : 'ended' };
  };
  const closed = cycles.some(running) ? cycles.map((one) => (running(one) ? closing(one) : one)) : cycles;
  if (!begun) return closed;
  const dueOn = begun.extendedTo ?? begun.dueOn;
  // A term counted anew to the same last day is the cycle it was.
  return [...closed.filter((one) => one.result !== 'moved' || one.dueOn !== dueOn), { dueOn }];
}
