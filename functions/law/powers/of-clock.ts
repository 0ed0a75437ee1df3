import { cite } from '../sources.ts';
import { county, type Power, row } from './row.ts';

/** What the clock does (design decision 4). */
export const powersOfClock: readonly Power[] = [
  county('start-recalculation', ['CC'], [cite('D57', '§31'), cite('SEED', '二(二)1')]),
  row('apply-standard', ['CLOCK'], 'any', { basis: [cite('D57', '§31')] }),
  row('advance-recalculation', ['CLOCK'], 'any', { basis: [cite('D57', '§31')] }),
  row('open-docket', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('add-roster-page', ['CLOCK'], 'any', { basis: [cite('D57', '§25')] }),
  row('record-payment-file', ['CLOCK'], 'any', { basis: [cite('SEED', '二(二)1')] }),
  row('move-case', ['CLOCK'], 'any', { basis: [cite('SEED', '二(一)1'), cite('SEED', '二(三)5')] }),
  row('recount-terms', ['CLOCK'], 'any', { basis: [cite('HOL-REG', '§2')] }),
  row('continue-recount', ['CLOCK'], 'any', { basis: [cite('HOL-REG', '§2')] }),
  row('raise-alert', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('deliver-alert', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
  row('disable-subscription', ['CLOCK'], 'any', { basis: [cite('SEED', '二(四)')] }),
  row('close-docket', ['CLOCK'], 'any', { basis: [cite('SEED', '二(三)5')] }),
];
