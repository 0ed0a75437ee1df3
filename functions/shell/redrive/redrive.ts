import type { CaseHead } from '../../../schemas/case.ts';
import { type SubjectKind, type SubjectRef, subjectKinds, subjectName } from '../../core/subject.ts';
import { civilDateOf } from '../../law/clock-face.ts';
import type { Change } from '../aws/stream-change.ts';
import { appendFeed, type FeedImage } from '../feed.ts';
import { headKey, subjectsOf } from '../keys.ts';
import type { SealPorts } from '../ledger/seal-county.ts';
import { type RecorderAlarm, recordChanges } from '../recorder.ts';
import { versionsOf } from '../subject-versions.ts';
import { restoreCompacted } from './compacted-rows.ts';
import { restoreLedgerRows } from './ledger-rows.ts';
import { begunRedrive, endRedrive, keepRedrive, type RedriveCounts } from './redrive-progress.ts';
import { type RedriveRequest, spanOf } from './redrive-request.ts';
import { type RetoldAct, retoldSubject } from './retold-subject.ts';

/** Changes that are recorded together. */
const A_BATCH = 500;

/** An event is missing in the table, or does not follow the one before it: nothing in the system does that. */
export interface BrokenSubject {
  readonly kind: 'event-missing';
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly seq: number;
}

export interface RedriveOptions {
  /** Stops between two subjects once so much time has passed; the same request then goes on from there. No limit by default. */
  readonly budgetMs?: number;
  readonly alarm: (alarm: BrokenSubject | RecorderAlarm) => void;
  /** Told after every batch. */
  readonly progress?: (counts: RedriveCounts) => void;
}

export interface Redriven extends RedriveCounts {
  /** False where the time ran out: the same request again goes on. */
  readonly done: boolean;
}

interface Subject extends SubjectRef {
  readonly version: number;
}

/** The subjects of a request behind one that was done, by the county's index of subjects, never by a Scan (design decision 2). */
async function* subjectsIn(
  store: SealPorts['store'],
  { countyCode, subjectKind, subjectId }: RedriveRequest,
  after: string | undefined,
): AsyncGenerator<Subject> {
  if (subjectKind && subjectId) {
    const [head] = await store.load([headKey(subjectKind, subjectId)]);
    if (head?.k?.pk === subjectsOf(countyCode, subjectKind))
      yield { kind: subjectKind, id: subjectId, version: head.version ?? 0 };
    return;
  }
  const [kind = '', id = ''] = after === undefined ? [] : [after.split(':')[0], after.slice(after.indexOf(':') + 1)];
  const begun = (subjectKinds as readonly string[]).indexOf(kind);
  for (const one of subjectKinds.slice(Math.max(0, begun)))
    for await (const subject of versionsOf(store, countyCode, one)) if (one !== kind || subject.id > id) yield subject;
}

/** What waits to be recorded: events together, alerts by the day they were raised on, which dates their rows. */
interface Waiting {
  readonly changes: Map<string, Change[]>;
  readonly images: FeedImage[];
  size: number;
}

const AT_ONCE = '';

function take(waiting: Waiting, acts: readonly RetoldAct[], span: ReturnType<typeof spanOf>): number {
  const told = acts.filter(({ at }) => at >= span.from && at < span.to);
  for (const { at, kind, changes } of told) {
    const group = kind === 'event' ? AT_ONCE : civilDateOf(at);
    waiting.changes.set(group, [...(waiting.changes.get(group) ?? []), ...changes]);
    waiting.size += changes.length;
  }
  // Every version of a case that is touched: what the feed has is not fed again, and nothing between is left out.
  if (told.length > 0) waiting.images.push(...acts.flatMap(({ changes }) => changes.flatMap(imageOf)));
  return told.filter(({ kind }) => kind === 'event').length;
}

function imageOf({ keys, newImage }: Change): readonly FeedImage[] {
  if (keys.sk !== 'HEAD' || !keys.pk.startsWith('C#') || !newImage) return [];
  return [{ head: (newImage.record as { head: CaseHead }).head, version: newImage.version ?? 0 }];
}

async function record(ports: SealPorts, waiting: Waiting, { counts, alarm }: Run): Promise<void> {
  for (const [day, changes] of waiting.changes) {
    const clock = day === AT_ONCE ? ports.clock : { now: () => `${day}T04:00:00.000Z` };
    const { rows, objects } = await recordChanges(changes, { objects: ports.objects, clock, alarm });
    for (const [table, n] of Object.entries(rows)) counts.rows[table] = (counts.rows[table] ?? 0) + n;
    counts.objects += objects.length;
  }
  counts.fed += await appendFeed(ports.store, waiting.images);
  waiting.changes.clear();
  waiting.images.length = 0;
  waiting.size = 0;
}

interface Run extends RedriveOptions {
  readonly counts: RedriveCounts;
}

async function tellSubjects(ports: SealPorts, request: RedriveRequest, run: Run): Promise<boolean> {
  const { counts, alarm, budgetMs = Number.POSITIVE_INFINITY } = run;
  const ends = performance.now() + budgetMs;
  const span = spanOf(request);
  const waiting: Waiting = { changes: new Map(), images: [], size: 0 };
  const settle = async (): Promise<void> => {
    await record(ports, waiting, run);
    await keepRedrive(ports.store, request, counts);
    run.progress?.(counts);
  };
  for await (const subject of subjectsIn(ports.store, request, counts.after)) {
    const { acts, broken } = await retoldSubject(ports.store, subject, subject.version);
    if (broken !== undefined)
      alarm({ kind: 'event-missing', subjectKind: subject.kind, subjectId: subject.id, seq: broken });
    counts.broken += broken === undefined ? 0 : 1;
    counts.events += take(waiting, acts, span);
    counts.subjects += 1;
    counts.after = subjectName(subject);
    if (waiting.size >= A_BATCH) await settle();
    if (performance.now() > ends) {
      await settle();
      return false;
    }
  }
  await settle();
  return true;
}

/**
 * Records again what the table holds: lake and feed of a county follow from its events, so whatever was lost or never written of
 * them is written anew, as raw objects like those of the live recorder (rows may repeat there), and the rows of sealed batches with
 * them, and those of day and month files that are gone. Harmless to repeat; a run that broke off goes on with the same request. Throws what the stores throw.
 */
export async function redrive(ports: SealPorts, request: RedriveRequest, options: RedriveOptions): Promise<Redriven> {
  const run: Run = { ...options, counts: await begunRedrive(ports.store, request) };
  const done = await tellSubjects(ports, request, run);
  if (!done) return { ...run.counts, done };
  run.counts.ledgerRows += await restoreLedgerRows(ports, request);
  run.counts.restored += await restoreCompacted(ports, request);
  await endRedrive(ports.store, request);
  return { ...run.counts, done };
}
