import type { EffectPerformers } from '../ports.ts';
import { callbackSecret } from './callback-secret.ts';
import { checkImport } from './check-import.ts';
import { continueRoster } from './continue-roster.ts';
import { disclosePersons } from './disclose-persons.ts';
import { downloadAddress } from './download-address.ts';
import { exportArchive } from './export-archive.ts';
import { exportRun } from './export-run.ts';
import { loadImport } from './load-import.ts';
import { mirrorLedger } from './mirror-ledger.ts';
import { notify } from './notify.ts';
import { openImport } from './open-import.ts';
import { printPaper } from './print-paper.ts';
import { proveCase } from './prove-case.ts';
import { startQuery } from './start-query.ts';
import { uploadAddress } from './upload-address.ts';

/** What every kind of effect is performed by: the local host has them all, a Lambda only those its step declares. */
export const everyEffect: Required<EffectPerformers> = {
  'upload-address': uploadAddress,
  'start-query': startQuery,
  'print-paper': printPaper,
  'export-archive': exportArchive,
  'export-run': exportRun,
  notify,
  'continue-roster': continueRoster,
  'download-address': downloadAddress,
  'callback-secret': callbackSecret,
  'prove-case': proveCase,
  'mirror-ledger': mirrorLedger,
  'disclose-persons': disclosePersons,
  'open-import': openImport,
  'check-import': checkImport,
  'load-import': loadImport,
};
