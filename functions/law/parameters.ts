import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { Ratio } from '../../schemas/money.ts';
import type { ParameterEntry, ParameterKey, ParameterRecord, ParameterValue } from '../../schemas/parameter.ts';
import { DbProgram, type Program } from '../../schemas/program.ts';
import { type ClockKey, defaultClocks } from './clocks.ts';
import { programClocks } from './parameter-clocks.ts';
import { defaultRules } from './parameter-defaults.ts';
import { fundRules } from './parameter-funds.ts';
import { managementRules } from './parameter-management.ts';
import { programRules } from './parameter-programs.ts';
import { remedyRules, remedyWithDefault, remedyWithoutDefault } from './parameter-remedies.ts';
import type { EntryFault, ParameterRule, ParameterUnit } from './parameter-rule.ts';
import { standardRules } from './parameter-standards.ts';
import { supervisionRules } from './parameter-supervision.ts';
import { publicityFault } from './publicity-parameters.ts';
import { compare, type Rational, rational, toText } from './rational.ts';

/** Every parameter there is: meaning, unit, clause and default (rulebook 11.1, 11.2). */
export const parameterRules: Readonly<Record<ParameterKey, ParameterRule>> = {
  ...standardRules,
  ...programRules,
  ...fundRules,
  ...managementRules,
  ...programClocks,
  ...defaultRules,
  ...supervisionRules,
  ...remedyRules,
};

/** A value in force and where it comes from: a record's id, or `default:<key>` where law or design fills the gap. */
export type ParameterInForce = { readonly id: string; readonly value: ParameterValue; readonly example: boolean };

/** For which program, if the key is set per program, and on which civil date a parameter is asked. */
export type ParameterQuestion = { readonly program?: Program | undefined; readonly on: string };

const isApproved = (record: ParameterRecord): boolean =>
  record.approvedBy !== undefined && record.approvedAt !== undefined && record.approvedBy !== record.enteredBy;

const isInForce = (record: ParameterRecord, on: string): boolean =>
  record.from <= on && (record.until === undefined || on <= record.until);

/** Later `from` wins; of two with the same `from`, the later approval is the correction. The id settles the rest, so that order never matters. */
const rank = (record: ParameterRecord): string => `${record.from} ${record.approvedAt} ${record.id}`;

/** Approved records by key, once for each list of records: a decision asks for dozens of parameters of the same county. */
const approvedByKey = new WeakMap<readonly ParameterRecord[], ReadonlyMap<ParameterKey, ParameterRecord[]>>();

function approvedOf(records: readonly ParameterRecord[], key: ParameterKey): readonly ParameterRecord[] {
  const known = approvedByKey.get(records) ?? Map.groupBy(records.filter(isApproved), (one) => one.key);
  approvedByKey.set(records, known);
  return known.get(key) ?? [];
}

/**
 * The value of a parameter on a civil date: the approved record in force with the latest `from`, else the default of law or design,
 * else undefined. A record that only one person signed does not count (rulebook 11.3).
 */
export const parameterOn = (
  records: readonly ParameterRecord[],
  key: ParameterKey,
  { program, on }: ParameterQuestion,
): ParameterInForce | undefined => {
  const rule = parameterRules[key];
  const wanted = rule.perProgram ? program : undefined;
  const best = approvedOf(records, key)
    .filter((r) => r.program === wanted && isInForce(r, on))
    .reduce<ParameterRecord | undefined>((a, b) => (a === undefined || rank(a) < rank(b) ? b : a), undefined);
  if (best) return { id: best.id, value: best.value, example: best.example ?? false };
  return rule.default === undefined ? undefined : { id: `default:${key}`, value: rule.default, example: false };
};

/**
 * The keys whose absence keeps a program of 低保 closed in the county on a civil date (rulebook 11.3: fail closed, never a test default).
 * Tier amounts are asked for only where the county pays by tiers.
 */
export const missingParameters = (
  records: readonly ParameterRecord[],
  program: DbProgram,
  on: string,
): readonly ParameterKey[] => {
  const tiers: readonly ParameterKey[] =
    parameterOn(records, 'benefit.mode', { program, on })?.value === 'TIER' ? ['tier.A', 'tier.B', 'tier.C'] : [];
  const required: readonly ParameterKey[] = [
    `standard.${program}`,
    'benefit.mode',
    'income.employmentCost',
    'asset.moneyPerCapitaMultiple',
    ...unworded(records, { program, on }),
    ...tiers,
  ];
  return required.filter((key) => parameterOn(records, key, { program, on }) === undefined);
};

type Clocks = Readonly<Record<ClockKey, number>>;
/** Clocks once resolved, for each list of records by program and day. */
const resolved = new WeakMap<readonly ParameterRecord[], Map<string, Clocks>>();

/** Whether the remedy of a paper is worded: for every body that may issue it at once, or for each (rulebook 4). */
export const isWorded = (
  records: readonly ParameterRecord[],
  [general, ...each]: readonly [ParameterKey, ...ParameterKey[]],
  at: ParameterQuestion,
): boolean => parameterOn(records, general, at) !== undefined || each.every((key) => parameterOn(records, key, at));

const unworded = (records: readonly ParameterRecord[], at: ParameterQuestion): readonly ParameterKey[] =>
  remedyWithoutDefault.filter((keys) => !isWorded(records, keys, at)).map(([general]) => general);

/** Remedies a county without a government of its own has to word before any program opens (宁东; rulebook 4). */
export const unwordedWithoutGovernment = (
  records: readonly ParameterRecord[],
  at: ParameterQuestion,
): readonly ParameterKey[] =>
  remedyWithDefault.filter((keys) => !isWorded(records, keys, at)).map(([general]) => general);

/** The length of every term on a civil date, by clock key: working days, publicity in days. */
export function resolveClocks(records: readonly ParameterRecord[], program: Program | undefined, on: string): Clocks {
  const ofRecords = resolved.get(records) ?? new Map<string, Clocks>();
  resolved.set(records, ofRecords);
  const name = `${program} ${on}`;
  const known = ofRecords.get(name);
  if (known) return known;
  const set = (Object.keys(defaultClocks) as ClockKey[]).map((key) => [
    key,
    Number(parameterOn(records, key, { program, on })?.value),
  ]);
  const clocks: Clocks = { ...defaultClocks, ...Object.fromEntries(set) };
  ofRecords.set(name, clocks);
  return clocks;
}

const valueSchemas: Readonly<Record<ParameterUnit, z.ZodType>> = {
  fen: z.int().min(0).max(100_000_000_000),
  'working-days': z.int().min(0).max(400),
  days: z.int().min(0).max(4000),
  months: z.int().min(1).max(240),
  count: z.int().min(0).max(100),
  ratio: Ratio,
  flag: z.boolean(),
  choice: z.string(),
  date: CivilDate,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  text: z.string().min(1).max(1000),
  list: z.array(z.string()),
};

const exact = (value: ParameterValue | undefined): Rational =>
  typeof value === 'object' && 'num' in value ? rational(value.num, value.den) : rational(Number(value));

const boundFault = ({ bound, default: limit }: ParameterRule, value: ParameterValue): EntryFault | undefined => {
  if (bound === undefined || compare(exact(value), exact(limit)) !== (bound === 'at-most' ? 1 : -1)) return undefined;
  const text = toText(exact(limit), 0);
  return bound === 'at-most'
    ? { zh: `法定上限为 ${text}，不得放宽`, en: `The law allows at most ${text}`, statutory: true }
    : { zh: `法定下限为 ${text}，不得缩减`, en: `The law asks for at least ${text}`, statutory: true };
};

const programFault = (rule: ParameterRule, { key, program }: ParameterEntry): EntryFault | undefined => {
  if (rule.perProgram !== (program !== undefined))
    return rule.perProgram
      ? { zh: `参数 ${key} 须指明业务`, en: `${key} must name its program` }
      : { zh: `参数 ${key} 全县通用，不分业务`, en: `${key} holds for the county and names no program` };
  const programs: readonly Program[] = [...DbProgram.options, ...(rule.alsoFor ?? [])];
  return program === undefined || programs.includes(program)
    ? undefined
    : { zh: `参数 ${key} 不适用于业务 ${program}`, en: `${key} is not a parameter of ${program}` };
};

/** Why an entry cannot be taken, or undefined: the unit, the choices, the program and the dates must fit the key. */
export const parameterEntryFault = (entry: ParameterEntry): EntryFault | undefined => {
  const rule = parameterRules[entry.key];
  const misplaced = programFault(rule, entry);
  if (misplaced) return misplaced;
  if (!valueSchemas[rule.unit].safeParse(entry.value).success)
    return {
      zh: `参数 ${entry.key} 的值与单位（${rule.unit}）不符`,
      en: `The value of ${entry.key} is not in ${rule.unit}`,
    };
  const given = Array.isArray(entry.value) ? entry.value : [String(entry.value)];
  if (rule.choices && !given.every((value) => rule.choices?.includes(value)))
    return {
      zh: `参数 ${entry.key} 只能取 ${rule.choices.join('、')}`,
      en: `${entry.key} must be of ${rule.choices.join(', ')}`,
    };
  if (entry.key === 'income.windowMonths' && 12 % Number(entry.value) !== 0)
    return { zh: '收入核算期须整除 12', en: 'The income window must divide 12 months' };
  const beyond = boundFault(rule, entry.value) ?? publicityFault(entry);
  if (beyond) return beyond;
  if (entry.until !== undefined && entry.until < entry.from)
    return { zh: '最后有效日早于施行日', en: 'The last day lies before the first' };
  return undefined;
};
