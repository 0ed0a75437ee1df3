import type { ArchiveManifest } from '../../schemas/archive.ts';
import type { SmallCells } from '../../schemas/audit-query.ts';
import type { ImportManifest } from '../../schemas/history-import.ts';
import type { RecordedMonths } from '../../schemas/lake-zones.ts';
import type { ExportSheet } from './export-sheet.ts';
import type { Attachment } from './facts.ts';
import type { PaperSheet } from './paper-sheet.ts';

/** Registers a file and asks the object store for a one-use address to upload it to (design section 6). */
export interface UploadAddressEffect {
  readonly kind: 'upload-address';
  /** The record to keep as an item of its own, put only if it is not there yet. */
  readonly attachment: Omit<Attachment, 'stored'>;
  /** UTC instant until which the address may be used. */
  readonly expiresAt: string;
}

/** Runs a named query over the lake; that it was asked, by whom and why, is an event of the access log (design decision 13). */
export interface StartQueryEffect {
  readonly kind: 'start-query';
  readonly runId: string;
  readonly query: string;
  readonly sql: string;
  /** The same text where the asker wrote it: it is kept in the access log. */
  readonly text?: string;
  /** Values of the `?` marks of the text, in order. */
  readonly values: readonly (string | number | boolean)[];
  readonly params: Readonly<Record<string, string>>;
  /** The counties whose rows the query may see. */
  readonly counties: readonly string[];
  /** Months in which the events it reads were recorded. */
  readonly recorded?: RecordedMonths | undefined;
  readonly purpose: string;
  /** What is withheld of the result from those above the county; absent for queries that count no households. */
  readonly smallCells?: SmallCells | undefined;
}

/** Writes a result into a file and gives a short-lived address; that it was exported, by whom and why, is an event of the access log. */
export interface ExportRunEffect {
  readonly kind: 'export-run';
  readonly exportId: string;
  readonly runId: string;
  readonly query: string;
  readonly counties: readonly string[];
  readonly format: 'csv' | 'xlsx';
  readonly purpose: string;
  readonly sheet: ExportSheet;
  /** UTC instant until which the address may be used. */
  readonly expiresAt: string;
}

/** Prints a paper as PDF, keeps it for a short while and gives an address to fetch it from. */
export interface PrintPaperEffect {
  readonly kind: 'print-paper';
  /** The paper printed: its code leads to the public verification. Absent for reports, which are of no case. */
  readonly paper?: { readonly caseId: string; readonly paperId: string };
  /** Stored picture of the issuer's seal, to be drawn on the date. */
  readonly seal?: string | undefined;
  readonly sheet: PaperSheet;
  /** UTC instant until which the address may be used. */
  readonly expiresAt: string;
}

/** Puts the file of a household together as a folder, as far as one poll comes; answers its manifest and addresses once it is whole. */
export interface ExportArchiveEffect {
  readonly kind: 'export-archive';
  readonly archiveId: string;
  readonly caseId: string;
  readonly program: ArchiveManifest['program'];
  /** The folder is of the case at this version, whatever came later. */
  readonly version: number;
  /** What papers are written with, but for the names. */
  readonly words: Pick<CaseWords, 'township' | 'county' | 'channel'>;
  readonly retention: ArchiveManifest['retention'];
  readonly expiresAt: string;
}

/** Township, county and channel as papers name them. */
interface CaseWords {
  readonly township: { readonly name: string; readonly phone: string };
  readonly county: { readonly name: string; readonly phone: string };
  readonly channel: 'village-board';
}

/** Tells somebody something once the event is committed; the same id may arrive twice (port `Notifier`). */
export interface NotifyEffect {
  readonly kind: 'notify';
  readonly notification: {
    readonly id: string;
    readonly countyCode: string;
    readonly recipients: readonly string[];
    readonly subject: string;
    readonly text: string;
    readonly at: string;
  };
}

/** Goes on with the work of a roster, page by page, for a while: building it, or writing a payment file that was ordered. */
export interface ContinueRosterEffect {
  readonly kind: 'continue-roster';
  readonly rosterId: string;
}

/** Gives a short-lived address to fetch a stored object from. */
export interface DownloadAddressEffect {
  readonly kind: 'download-address';
  readonly key: string;
  /** UTC instant until which the address may be used. */
  readonly expiresAt: string;
}

/** Shows the secret by which a callback is signed: it is derived anew each time and kept nowhere. */
export interface CallbackSecretEffect {
  readonly kind: 'callback-secret';
  readonly subscriptionId: string;
  readonly secretNo: number;
}

/** Proves the events of a case from the log of its county. */
export interface ProveCaseEffect {
  readonly kind: 'prove-case';
  readonly caseId: string;
  readonly countyCode: string;
}

/** Lists files of a county's log with an address each. */
export interface MirrorLedgerEffect {
  readonly kind: 'mirror-ledger';
  readonly countyCode: string;
  /** The file after which the page begins; '' for the first. */
  readonly after: string;
  readonly limit: number;
  /** UTC instant until which the addresses may be used. */
  readonly expiresAt: string;
}

/** Keeps the plan of an import: what was announced, under the hash it must have. */
export interface OpenImportEffect {
  readonly kind: 'open-import';
  readonly importId: string;
  readonly manifest: ImportManifest;
  readonly sha256: string;
  readonly purpose: string;
}

/** Checks pieces of an import as far as one call comes, or gives addresses for those that are not there. */
export interface CheckImportEffect {
  readonly kind: 'check-import';
  readonly importId: string;
  /** UTC instant until which the addresses may be used. */
  readonly expiresAt: string;
}

/** Brings pieces of a recorded import to where queries read, as far as one call comes. */
export interface LoadImportEffect {
  readonly kind: 'load-import';
  readonly importId: string;
}

/** Opens personal records with the salts that events commit to; the step says whom it reveals. */
export interface DisclosePersonsEffect {
  readonly kind: 'disclose-persons';
  readonly tokens: readonly string[];
}

/** What the shell does outside the store for a step that is pure itself; its result is merged into the reply. */
export type Effect =
  | UploadAddressEffect
  | StartQueryEffect
  | ExportRunEffect
  | PrintPaperEffect
  | ExportArchiveEffect
  | NotifyEffect
  | ContinueRosterEffect
  | DownloadAddressEffect
  | CallbackSecretEffect
  | ProveCaseEffect
  | MirrorLedgerEffect
  | DisclosePersonsEffect
  | OpenImportEffect
  | CheckImportEffect
  | LoadImportEffect;
export type EffectKind = Effect['kind'];
