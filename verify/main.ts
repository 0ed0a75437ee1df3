import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { boardOf } from './board.ts';
import { leftOut, verifyCase } from './case-pack.ts';
import { verifyDraws } from './draw.ts';
import { drawIndex } from './draw-log.ts';
import { eventName } from './entry.ts';
import { importIndex, verifyImports } from './imports.ts';
import { lakeIndex, verifyLake } from './lake.ts';
import { type LogOptions, verifyLog, verifyTree } from './log.ts';
import type { Logged } from './log-events.ts';
import { logFiles } from './log-files.ts';
import type { NamedHead } from './log-heads.ts';
import { openCheckpoint, type TrustedKey, trustedKey } from './note.ts';
import { disclosedPersons } from './persons.ts';
import { exitCodeOf, type Finding, reportOf, tampered, together, type Verdict } from './verdict.ts';

const USAGE = `用法 Usage: npm run verify -- [case|inclusion|consistency|lake|tree|draw] <文件或目录 file or folder> …
  <pack.json>                     案件证明文件 proof pack of a case (GET /v1/cases/{caseId}/proof)
  <ledger/COUNTY>                 存证目录 folder of a county's log
  inclusion <ledger> [kind:id#seq] 整个存证，或其中一个事件 the whole log, or one event of it
  consistency <ledger> <checkpoint>… 与另行保存的检查点 against checkpoints kept elsewhere
  tree <ledger>                   只核对哈希、树和签名，较快 hashes, tree and signatures only: quicker
  lake <ledger> <lake>            数据湖的行与存证 rows of the lake against the log
  draw <ledger> [<checkpoint>…]   抽查 draws: frame, seed and selection
  board <checkpoint>              供公示栏张贴的文字和二维码 text and QR code for the public board
选项 Options:
  --key VKEY|FILE       存证公钥（另行取得） public key of the log, got by another way; may be repeated
  --witness VKEY|FILE   见证人公钥，须有其联署 a witness that must have cosigned; may be repeated
  --beacon ROUND=VALUE  随机源公布的值 what a public source of chance published; may be repeated
  --log FOLDER          核对案件是否有遗漏 with a case: whether the log has more of it
  --persons FILE        核对案件个人信息的披露 with a case: personal records disclosed (GET …/disclosures)
  --max-age HOURS       最新内容的时限 how old the newest content may be
退出码 Exit: 0 完好 intact · 1 被篡改 tampered · 2 不完整 incomplete
`;

interface Options extends LogOptions {
  readonly log: string | undefined;
  readonly persons: string | undefined;
  readonly beacon: readonly string[];
}

const commands = ['case', 'inclusion', 'consistency', 'lake', 'tree', 'draw'] as const;
type Command = (typeof commands)[number];

async function keysOf(values: readonly string[]): Promise<readonly TrustedKey[]> {
  const texts = await Promise.all(
    values.map((value) => (/^\S+\+[0-9a-f]{8}\+/.test(value) ? value : readFile(value, 'utf8'))),
  );
  return texts.map(trustedKey);
}

/** Checkpoints kept elsewhere: each must be signed by the log, but a witness need not have seen it. */
async function seenHeads(
  paths: readonly string[],
  keys: readonly TrustedKey[],
): Promise<{ seen: NamedHead[]; findings: Finding[] }> {
  const seen: NamedHead[] = [];
  const findings: Finding[] = [];
  for (const place of paths) {
    const opened = openCheckpoint(await readFile(place, 'utf8'), place, { keys, witnesses: [] });
    findings.push(...opened.findings);
    if (opened.head) seen.push({ ...opened.head, place });
  }
  return { seen, findings };
}

/** Events that are asked for by name, each looked for while the log is gone through. */
function namedEvents(names: readonly string[]) {
  const found = new Map<string, number>();
  const asked = new Set(names);
  return {
    onEvent({ index, event }: Logged): void {
      const name = eventName(event);
      if (asked.has(name) && !found.has(name)) found.set(name, index);
    },
    verdict: (): Verdict => ({
      findings: names
        .filter((name) => !found.has(name))
        .map((name) => tampered(name, '存证中没有此事件', 'is not in the log')),
      checked: Object.fromEntries([...found].map(([name, index]) => [`index of ${name}`, index])),
    }),
  };
}

/** A case by itself, and with `--log` also whether the log has events of it that the pack leaves out. */
async function caseChecked(pack: string, options: Options): Promise<Verdict> {
  const alone = verifyCase(pack, options);
  const persons =
    options.persons === undefined ? undefined : disclosedPersons(await readFile(options.persons, 'utf8'), pack);
  if (options.log === undefined) return together([alone, ...(persons ? [persons.verdict()] : [])]);
  const { findings, onEvent } = leftOut(pack);
  const each = (logged: Logged): void => {
    onEvent(logged);
    persons?.take(logged.event);
  };
  const log = verifyLog(await logFiles(options.log), { ...options, onEvent: each });
  return together([log, alone, { findings, checked: {} }, ...(persons ? [persons.verdict()] : [])]);
}

async function lakeChecked(ledger: string, lake: string, options: Options): Promise<Verdict> {
  const [index, history] = [lakeIndex(), importIndex()];
  const onEvent = (logged: Logged): void => {
    index.onEvent(logged);
    history.onEvent(logged);
  };
  const log = verifyLog(await logFiles(ledger), { ...options, onEvent });
  return together([log, await verifyLake(lake, log, index), await verifyImports(lake, log, history.imports)]);
}

/** Witnesses must have cosigned the checkpoints of seeds, and no other. */
async function drawsChecked(ledger: string, kept: readonly string[], options: Options): Promise<Verdict> {
  const [index, files] = [drawIndex(), await logFiles(ledger)];
  const { seen } = await seenHeads(kept, options.keys);
  const log = await verifyLog(files, { ...options, witnesses: [], seen, onEvent: index.onEvent });
  const published = new Map(options.beacon.map((text) => text.split('=', 2) as [string, string]));
  return together([log, await verifyDraws(files, index, { trust: options, kept, published })]);
}

async function checked(command: Command, paths: readonly string[], options: Options): Promise<Verdict> {
  const [first = '', ...rest] = paths;
  if (command === 'case') return caseChecked(await readFile(first, 'utf8'), options);
  if (command === 'tree') return verifyTree(await logFiles(first), options);
  if (command === 'draw') return drawsChecked(first, rest, options);
  if (command === 'lake') return lakeChecked(first, rest[0] ?? '', options);
  const { seen, findings } =
    command === 'consistency' ? await seenHeads(rest, options.keys) : { seen: [], findings: [] };
  const named = namedEvents(command === 'inclusion' ? rest : []);
  const log = verifyLog(await logFiles(first), { ...options, seen, onEvent: named.onEvent });
  return together([log, { findings, checked: { seen: seen.length } }, named.verdict()]);
}

function boardText(note: string): { readonly text: string; readonly code: number } {
  const text = boardOf(note);
  return text === undefined ? { text: '不是检查点 not a checkpoint\n', code: 1 } : { text, code: 0 };
}

/** Runs the verifier; answers what is printed and the exit code. Throws on what is no file, key or command. */
export async function run(args: readonly string[]): Promise<{ readonly text: string; readonly code: number }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      witness: { type: 'string', multiple: true, default: [] },
      'max-age': { type: 'string' },
      log: { type: 'string' },
      persons: { type: 'string' },
      beacon: { type: 'string', multiple: true, default: [] },
    },
  });
  const named = commands.find((command) => command === positionals[0]);
  const paths = named ? positionals.slice(1) : positionals;
  if (!paths[0] || (named === 'lake' && !paths[1])) return { text: USAGE, code: 2 };
  if (positionals[0] === 'board') return boardText(await readFile(paths[1] ?? '', 'utf8'));
  const command = named ?? ((await stat(paths[0])).isDirectory() ? 'inclusion' : 'case');
  const age = values['max-age'];
  const options: Options = {
    keys: await keysOf(values.key),
    witnesses: await keysOf(values.witness),
    seen: [],
    now: new Date().toISOString(),
    log: values.log,
    persons: values.persons,
    beacon: values.beacon,
    ...(age === undefined ? {} : { maxAgeHours: Number(age) }),
  };
  const verdict = await checked(command, paths, options);
  return { text: reportOf(verdict), code: exitCodeOf(verdict) };
}

if (process.argv[1] === import.meta.filename) {
  const { text, code } = await run(process.argv.slice(2)).catch((error: unknown) => ({
    text: `${String(error)}\n\n${USAGE}`,
    code: 2,
  }));
  process.stdout.write(text);
  process.exitCode = code;
}
