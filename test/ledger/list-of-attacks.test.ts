import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = import.meta.dirname;

/** Numbers that begin the names of tests in a file, apart by commas and before a middle dot. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/['"`](\d+(?:, \d+)*) · /g)].flatMap(([, numbers = '']) => numbers.split(', ').map(Number));

async function testedBy(): Promise<ReadonlyMap<number, readonly string[]>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).sort();
  const tested = new Map<number, string[]>();
  for (const name of names)
    for (const number of new Set(numbersIn(await readFile(join(folder, name), 'utf8'))))
      tested.set(number, [...(tested.get(number) ?? []), name.replace('.test.ts', '')]);
  return tested;
}

async function table(): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = (await readFile(join(folder, 'README.md'), 'utf8')).matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm);
  return new Map(
    [...rows].map(([, number, files = '']) => [
      Number(number),
      [...files.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one),
    ]),
  );
}

describe('The list of attacks', () => {
  it('has all 25, each with the tests whose names carry its number', async () => {
    const [listed, tested] = [await table(), await testedBy()];
    expect([...listed.keys()]).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    for (const [number, files] of listed)
      expect([number, [...files].sort()]).toEqual([number, tested.get(number) ?? []]);
    expect([...listed].filter(([, files]) => files.length === 0)).toEqual([]);
  });
});
