import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import { MOST_FILES } from '../../schemas/history-import.ts';
import type { ApiClient } from '../local/api-client.ts';
import { type Checked, checkedFolder, type HashedFile, hashedFiles } from './checked-folder.ts';
import { completed, hostDay, importsOf, officerClient } from './import-client.ts';
import { type FileState, type FileSummary, importReport } from './import-report.ts';
import { importWith, loadedPieces, storedHash } from './loaded-pieces.ts';
import { progressOn } from './progress.ts';
import { sourceFiles } from './source-file.ts';
import { tokenSource } from './tokenised-rows.ts';

const USAGE = `用法 Usage: npm run import -- <目录 folder> --county 649900 [选项 options]
  --check             只检查，不导入 check only, load nothing
  --tokens            由主机把号码列换成代号 have the host make tokens of columns of numbers
  --purpose TEXT      导入事由（只检查时可不填） why it is imported, needed unless --check alone
  --url URL           主机（缺省 http://127.0.0.1:8787） the host
  --person ID         本机试用时的经办人（缺省 cc-1） who does it, where the local host issues the token
  --report FOLDER     检查报告目录（缺省 import-report） where the report goes
环境变量 Environment: SUNLIGHT_TOKEN 县级民政岗位的令牌 a token for the county's post
退出码 Exit: 0 全部导入或检查通过 all fine · 1 有文件被拒绝 a file was refused · 2 用法或运行错误 usage or failure
`;

export interface Told {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

const words: Readonly<Record<FileState, string>> = {
  refused: '拒绝 refused',
  checked: '通过 passed',
  loaded: '已导入 loaded',
  known: '此前已导入 already there',
};

const lineOf = ({ name, rows, refused, state, encoding }: FileSummary): string =>
  `${words[state]} ${name} ${rows} 行 rows${refused > 0 ? `，${refused} 处拒绝 refused` : ''}${encoding === 'gb18030' ? ' (GB18030)' : ''}`;

const summaryOf = (checked: Checked, state: FileState): FileSummary => ({
  name: checked.file.name,
  table: checked.file.table,
  format: checked.file.format,
  ...(checked.encoding && { encoding: checked.encoding }),
  sha256: checked.sha256,
  rows: checked.rows,
  refused: checked.refused,
  state,
});

const knownSummary = ({ file, sha256 }: HashedFile, rows: number): FileSummary => ({
  name: file.name,
  table: file.table,
  format: file.format,
  sha256,
  rows,
  refused: 0,
  state: 'known',
});

function optionsOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      check: { type: 'boolean', default: false },
      tokens: { type: 'boolean', default: false },
      purpose: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:8787' },
      person: { type: 'string', default: 'cc-1' },
      report: { type: 'string', default: 'import-report' },
    },
  });
  const [folder] = positionals;
  const { county, purpose = '', check, tokens } = values;
  const asksHost = !check || tokens;
  if (folder === undefined || county === undefined || (asksHost && purpose === '')) return undefined;
  return { ...values, folder, county, purpose, asksHost };
}
type Options = NonNullable<ReturnType<typeof optionsOf>>;

interface Run {
  readonly options: Options;
  readonly client: ApiClient | undefined;
  /** Whether good files are loaded, and not only checked. */
  readonly loads: boolean;
  readonly screen: NodeJS.WriteStream;
  readonly work: string;
}

/** Files that were imported before, brought to their end where that was broken off; and those that were not. */
async function sortedOut({ client, loads, options }: Run, files: readonly HashedFile[]) {
  const imports = client && loads ? await importsOf(client, options.county) : [];
  const known: FileSummary[] = [];
  const fresh: HashedFile[] = [];
  for (const one of files) {
    const before = importWith(imports, { table: one.file.table, sha256: one.sha256 });
    const file = before?.files.find(({ sha256 }) => sha256 === one.sha256);
    if (client && before) await completed(client, before.importId);
    if (file) known.push(knownSummary(one, file.rows));
    else fresh.push(one);
  }
  return { imports, known, fresh };
}

/** Checks the files, loads the good ones, and tells of each how it ended. */
async function summariesOf(run: Run, files: readonly HashedFile[]) {
  const { options, client, loads, screen, work } = run;
  const { county, purpose } = options;
  const report = importReport(options.report);
  const progress = progressOn(screen);
  const { imports, known, fresh } = await sortedOut(run, files);
  const owner = { county, today: client ? await hostDay(options.url) : civilDateOf(new Date().toISOString()) };
  const tokens = client && options.tokens ? tokenSource(client, purpose) : undefined;
  const check = { owner, report, progress, work, keeps: loads, ...(tokens && { tokens }) };
  const checked = await checkedFolder(fresh, check);
  const good = checked.filter(({ refused }) => refused === 0);
  const isKnown = (one: Checked): boolean =>
    importWith(imports, { table: one.file.table, sha256: one.sha256, stored: storedHash(one) }) !== undefined;
  const ahead = loads ? good.filter((one) => !isKnown(one)) : [];
  const importId =
    client && ahead.length > 0 ? await loadedPieces(ahead, { client, county, purpose, progress }) : undefined;
  const stateOf = (one: Checked): FileState => {
    if (one.refused > 0) return 'refused';
    if (!loads) return 'checked';
    return ahead.includes(one) ? 'loaded' : 'known';
  };
  return { report, importId, summaries: [...known, ...checked.map((one) => summaryOf(one, stateOf(one)))] };
}

/** Runs the import; answers what is printed and the exit code. Throws on what is no folder, and what the host refuses. */
export async function run(args: readonly string[], screen: NodeJS.WriteStream = process.stderr): Promise<Told> {
  const options = optionsOf(args);
  if (!options) return { text: USAGE, code: 2 };
  const { folder, county, url, person } = options;
  const { files, others } = await sourceFiles(folder);
  if (files.length === 0 || files.length > MOST_FILES)
    return { text: `须有 1 至 ${MOST_FILES} 个按表命名的文件 ${files.length} files of tables\n\n${USAGE}`, code: 2 };
  const work = await mkdtemp(join(tmpdir(), 'sunlight-import-'));
  try {
    const token = process.env['SUNLIGHT_TOKEN'];
    const client = options.asksHost ? await officerClient({ url, county, person, token }) : undefined;
    const { report, importId, summaries } = await summariesOf(
      { options, client, loads: !options.check, screen, work },
      await hashedFiles(files),
    );
    await report.end({ county, folder, ...(importId && { importId }), files: summaries, ignored: others });
    const ignored = others.length > 0 ? [`未识别的文件 not recognised: ${others.join(', ')}`] : [];
    const lines = [...summaries.map(lineOf), ...ignored, `报告 report: ${options.report}`, ''];
    return { text: lines.join('\n'), code: summaries.some(({ refused }) => refused > 0) ? 1 : 0 };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const { text, code } = await run(process.argv.slice(2)).catch(
    (error: unknown): Told => ({
      text: `${String(error)}\n\n${USAGE}`,
      code: 2,
    }),
  );
  process.stdout.write(text);
  process.exitCode = code;
}
