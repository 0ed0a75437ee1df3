import { cite } from '../sources.ts';
import { county, type Power, row, staff, township } from './row.ts';

/** Reads of cases, papers and lists (rulebook 1.2, 29). */
export const powersOfReads: readonly Power[] = [
  township('read-case', ['AP', 'AG', ...staff, 'CV', 'CITY', 'PROV'], [cite('PIPL', '§45'), cite('SEED', '二(三)5')]),
  township('list-notices', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  row('read-notice', ['PB'], 'any', { basis: [cite('SEED', '二(三)3'), cite('D57', '§24')] }),
  township('list-cases', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('search-cases', staff, [cite('PIPL', '§6')]),
  township('list-case-events', [...staff, 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('prove-case', ['CC', 'CITY', 'PROV'], [cite('SEED', '二(三)5'), cite('LAW', '§69')]),
  township('disclose-persons', ['CC'], [cite('SEED', '二(三)5'), cite('PIPL', '§6')]),
  county('mirror-ledger', ['CC', 'CITY', 'PROV'], [cite('SEED', '二(三)5'), cite('LAW', '§69')]),
  row('list-checkpoints', ['PB'], 'any', { basis: [cite('SEED', '二(三)3'), cite('SEED', '二(三)5')] }),
  township('list-case-terms', ['AP', 'AG', ...staff, 'CV', 'CITY', 'PROV'], [cite('SEED', '二(三)5')]),
  township('list-papers', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  township('read-paper', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  township('read-paper-pdf', ['AP', 'AG', ...staff], [cite('PIPL', '§45')]),
  county('list-changes', ['AP', ...staff, 'CITY', 'PROV'], [cite('SEED', '二(四)')]),
  county('register-department', ['CC'], [cite('LAW', '§42(2)'), cite('SEED', '二(四)')]),
  county('list-departments', ['TC', 'TD', 'CC', 'CITY', 'PROV'], [cite('LAW', '§42(2)')]),
  county('ask-recognition', ['DP'], [cite('LAW', '§42(2)'), cite('LAW', '§11')]),
  county('create-subscription', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('renew-callback-secret', ['TC', 'TD', 'CC'], [cite('PIPL', '§51')]),
  county('redeliver-changes', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('end-subscription', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('list-subscriptions', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  county('list-deliveries', ['TC', 'TD', 'CC'], [cite('SEED', '二(四)')]),
  row('count-term', ['AP', 'AG', 'VC', ...staff, 'CV', 'CP', 'CF', 'CITY', 'PROV'], 'any', {
    basis: [cite('CIVIL', '§201')],
  }),
  row('verify-paper', ['PB'], 'any', { basis: [cite('GOVINFO', '§15'), cite('DESIGN', '4')] }),
];
