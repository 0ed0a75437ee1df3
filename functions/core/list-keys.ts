import { type SubjectKind, subjectPrefixes } from './subject.ts';

/**
 * Keys that lists walk, in one place with those the store writes. Events have a partition of their own (design decision 3).
 * Partition of a subject's items: its head and its parts.
 */
export const partitionOf = (kind: SubjectKind, id: string): string => `${subjectPrefixes[kind]}#${id}`;
/** Partition of a subject's events, in order of their numbers. */
export const eventPartition = (kind: SubjectKind, id: string): string => `E#${kind}:${id}`;
/** Sequence numbers sort as text: ten digits. */
export const seqText = (seq: number): string => String(seq).padStart(10, '0');

/** Index `w`: an organisation's cases in one status, by last day; with the status `alerts` its alerts, by day. */
export const worklist = (organisation: string, status: string): string => `W#${organisation}#${status}`;
/** Index `k`: a county's subjects of a kind, by id. */
export const subjectsOf = (county: string, kind: SubjectKind): string => `K#${county}#${kind}`;
/** Index `n`: all subjects of a division, by kind and id, with the number of their events. */
export const countedIn = (division: string): string => `ALL#${division}`;

/** Index `d`: a county's running terms, by the instant the docket has to look at them next. */
export const dueIn = (county: string): string => `DUE#${county}`;

/** Index `d`: a county's messages that are still to be sent, by the instant they may go. */
export const outboxOf = (county: string): string => `OUT#${county}`;

/** Partition of a county's feed of changes (`GET /v1/changes`): entries by position, twelve digits. */
export const feedOf = (county: string): string => `FEED#${county}`;
/** Partition of a county's ledger: its head, its checkpoints (`SEAL#`, newest first) and how far each subject is sealed. */
export const ledgerOf = (county: string): string => `LEDGER#${county}`;
export const positionText = (position: number): string => String(position).padStart(12, '0');
