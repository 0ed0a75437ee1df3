import { cite } from '../sources.ts';
import { county, type Power, township, townshipMayNotPay, villageMayNot } from './row.ts';

/** Money: never the township's (权钱分离; rulebook 1.2, 21–23). */
export const powersOfFunds: readonly Power[] = [
  county('open-roster', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('verify-roster', ['TC', 'TR', 'TD'], [cite('SEED', '二(二)1'), cite('DESIGN', '8')], villageMayNot),
  county('check-roster', ['CC'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('approve-roster', ['CP', 'CF'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('order-payment-file', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('read-payment-file', ['CP', 'CF'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('record-receipts', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  county('list-rosters', ['TC', 'TR', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  county('read-roster', ['TC', 'TR', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  township('enter-payee', ['TC', 'CC', 'CP'], [cite('D57', '§25')], villageMayNot),
  county('approve-payee', ['CC', 'CP'], [cite('D57', '§25')], { ...townshipMayNotPay, ...villageMayNot }),
  township('read-payee', ['TC', 'TD', 'CC', 'CP', 'CF'], [cite('D57', '§25')]),
  county('file-card-keeping', ['CC'], [cite('D57', '§26')]),
  county('open-petty-cash', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  township('replenish-petty-cash', ['CP'], [cite('SEED', '二(二)1')], { ...townshipMayNotPay, ...villageMayNot }),
  township('count-petty-cash', ['TC'], [cite('SEED', '二(二)1'), cite('DESIGN', '8')], villageMayNot),
  township('reconcile-petty-cash', ['TD', 'CP'], [cite('DESIGN', '8')], villageMayNot),
  township('list-petty-cash', ['TC', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
  township('read-petty-cash', ['TC', 'TD', 'CC', 'CP', 'CF', 'CITY', 'PROV'], [cite('LAW', '§66')]),
];
