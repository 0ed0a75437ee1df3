import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const tests = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(tests, name), 'utf8');

interface Row {
  readonly fault: string;
  readonly file: string;
  readonly name: string;
}

const rows: readonly Row[] = [
  ...read('operations/README.md').matchAll(/^\| ([^|]+) \| `([^`]+)`: ([^|]+) \| [^|]+ \|$/gm),
].map(([, fault = '', file = '', name = '']) => ({ fault, file, name }));

/** What issue 4 names under "Bad input and faults". */
const faults = [
  'duplicate stream deliveries',
  'out-of-order shards',
  'crash between any two writes of the recorder',
  'half-written files',
  'clock jumps',
  'a full disk',
  'a corrupted tile',
  'a missing tile',
  'an unknown signature line',
  'CRLF in a note',
  'a checkpoint older than the last seen',
];

/** Files of this folder that are about faults: each of their tests stands in a row. */
const ofFaults = ['clock-jumps', 'full-disk', 'lost-days', 'recorder-faults'];
const namesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/^ {2}it(?:\.each[^']*)?\(\s*'([^']+)'|^ {2}\]\)\('([^']+)'/gm)].map(
    ([, plain, each]) => plain ?? each ?? '',
  );

describe('The list of faults', () => {
  it('has every fault of the issue', () => {
    const listed = new Set(rows.map(({ fault }) => fault));
    expect(faults.filter((fault) => !listed.has(fault))).toEqual([]);
  });

  it('has a row for each line of its table, and each names a test that is there', () => {
    const lines = read('operations/README.md').match(/^\| (?!---|Fault)/gm) ?? [];
    expect(rows).toHaveLength(lines.length);
    expect(rows.filter(({ file, name }) => !read(`${file}.test.ts`).includes(name))).toEqual([]);
  });

  it('leaves out no test of the files that are about faults', () => {
    const there = readdirSync(join(tests, 'operations'));
    const unlisted = ofFaults.flatMap((file) => {
      expect(there).toContain(`${file}.test.ts`);
      const found = namesIn(`operations/${file}.test.ts`);
      expect(found.length).toBeGreaterThan(2);
      return found.filter((name) => !rows.some((row) => row.file === `operations/${file}` && name.includes(row.name)));
    });
    expect(unlisted).toEqual([]);
  });
});
