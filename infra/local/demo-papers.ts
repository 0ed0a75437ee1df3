import { partitionOf } from '../../functions/shell/keys.ts';
import type { Ports } from '../../functions/shell/ports.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { PaperListing } from '../../schemas/paper-list.ts';
import { type ApiClient, expectOk } from './api-client.ts';
import type { PlayedCase } from './play-examples.ts';

/** Every paper stored for a case: the items themselves, not the list the case keeps of them. */
export async function papersStored(ports: Ports, caseId: string): Promise<readonly Paper[]> {
  const found: Paper[] = [];
  let cursor: string | undefined;
  do {
    const range = { prefix: 'PAPER#', ...(cursor ? { cursor } : {}) };
    const page = await ports.store.partition(partitionOf('case', caseId), range);
    found.push(...page.items.map(({ record }) => record as Paper));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** Papers of an issuer's series: mark, year, serial. Forms on file are numbered by their case and have none. */
const inSeries = /^(.+〔\d{4}〕)(\d+)号$/;

/** Series of an issuing organ and year that have a gap or a number twice, as lines for a reader. */
export function brokenSeries(papers: readonly Paper[]): readonly string[] {
  const series = new Map<string, number[]>();
  for (const { number } of papers) {
    const [, name, serial] = inSeries.exec(number) ?? [];
    if (name) series.set(name, [...(series.get(name) ?? []), Number(serial)]);
  }
  return [...series].flatMap(([name, serials]) => {
    const sorted = serials.toSorted((a, b) => a - b);
    const broken = sorted.findIndex((serial, i) => serial !== i + 1);
    return broken < 0 ? [] : [`文号不连续 numbers of ${name}: ${sorted[broken]}号 stands where ${broken + 1}号 should`];
  });
}

/** Prints one paper of every title through the API and reads the file; answers the titles. Throws on what is no PDF. */
export async function printEachTitle(client: ApiClient, cases: readonly PlayedCase[]): Promise<readonly string[]> {
  const printed = new Set<string>();
  for (const { caseId } of cases) {
    const listed = await expectOk(client(`GET /v1/cases/${caseId}/documents`), `papers of ${caseId}`);
    for (const { paperId, title } of (listed.body as { papers: readonly PaperListing[] }).papers) {
      if (printed.has(title)) continue;
      const route = `GET /v1/cases/${caseId}/documents/${paperId}/pdf`;
      const { body } = await expectOk(client(route, { purpose: '演示打印文书' }), route);
      const file = new Uint8Array(await (await fetch((body as { url: string }).url)).arrayBuffer());
      if (!new TextDecoder().decode(file.subarray(0, 5)).startsWith('%PDF-')) throw new Error(`no PDF: ${route}`);
      printed.add(title);
    }
  }
  return [...printed];
}
