import type { Actor } from '../../schemas/actor.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { SubjectKind } from './subject.ts';

/** What `decide` says happened; the shell adds who, when, the number and the hash. */
export interface EventBody {
  readonly type: string;
  readonly data: unknown;
  readonly terms?: TermChanges | undefined;
  readonly papers?: readonly Paper[] | undefined;
  /** The mandate under which an agent acted (D57 §6). */
  readonly mandateId?: string | undefined;
  /** Salted hashes of the personal records the act wrote, by the shell: which they are, only who has record and salt can tell. */
  readonly commitments?: readonly string[] | undefined;
}

/** One thing that happened to a subject: immutable, numbered without gaps, chained by hash. */
export interface Event extends EventBody {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** 1, 2, 3 … within the subject; equals the version of the state after it. */
  readonly seq: number;
  /** UTC instant at which the system recorded the act. */
  readonly at: string;
  readonly actor: Actor;
  /** The step that caused it, e.g. `intake.accept-application`. */
  readonly step: string;
  readonly countyCode: string;
  readonly lawPack: string;
  readonly calendar: string;
  readonly delegationId?: string | undefined;
  /** SHA-256 of the event before it in the subject, '' for the first. */
  readonly prevHash: string;
  /** SHA-256 over the RFC 8785 form of the event without this field. */
  readonly hash: string;
}

/** A subject's state: the fold of its events. Parts become items of their own, so that the head stays small. */
export interface State<Head, Parts = Readonly<Record<string, never>>> {
  readonly version: number;
  /** Hash of the last event. */
  readonly chain: string;
  readonly head: Head;
  readonly parts: Parts;
}
