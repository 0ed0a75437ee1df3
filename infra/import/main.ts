import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import { type Checked, checkedFolder, hashedFiles } from './checked-folder.ts';
import { type FileState, type FileSummary, importReport } from './import-report.ts';
import { progressOn } from './progress.ts';
import { sourceFiles } from './source-file.ts';

const USAGE = `用法 Usage: npm run import -- <目录 folder> --county 649900 [选项 options]
  --check             只检查，不导入 check only, load nothing
  --report FOLDER     检查报告目录（缺省 import-report） where the report goes
退出码 Exit: 0 全部导入或检查通过 all fine · 1 有文件被拒绝 a file was refused · 2 用法或运行错误 usage or failure
`;

export interface Told {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

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

const words: Readonly<Record<FileState, string>> = {
  refused: '拒绝 refused',
  checked: '通过 passed',
  loaded: '已导入 loaded',
  known: '此前已导入 already there',
};

const lineOf = ({ name, rows, refused, state, encoding }: FileSummary): string =>
  `${words[state]} ${name} ${rows} 行 rows${refused > 0 ? `，${refused} 处拒绝 refused` : ''}${encoding === 'gb18030' ? ' (GB18030)' : ''}`;

/** Runs the import; answers what is printed and the exit code. Throws on what is no folder. */
export async function run(args: readonly string[], screen: NodeJS.WriteStream = process.stderr): Promise<Told> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      check: { type: 'boolean', default: false },
      report: { type: 'string', default: 'import-report' },
    },
  });
  const [folder] = positionals;
  const { county } = values;
  if (folder === undefined || county === undefined) return { text: USAGE, code: 2 };
  const { files, others } = await sourceFiles(folder);
  if (files.length === 0) return { text: `没有可导入的文件 No file of a table in ${folder}\n\n${USAGE}`, code: 2 };
  const work = await mkdtemp(join(tmpdir(), 'sunlight-import-'));
  try {
    const report = importReport(values.report);
    const owner = { county, today: civilDateOf(new Date().toISOString()) };
    const check = { owner, report, progress: progressOn(screen), work, keeps: false };
    const checked = await checkedFolder(await hashedFiles(files), check);
    const summaries = checked.map((one) => summaryOf(one, one.refused > 0 ? 'refused' : 'checked'));
    await report.end({ county, folder, files: summaries, ignored: others });
    const ignored = others.length > 0 ? [`未识别的文件 not recognised: ${others.join(', ')}`] : [];
    const lines = [...summaries.map(lineOf), ...ignored, `报告 report: ${values.report}`, ''];
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
