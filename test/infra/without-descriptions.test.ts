import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../infra/aws/lambdas.ts';
import { unclaused } from '../../infra/aws/without-clauses.ts';
import { undescribed } from '../../infra/aws/without-descriptions.ts';

describe('schemas in a bundle', () => {
  it('carry no descriptions, whatever brackets and quotes stand in them', () => {
    const source = `z.string().min(1, 'a (b').describe('（一）it\\'s ) here').optional()\n  .meta({ id: 'X', examples: [f({ a: ')' })] });`;
    expect(undescribed(source)).toBe(`z.string().min(1, 'a (b').optional();`);
  });

  it('keep a description that is made while they run, and everything else', () => {
    const source = 'z.string().describe(`a b`).max(3)';
    expect(undescribed(source)).toBe(source);
  });

  it('lose nothing but calls of describe and meta', () => {
    const folder = join(root, 'schemas');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
      const before = readFileSync(join(folder, name), 'utf8');
      const after = undescribed(before);
      expect(after.match(/^export /gm)).toEqual(before.match(/^export /gm));
      expect(after).not.toMatch(/\.(describe|meta)\((?!`)/);
    }
  });
});

describe('the tables of powers and transitions in a bundle', () => {
  it.each(['powers', 'procedure'])('carry no clauses, and every row: %s', (name) => {
    const path = join(root, 'functions', 'law', `${name}.ts`);
    const before = readFileSync(path, 'utf8');
    const after = unclaused(path, before);
    expect(after).not.toContain("cite('");
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    expect(after.match(/'[a-z]+(?:-[a-z]+)+'/g)).toEqual(before.match(/'[a-z]+(?:-[a-z]+)+'/g));
  });

  it('are the only ones: terms keep what papers print', () => {
    const path = join(root, 'functions', 'law', 'term-rows.ts');
    const before = readFileSync(path, 'utf8');
    expect(unclaused(path, before)).toBe(before);
  });
});
