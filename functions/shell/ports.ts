import type { Actor } from '../../schemas/actor.ts';
import type { RecordedMonths } from '../../schemas/lake-zones.ts';
import type { Effect, EffectKind } from '../core/effect.ts';
import type { NoteKey } from '../supervision/ledger/signed-note.ts';
import type { KnowsWitness } from './ledger/witness-keys.ts';

/**
 * What the shell may touch outside itself (design section 4). Two adapters each:
 * `shell/aws` and `shell/local`; the case store has one adapter for both hosts.
 */

/** Primary key of an item in the one table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** One item: keys, optional sparse index keys, version, and the record that zod parses on every read. */
export interface Item extends Key {
  readonly version?: number;
  /** Worklists: organisation × stage → due day. */
  readonly w?: { readonly pk: string; readonly sk: string };
  /** Clock work: county → next alert day, or outbox → delivery instant. Present only while something is to come. */
  readonly d?: { readonly pk: string; readonly sk: string };
  /** Subjects of a county by kind: what lists walk instead of a Scan. */
  readonly k?: { readonly pk: string; readonly sk: string };
  /** Subjects of a county of every kind, with nothing but their version: what sealing, redrive and gap checks walk. */
  readonly n?: { readonly pk: string; readonly sk: string };
  /** Epoch seconds after which the item may vanish (idempotency records only). */
  readonly expiresAt?: number;
  readonly record: unknown;
}

/** Why a write may fail; cancellation reasons are read in this order (design decision 2). */
export type WriteRole = 'replay' | 'version' | 'delegation' | 'unique' | 'other';

export type Write =
  | { readonly kind: 'put-new'; readonly role: WriteRole; readonly item: Item }
  | { readonly kind: 'put-at'; readonly role: WriteRole; readonly item: Item; readonly expected: number }
  | { readonly kind: 'put'; readonly role: WriteRole; readonly item: Item }
  | { readonly kind: 'delete'; readonly role: WriteRole; readonly key: Key }
  /** The item must still have this version (0: must not exist). */
  | { readonly kind: 'check'; readonly role: WriteRole; readonly key: Key; readonly expected: number };

export type CommitResult =
  | { readonly ok: true }
  /** `current` is the item as it stands, for a 409 that tells the current version; `key` is the write that failed. */
  | { readonly ok: false; readonly role: WriteRole; readonly key: Key; readonly current?: Item }
  /** The engine gave way to another transaction; nothing was written; try again with fresh facts. */
  | { readonly ok: false; readonly role: 'conflict' };

export type IndexName = 'w' | 'd' | 'k';

export interface Page {
  readonly items: readonly Item[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

export interface CaseStore {
  /** Reads up to 100 keys in one consistent BatchGetItem; absent items are left out. */
  load(keys: readonly Key[]): Promise<readonly Item[]>;
  /** Writes everything or nothing, in one TransactWriteItems of at most 100 writes. Throws `StoreBusy` when throttled for good. */
  commit(writes: readonly Write[]): Promise<CommitResult>;
  /** Items of one partition, in sort-key order, consistent. */
  partition(
    pk: string,
    range?: { readonly from?: string; readonly prefix?: string; readonly limit?: number; readonly cursor?: string },
  ): Promise<Page>;
  /** Items of one index partition, in order of the index sort key; `upTo` is inclusive (a prefix-safe upper bound). */
  index(
    name: IndexName,
    pk: string,
    range?: {
      readonly from?: string;
      readonly upTo?: string;
      readonly prefix?: string;
      readonly limit?: number;
      readonly cursor?: string;
    },
  ): Promise<Page>;
  /** Subjects of one partition of the index `n`: names and versions without what they hold, for walks that only count. */
  versions(
    pk: string,
    range?: { readonly prefix?: string; readonly cursor?: string },
  ): Promise<{ readonly subjects: readonly SubjectVersion[]; readonly cursor?: string }>;
}

/** How many events a subject has, by its name: `case:…`. */
export interface SubjectVersion {
  readonly name: string;
  readonly version: number;
}

export interface UploadAddress {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface ObjectStore {
  /** Atomic and durable when it returns. With `ifAbsent`, an existing object is left as it is and 'exists' is answered. */
  put(key: string, bytes: Uint8Array, options?: { readonly ifAbsent?: boolean }): Promise<'stored' | 'exists'>;
  get(key: string): Promise<Uint8Array | null>;
  /** The first bytes of an object, at most `length` of them; null when there is no object. */
  beginning(key: string, length: number): Promise<Uint8Array | null>;
  /** SHA-256 of the stored bytes as lower-case hex, null when there is no object. */
  sha256(key: string): Promise<string | null>;
  /** Keys below a prefix, in order; with `after` only those behind it. */
  list(prefix: string, options?: { readonly after?: string }): Promise<readonly string[]>;
  /** One-use, 15 minutes, exactly `size` bytes with this sha256 (design section 6). */
  uploadAddress(request: {
    readonly key: string;
    readonly size: number;
    readonly contentType: string;
    readonly sha256: string;
    readonly expiresAt: string;
  }): Promise<UploadAddress>;
  downloadAddress(request: { readonly key: string; readonly expiresAt: string }): Promise<string>;
}

export interface Keyring {
  /** A county's or the region's 32-byte key, unwrapped once and kept in memory. */
  countyKey(countyCode: string): Promise<Uint8Array>;
  /** Keyed hash of a value for the whole region, lower-case hex, 64 characters: the source of person tokens. */
  hmac(purpose: string, value: string): Promise<string>;
  /** Public half of the key that signs notes under a name: Ed25519 (its 32 bytes) or ECDSA P-256 (SPKI, DER). */
  noteKey(name: string): Promise<Pick<NoteKey, 'type' | 'publicKey'>>;
  /** Signs a text under a name, as C2SP signed-note has it for the type of the key. */
  signNote(name: string, text: Uint8Array): Promise<Uint8Array>;
}

/** A message to a person: never personal data of applicants (design decision 10). */
export interface Notification {
  readonly id: string;
  readonly countyCode: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

export interface Notifier {
  /** At least once; the same id may arrive twice. */
  send(notification: Notification): Promise<void>;
}

/** An attempt to call a receiver back: its HTTP status, or why there is none. */
export type Called = { readonly status: number } | { readonly failure: string };

export interface CallbackSender {
  /** Whether the host may call an address at all: public ones only, on the local host also the machine itself. */
  allows(url: string): Promise<boolean>;
  /** Posts once, follows nothing, waits ten seconds at most. Never throws. */
  send(call: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<Called>;
}

export interface Clock {
  /** The present instant, ISO-8601 UTC with milliseconds. */
  now(): string;
}

export interface QueryRun {
  readonly runId: string;
  readonly state: 'running' | 'succeeded' | 'failed';
  readonly reason?: string;
  readonly columns?: readonly string[];
  /** The rows that were asked for. */
  readonly rows?: readonly (readonly (string | number | boolean | null)[])[];
  /** How many rows there are in all. */
  readonly total?: number;
  readonly scannedBytes?: number;
}

/** Which rows of a result: from a place on, so many of them; all by default. */
export interface RowRange {
  readonly from?: number;
  readonly limit?: number;
}

export interface AuditSql {
  /** Starts a named query with typed positional values for its `?` marks; `counties` is what the caller may see. */
  start(request: {
    readonly sql: string;
    readonly values: readonly (string | number | boolean)[];
    readonly counties: readonly string[];
    /** Months in which the events it reads were recorded; every month without it. */
    readonly recorded?: RecordedMonths | undefined;
    /** Name of the query in the library; absent for other texts. */
    readonly named?: string;
  }): Promise<string>;
  /** How a run stands, with the rows of a range once it succeeded. The result is kept as an object: a range is always the same rows. */
  result(runId: string, range?: RowRange): Promise<QueryRun>;
}

/** Performs one kind of effect after the event is committed; what it answers is merged into the reply. Safe to perform again. */
export type PerformEffect<K extends EffectKind> = (
  ports: Ports,
  effect: Extract<Effect, { kind: K }>,
  asker: { readonly actor: Actor; readonly step: string },
) => Promise<object>;
export type EffectPerformers = { readonly [K in EffectKind]?: PerformEffect<K> };

/** Somebody outside who signs that a log only grew (C2SP tlog-witness). */
export interface WitnessPort {
  /** Whether a line it gave is of a witness that is known; without it every line is kept. */
  readonly knows?: KnowsWitness;
  readonly address: string;
  /** Posts a checkpoint with its consistency proof; answers status and text. Throws when there is no answer. */
  addCheckpoint(body: string): Promise<{ readonly status: number; readonly body: string }>;
}

export interface Ports {
  readonly store: CaseStore;
  readonly objects: ObjectStore;
  readonly sql: AuditSql;
  readonly keyring: Keyring;
  readonly notifier: Notifier;
  readonly callbacks: CallbackSender;
  readonly clock: Clock;
  readonly effects: EffectPerformers;
  /** Where the public verifies a paper: the address its code is put behind. Undefined: papers carry no code. */
  readonly publicAddress?: () => string | undefined;
  /** What the logs of this deployment are called, like a domain: the beginning of every origin. */
  readonly ledgerName?: () => string;
  readonly witnesses?: readonly WitnessPort[];
}
