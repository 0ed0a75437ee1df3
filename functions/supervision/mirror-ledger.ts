import { LedgerFiles, LedgerFilesQuery } from '../../schemas/ledger-files.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { keepsLog } from '../law/tenants.ts';

const QUARTER_OF_AN_HOUR = 15 * 60_000;

/**
 * The files of a county's log, each with an address for a quarter of an hour: whoever fetches them all has the log as it is, and checks it
 * without the system (`npm run verify -- <folder>`). Files are never changed, so a mirror goes on after the last one it has. Entries hold
 * tokens and no names, but they tell of cases: they are for those who supervise the county.
 */
export const mirrorLedger = defineStep({
  id: 'supervision.mirror-ledger',
  zh: '存证文件清单',
  en: 'List the files of the ledger',
  route: 'GET /v1/ledgers/{countyCode}/files',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
  input: LedgerFilesQuery,
  output: LedgerFiles,
  effects: ['mirror-ledger'],
  facts: () => ({}),
  decide: (facts, { after, limit }, now) => {
    const countyCode = facts.params['countyCode'] ?? '';
    must(keepsLog(countyCode) && covers(facts.actor, { countyCode }), 'division-not-yours', { countyCode });
    const expiresAt = new Date(Date.parse(now) + QUARTER_OF_AN_HOUR).toISOString();
    return {
      effect: { kind: 'mirror-ledger' as const, countyCode, after: after ?? '', limit, expiresAt },
      reply: { countyCode, files: [], expiresAt },
    };
  },
});
