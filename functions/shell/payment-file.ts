import type { Actor } from '../../schemas/actor.ts';
import type { RosterHead, RosterLine } from '../../schemas/roster.ts';
import { paymentFileKey } from '../supervision/read-payment-file.ts';
import { csvFile } from './csv.ts';
import { sha256 } from './hash.ts';
import { partitionOf } from './keys.ts';
import { noteReading } from './note.ts';
import type { Ports } from './ports.ts';
import { openNames } from './reveal.ts';

/** What a written payment file is known by. */
export interface WrittenFile {
  readonly sha256: string;
  readonly count: number;
  readonly amountFen: number;
}

const PAGE = 90;
const header = ['序号', '案件编号', '户名', '收款账号', '金额（元）', '月份', '决定文号'];

/**
 * Writes the payable lines of a roster with names and accounts as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it) and keeps it
 * in the object store. The one place where accounts are opened; the reading stands in the access log before the file exists. Written again it
 * gives the same bytes. Throws where an account cannot be opened: a file that silently leaves a household out would pass for whole.
 */
export async function writePaymentFile(
  ports: Ports,
  of: { readonly head: RosterHead; readonly no: number; readonly asker: Actor },
): Promise<WrittenFile> {
  const { head, no, asker } = of;
  const lines = await payableLines(ports, head.rosterId);
  await noteReading(ports, {
    actor: asker,
    step: 'supervision.order-payment-file',
    purpose: `payment-file ${head.rosterId} ${no}`,
    caseId: undefined,
    persons: lines.length,
  });
  const rows = [header, ...(await rowsOf(ports, lines))];
  const bytes = csvFile(rows);
  const hash = sha256(bytes);
  await ports.objects.put(paymentFileKey(head.rosterId, no, hash), bytes, { ifAbsent: true });
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return { sha256: hash, count: lines.length, amountFen };
}

async function payableLines(ports: Ports, rosterId: string): Promise<readonly RosterLine[]> {
  const lines: RosterLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.store.partition(partitionOf('roster', rosterId), {
      prefix: 'LINE#',
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    lines.push(...page.items.map(({ record }) => record as RosterLine).filter(({ state }) => state === 'listed'));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return lines;
}

async function rowsOf(ports: Ports, lines: readonly RosterLine[]): Promise<readonly string[][]> {
  const rows: string[][] = [];
  for (let from = 0; from < lines.length; from += PAGE) {
    const page = lines.slice(from, from + PAGE);
    const opened = await openNames(
      ports,
      page.flatMap(({ account }) => account ?? []),
    );
    for (const line of page) {
      const holder = opened[line.account ?? ''];
      if (!holder?.account) throw new Error(`the account of ${line.caseId} cannot be opened`);
      rows.push([
        String(rows.length + 1),
        line.caseId,
        holder.name,
        holder.account,
        yuanOf(line.amountFen),
        ...told(line),
      ]);
    }
  }
  return rows;
}

const told = ({ parts }: RosterLine): [months: string, papers: string] => [
  parts.map(({ month }) => month).join(' '),
  [...new Set(parts.map(({ paper }) => paper))].join(' '),
];

/** Yuan with two decimals, from whole fen. */
const yuanOf = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
