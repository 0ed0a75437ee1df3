import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { problems } from '../../functions/core/problem-catalogue.ts';
import { actOf, type Step } from '../../functions/core/step.ts';
import { powerOf, powers } from '../../functions/law/powers.ts';
import { procedure, transitionOf } from '../../functions/law/procedure.ts';
import { namesIn, pathParameters } from '../../functions/shell/openapi-operation.ts';
import { steps } from '../../functions/steps.ts';
import { undescribed, undocumented } from './described-fields.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const acts = steps.map(actOf);
const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);
const addressed = steps.filter(({ route }) => !route.startsWith('DOCKET '));
const exportedBy = async (step: Step): Promise<readonly unknown[]> =>
  Object.values((await import(join(root, 'functions', `${step.id.replace('.', '/')}.ts`))) as object);

const sourcesIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(join(root, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !name.includes('core/problems/'));
  return Promise.all(files.map((name) => readFile(join(root, folder, name), 'utf8')));
};

/** A read that takes no input has nothing to describe. */
const isEmpty = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0 && z.globalRegistry.get(schema) === undefined;

describe('every step', () => {
  it('is exported by the file that its id names', async () => {
    const lost: string[] = [];
    for (const step of steps) if (!(await exportedBy(step)).includes(step)) lost.push(step.id);
    expect(lost).toEqual([]);
    expect(twice(steps.map(({ id }) => id))).toEqual([]);
  });

  it('has a name in both languages and at least one provision', () => {
    const faulty = steps.filter(
      ({ zh, en, provision }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en) || provision.length === 0,
    );
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  it('has an address of its own, with known names in braces', () => {
    expect(twice(steps.map(({ route }) => route))).toEqual([]);
    const strange = addressed.filter(({ route }) => !/^(GET|POST) \/v1\/[a-z0-9{}/A-Z-]+$/.test(route));
    expect(strange.map(({ id }) => id)).toEqual([]);
    const names = addressed.flatMap(({ route }) => namesIn(route));
    expect(names.filter((name) => !(name in pathParameters))).toEqual([]);
  });

  it('has a power behind it, and the clock alone calls what has no address', () => {
    for (const step of steps) {
      const clockOnly = powerOf(actOf(step)).posts.every((post) => post === 'CLOCK');
      expect([step.id, clockOnly]).toEqual([step.id, step.route.startsWith('DOCKET ')]);
    }
  });

  it('that writes to a case has a transition, and one that reads has none', () => {
    const onCase = addressed.filter(({ route }) => route.includes('/cases/{caseId}'));
    const wrong = onCase.filter((step) => (transitionOf(actOf(step)) === undefined) !== step.route.startsWith('GET '));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the law', () => {
  it('has exactly one step for every transition of the procedure', () => {
    expect(procedure.map(({ act }) => act).filter((act) => acts.filter((one) => one === act).length !== 1)).toEqual([]);
  });

  it('has a step for every power, and states each power and transition once', () => {
    expect(powers.map(({ act }) => act).filter((act) => !acts.includes(act))).toEqual([]);
    expect(twice(powers.map(({ act }) => act))).toEqual([]);
    expect(twice(procedure.map(({ act }) => act))).toEqual([]);
  });

  it('has a power for every transition', () => {
    expect(procedure.filter(({ act }) => !powers.some((power) => power.act === act))).toEqual([]);
  });
});

describe('every refusal', () => {
  it('says in both languages what it is and what to do', () => {
    const both = (text: string): boolean => /\p{Script=Han}/u.test(text) && /[A-Za-z]{3,}/.test(text);
    const faulty = Object.entries(problems).filter(
      ([, { zh, en, todo }]) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]{3,}/.test(en) || !both(todo),
    );
    expect(faulty.map(([code]) => code)).toEqual([]);
  });

  it('is given somewhere', async () => {
    const text = [...(await sourcesIn('functions')), ...(await sourcesIn('infra/local'))].join('\n');
    expect(Object.keys(problems).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});

describe('every schema of the contract', () => {
  const seen = new Set<z.ZodType>();
  it('describes each of its fields in both languages', () => {
    const faults = addressed.flatMap(({ id, input, output }) => [
      ...undescribed(input, `${id} input`, seen),
      ...undescribed(output, `${id} output`, seen),
    ]);
    expect(faults).toEqual([]);
  });

  it('has an id, a description and examples that it accepts itself', () => {
    const schemas = new Map(
      addressed.flatMap(({ id, input, output }) => [
        [input, `${id} input`] as const,
        [output, `${id} output`] as const,
      ]),
    );
    const told = [...schemas].filter(([schema]) => !isEmpty(schema));
    expect(told.flatMap(([schema, at]) => undocumented(schema, at))).toEqual([]);
  });

  it('would be reported with a field nobody described', () => {
    const bare = z.strictObject({
      given: z.string(),
      told: z.array(z.strictObject({ deep: z.string() })).describe('甲 told'),
    });
    expect(undescribed(bare, 'bare')).toEqual(['bare.given', 'bare.told[].deep']);
    expect(undocumented(bare.meta({ id: 'Bare', description: '无 bare', examples: [{}] }), 'bare')).toHaveLength(1);
  });
});
