import { parseArgs } from 'node:util';
import { RedriveRequest } from '../../functions/shell/redrive/redrive-request.ts';

const usage = `用法 usage: npm run redrive -- --county 649900 [--from 2026-08-03] [--to 2026-08-04] [--subject case:<编号>] [--url http://127.0.0.1:8787]
按事件表重录数据湖与变更流；须先运行 npm start Records lake and feed again from the events of the table; needs npm start to be running
`;

/** What the arguments ask for. Throws where they ask for nothing that can be told. */
function requestOf(args: readonly string[]): { readonly url: string; readonly request: RedriveRequest } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      county: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      subject: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:8787' },
    },
  });
  const { county, from, to, subject, url } = values;
  const colon = subject?.indexOf(':') ?? -1;
  const request = RedriveRequest.parse({
    countyCode: county,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(subject === undefined ? {} : { subjectKind: subject.slice(0, colon), subjectId: subject.slice(colon + 1) }),
  });
  return { url, request };
}

/** Asks the running host to record again; exit 0 when everything was told, 1 when the events have gaps, 2 when it could not run. */
async function main(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof requestOf>;
  try {
    asked = requestOf(args);
  } catch (error) {
    process.stderr.write(`${usage}${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  try {
    const response = await fetch(`${asked.url}/local/redrive`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked.request),
      signal: AbortSignal.timeout(6 * 3_600_000),
    });
    const answer = (await response.json()) as { readonly broken?: number };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    if (!response.ok) return 2;
    return (answer.broken ?? 0) === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`未能连接本机服务 could not reach the local host at ${asked.url}: ${String(error)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
