import * as z from 'zod';
import { Instant } from '../../schemas/dates.ts';
import { PaymentFile } from '../../schemas/roster.ts';
import { must } from '../core/problem.ts';
import { theRoster } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const PaymentFileQuery = z
  .strictObject({ no: z.coerce.number().int().min(1).describe('支付文件序号 number of the file') })
  .meta({ id: 'PaymentFileQuery', description: '取支付文件 Which payment file', examples: [{ no: 1 }] });

const example = {
  file: { no: 1, lines: 2, amountFen: 132000, orderedBy: 'cp-1', orderedOn: '2026-08-28', outstanding: 2 },
  expiresAt: '2026-08-28T02:15:00.000Z',
};

const PaymentFileAddress = z
  .strictObject({
    file: PaymentFile,
    url: z.string().optional().describe('下载地址 address to fetch it from'),
    expiresAt: Instant.describe('地址失效时刻 the address works until'),
  })
  .meta({ id: 'PaymentFileAddress', description: '支付文件下载地址 Address of a payment file', examples: [example] });

const FIFTEEN_MINUTES = 15 * 60 * 1000;

/** Object key of a payment file. */
export const paymentFileKey = (rosterId: string, no: number, sha256: string): string =>
  `payments/${rosterId}-${no}-${sha256}.csv`;

/** Gives county payments and finance an address for 15 minutes to fetch a payment file from; who asked is in the access log. */
export const readPaymentFile = defineStep({
  id: 'supervision.read-payment-file',
  zh: '取支付文件',
  en: 'Fetch a payment file',
  route: 'GET /v1/rosters/{rosterId}/payment-file',
  provision: [cite('SEED', '二(二)1'), cite('PIPL', '§6')],
  input: PaymentFileQuery,
  effects: ['download-address'],
  output: PaymentFileAddress,
  // The persons are in the file: none is opened here, and the asking is kept all the same.
  reveals: () => [],
  facts: ({ params }) => ({ roster: { id: params['rosterId'] ?? '', lines: [] } }),
  decide: (facts, { no }, now) => {
    const { head } = theRoster(facts);
    const file = head.files.find((one) => one.no === no);
    must(file?.sha256, 'payment-file-not-found', { no });
    const expiresAt = new Date(Date.parse(now) + FIFTEEN_MINUTES).toISOString();
    const key = paymentFileKey(head.rosterId, no, file.sha256);
    return { effect: { kind: 'download-address', key, expiresAt }, reply: { file, expiresAt } };
  },
});
