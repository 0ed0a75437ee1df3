import type { CaseLock } from '../core/case-locks.ts';
import { countedIn, eventPartition, partitionOf, seqText, subjectsOf } from '../core/list-keys.ts';
import { type SubjectKind, subjectName } from '../core/subject.ts';
import type { Item, Key } from './ports.ts';

export {
  countedIn,
  dueIn,
  eventPartition,
  feedOf,
  ledgerOf,
  outboxOf,
  partitionOf,
  positionText,
  seqText,
  subjectsOf,
  worklist,
} from '../core/list-keys.ts';

export const headKey = (kind: SubjectKind, id: string): Key => ({ pk: partitionOf(kind, id), sk: 'HEAD' });
/** Where the head of a subject stands in the indexes of its division: among its kind, and among all that are counted. */
export const indexedIn = (division: string, kind: SubjectKind, id: string): Pick<Item, 'k' | 'n'> => ({
  k: { pk: subjectsOf(division, kind), sk: id },
  n: { pk: countedIn(division), sk: subjectName({ kind, id }) },
});
export const eventKey = (kind: SubjectKind, id: string, seq: number): Key => ({
  pk: eventPartition(kind, id),
  sk: seqText(seq),
});
export const countersKey = (township: string, year: string): Key => ({ pk: `N#${township}`, sk: year });
export const personKey = (token: string): Key => ({ pk: `P#${token}`, sk: 'SEALED' });
/** Beside a person's data: what they are kept for when no lock says it. */
export const holdPartition = (token: string): string => personKey(token).pk;
export const holdPrefix = 'HELD#';
/** One item a person and lock: a person stands in one open case of a program at most. */
export const openCaseKey = (token: string, lock: CaseLock): Key => ({ pk: `O#${token}`, sk: lock });
/** Whose household a person left last. */
export const leftKey = (token: string): Key => ({ pk: `O#${token}`, sk: 'LEFT' });
export const externalKey = (clientId: string, externalNo: string): Key => ({
  pk: `X#${clientId}#${externalNo}`,
  sk: 'X',
});
export const replayKey = (clientId: string, key: string): Key => ({ pk: `I#${clientId}#${key}`, sk: 'I' });
export const attachmentKey = (id: string): Key => ({ pk: `F#${id}`, sk: 'F' });
/** A print of a paper by the hash of its bytes: what the public verification compares a file with. */
export const printKey = (paper: { readonly caseId: string; readonly paperId: string }, sha256: string): Key => ({
  pk: `V#${paper.caseId}/${paper.paperId}`,
  sk: sha256,
});
/** A notice as the public page reads it, by its address. */
export const noticeKey = (token: string): Key => ({ pk: `PUBLIC#${token}`, sk: 'NOTICE' });
/** An import of history as it was announced, and how far it is checked. */
export const importPlanKey = (importId: string): Key => ({ pk: `IP#${importId}`, sk: 'PLAN' });
export const runKey = (runId: string): Key => ({ pk: `Q#${runId}`, sk: 'Q' });

/** Object key of an attachment's bytes. */
export const attachmentObject = (id: string): string => `attachments/${id}`;

/** Printed papers, which hold names: by the day they are fetched on, so that a day's can be dropped together. */
export const printedPapers = 'papers';
export const printedPaperObject = (day: string, sha256: string): string => `${printedPapers}/${day}/${sha256}.pdf`;

/** Payment files, which hold names and accounts. Their keys are the step's: `readPaymentFile`. */
export const paymentFiles = 'payments';

/** Folders of exported files, which hold names: hosts drop them after a day or two, they can be made again. */
export const exportedArchives = 'archives';
export const archiveObject = (archiveId: string, name: string): string => `${exportedArchives}/${archiveId}/${name}`;

/** Pieces of imports wait here until they are checked and loaded; hosts drop them after some days. */
export const importedPieces = 'imports';
export const importManifestObject = (importId: string): string => `${importedPieces}/${importId}/manifest.json`;
export const importPieceObject = (importId: string, sha256: string): string =>
  `${importedPieces}/${importId}/${sha256}.parquet`;
