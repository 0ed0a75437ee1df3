import * as z from 'zod';
import type { CivilDate } from '../../schemas/dates.ts';
import { PersonId } from '../../schemas/ids.ts';
import type { LakeColumn, LakeValue } from '../../schemas/lake.ts';
import { Program, programGroups } from '../../schemas/program.ts';
import { holdsPersonalNumber } from '../core/personal-text.ts';
import { subjectKinds } from '../core/subject.ts';
import { instantOf } from '../law/clock-face.ts';
import { countyOf } from '../law/tenants.ts';
import type { ImportFault } from './import-faults.ts';
import { isDay, isInstant } from './imported-value.ts';
import { attributesJson, isPlainCode, listedJson } from './lake-attributes.ts';

/** Whose rows are imported, and on which civil day: nothing is of later. */
export interface RowOwner {
  readonly county: string;
  readonly today: CivilDate;
}

type TextFault = (text: string) => ImportFault | undefined;

/** A text of which a function says what is wrong with it. */
const text = (faultOf: TextFault): z.ZodType<string> =>
  z.string('value-type').superRefine((value, { addIssue }) => {
    const code = faultOf(value);
    if (code) addIssue({ code: 'custom', message: code });
  });

const CODE = /^[\w.:+#/-]{1,128}$/;

/** What no text may hold, whatever column it stands in. */
const badText: TextFault = (value) => {
  if (value.includes('\0')) return 'nul-character';
  if (/^[=+@-]/.test(value)) return 'formula-like';
  if (holdsPersonalNumber(value) || (CODE.test(value) && !isPlainCode(value))) return 'personal-number';
  return undefined;
};

const code: TextFault = (value) => badText(value) ?? (CODE.test(value) ? undefined : 'not-a-code');
const matching =
  (pattern: RegExp, fault: ImportFault): TextFault =>
  (value) =>
    badText(value) ?? (pattern.test(value) ? undefined : fault);
const oneOf = (values: readonly string[]): TextFault => {
  const known = new Set(values);
  return (value) => badText(value) ?? (known.has(value) ? undefined : 'not-of-list');
};

const token = (prefix: string): TextFault => matching(new RegExp(`^${prefix}_[0-9a-f]{32}$`), 'not-a-token');

const division =
  (digits: number, county: string): TextFault =>
  (value) =>
    value.length === digits && /^64\d+$/.test(value) && countyOf(value) === county ? undefined : 'division-not-yours';
const organisation =
  (county: string): TextFault =>
  (value) =>
    badText(value) ?? (countyOf(value) === county ? undefined : 'division-not-yours');

/** The form of the numbers this system gives its cases. */
const live = new RegExp(`^64\\d{7}-(${programGroups.join('|')})-\\d{4}-\\d{6}$`);
/** A number the older system gave: never one that this system could give. */
const foreign: TextFault = (value) => code(value) ?? (live.test(value) ? 'live-number' : undefined);

const staffId: TextFault = (value) => badText(value) ?? (PersonId.safeParse(value).success ? undefined : 'not-a-code');

const attributes: TextFault = (value) => {
  if (value.includes('\0')) return 'nul-character';
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'json-invalid';
    return listedJson(parsed) ? undefined : 'attributes-unlisted';
  } catch {
    return 'json-invalid';
  }
};

const persons = ['applicant_id', 'person_id', 'person_a', 'person_b'];
const staff = ['actor_id', 'clerk_id', 'reviewer_id', 'confirmer_id', 'holder_id', 'staff_id'];

/** How texts of certain columns look; all others are codes. */
const textOf = ({ county }: RowOwner): Readonly<Record<string, TextFault>> => ({
  ...Object.fromEntries(persons.map((name) => [name, token('t')])),
  ...Object.fromEntries(staff.map((name) => [name, staffId])),
  account_token: token('a'),
  phone_token: token('ph'),
  address_token: token('ad'),
  county_code: (value) => badText(value) ?? (value === county ? undefined : 'county-not-yours'),
  township_code: division(9, county),
  village_code: division(12, county),
  org_code: organisation(county),
  holder_org: organisation(county),
  case_id: foreign,
  subject_id: foreign,
  hh_id: foreign,
  split_from_hh: foreign,
  program: oneOf(Program.options),
  subject_kind: oneOf(subjectKinds),
  pay_month: matching(/^\d{4}-(0[1-9]|1[0-2])$/, 'not-a-month'),
  first_month: matching(/^\d{4}-(0[1-9]|1[0-2])$/, 'not-a-month'),
  photo_sha256: matching(/^[0-9a-f]{64}$/, 'not-a-code'),
});

/** What a whole number may be: money up to ten thousand million yuan, a few counts, years. */
const whole = (name: string, { today }: RowOwner): readonly [number, number] => {
  if (name === 'birth_year') return [1880, Number(today.slice(0, 4))];
  if (name === 'seq') return [1, 1_000_000_000];
  if (name === 'household_size') return [1, 99];
  return [0, 1_000_000_000_000];
};

const fraction: Readonly<Record<string, readonly [number, number]>> = {
  lat: [-90, 90],
  lon: [-180, 180],
  poverty_rate: [0, 1],
};

const EARLIEST = '1900-01-01';

/** The days on which something is said to have happened; others may lie ahead, like the last day of a term. */
const happened: ReadonlySet<string> = new Set([
  'as_of_on',
  'recorded_at',
  'occurred_at',
  'died_on',
  'paid_at',
  'decided_at',
]);

/** The first instant of the day after: what happened lies before it. */
const endOf = (day: CivilDate): string => new Date(Date.parse(instantOf(day, '00:00')) + 86_400_000).toISOString();

const ranged =
  (name: string, last: string): TextFault =>
  (value) => {
    if (value < EARLIEST) return 'out-of-range';
    return happened.has(name) && value > last ? 'in-the-future' : undefined;
  };

/** The check of a column, made from its declaration: of its type, in its range, and of the form its name asks for. */
export function columnCheck({ name, type }: LakeColumn, owner: RowOwner): z.ZodType<LakeValue> {
  switch (type) {
    case 'string':
      return name === 'attributes_json'
        ? text(attributes).transform((value) => attributesJson(JSON.parse(value) as Record<string, unknown>))
        : text(textOf(owner)[name] ?? code);
    case 'bigint': {
      const [least, most] = whole(name, owner);
      return z.int('not-a-whole-number').min(least, 'out-of-range').max(most, 'out-of-range');
    }
    case 'double': {
      const [least, most] = fraction[name] ?? [-1e15, 1e15];
      return z.number('not-a-number').min(least, 'out-of-range').max(most, 'out-of-range');
    }
    case 'boolean':
      return z.boolean('not-a-truth-value');
    case 'date': {
      const timely = ranged(name, owner.today);
      return text((value) => (isDay(value) ? timely(value) : 'not-a-date'));
    }
    case 'timestamp': {
      const timely = ranged(name, endOf(owner.today));
      return text((value) => (isInstant(value) ? timely(value) : 'not-an-instant'));
    }
    case 'binary':
      return text(matching(/^([0-9a-f]{2})+$/, 'not-a-code'));
  }
}
