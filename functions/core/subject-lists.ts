import type { AlertRecord } from '../../schemas/alert-record.ts';
import type { Lead } from '../../schemas/lead.ts';
import type { Referral } from '../../schemas/referral.ts';
import { outboxOf, worklist } from './list-keys.ts';
import type { SubjectKind } from './subject.ts';

/** Keys by which a subject is found beside its number: a worklist, and the clock's work. */
export interface ListKeys {
  readonly w?: { readonly pk: string; readonly sk: string };
  readonly d?: { readonly pk: string; readonly sk: string };
}

type Lists = (head: never, id: string) => ListKeys;

/** The worklist an alert stands in: the organisation's that holds the term. */
const accountOf = ({ holderPost, holderOrg, countyHeld, countyCode, townshipCode }: AlertRecord): string =>
  holderPost === 'CITY' ? holderOrg : countyHeld ? countyCode : (townshipCode ?? countyCode);

const ofAlert = (alert: AlertRecord, id: string): ListKeys => ({
  w: { pk: worklist(accountOf(alert), 'alerts'), sk: `${alert.on}#${id}` },
  ...(alert.deliveredAt ? {} : { d: { pk: outboxOf(alert.countyCode), sk: `${alert.deliverAt}#${id}` } }),
});

/** Open leads by the last day of contact; those settled behind them. */
const ofLead = (lead: Lead, id: string): ListKeys => ({
  w: { pk: worklist(lead.townshipCode, 'leads'), sk: `${lead.outcome ? 'z' : ''}${lead.contactBy}#${id}` },
});

/** Open referrals by the last day of the reply; those answered behind them. */
const ofReferral = (referral: Referral, id: string): ListKeys => ({
  w: {
    pk: worklist(referral.townshipCode, 'referrals'),
    sk: `${referral.outcome ? 'z' : ''}${referral.replyBy}#${id}`,
  },
});

const lists: Readonly<Partial<Record<SubjectKind, Lists>>> = { alert: ofAlert, lead: ofLead, referral: ofReferral };

/** Where a subject without parts is listed, from its head alone. */
export const listKeysOf = (kind: SubjectKind, id: string, head: unknown): ListKeys =>
  lists[kind]?.(head as never, id) ?? {};
