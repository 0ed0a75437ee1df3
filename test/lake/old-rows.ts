import fc from 'fast-check';
import { subjectKinds } from '../../functions/core/subject.ts';
import { type ImportTable, importColumns, neededColumns } from '../../functions/supervision/imported-row.ts';
import type { LakeColumn, LakeRow, LakeValue } from '../../schemas/lake.ts';
import { lakeTables } from '../../schemas/lake.ts';
import { Program } from '../../schemas/program.ts';

const hex = (digits: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits }).map((all) => all.join(''));
const day = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Rows lie in a few months, each of which is a file. */
const ofMonth = fc
  .tuple(fc.constantFrom('2019-12', '2024-02'), fc.integer({ min: 1, max: 28 }))
  .map(([ym, n]) => `${ym}-${String(n).padStart(2, '0')}`);
const month = day.map((one) => one.slice(0, 7));
const code = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.:#/-]{0,20}$/);
const staffId = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}$/);
const township = fc.constantFrom('649900101', '649900102', '649900001');

const texts: Readonly<Record<string, fc.Arbitrary<LakeValue>>> = {
  ...Object.fromEntries(
    ['applicant_id', 'person_id', 'person_a', 'person_b'].map((name) => [name, hex(32).map((one) => `t_${one}`)]),
  ),
  ...Object.fromEntries(
    ['actor_id', 'clerk_id', 'reviewer_id', 'confirmer_id', 'holder_id', 'staff_id'].map((name) => [name, staffId]),
  ),
  account_token: hex(32).map((one) => `a_${one}`),
  phone_token: hex(32).map((one) => `ph_${one}`),
  address_token: hex(32).map((one) => `ad_${one}`),
  county_code: fc.constant('649900'),
  township_code: township,
  village_code: township.map((one) => `${one}201`),
  org_code: township,
  holder_org: township,
  program: fc.constantFrom(...Program.options),
  subject_kind: fc.constantFrom(...subjectKinds),
  pay_month: month,
  first_month: month,
  photo_sha256: hex(64),
  attributes_json: fc
    .record({ amountFen: fc.nat(), program: fc.constantFrom('DB_RURAL', 'TK') })
    .map((one) => JSON.stringify(one)),
};

const numbers: Readonly<Record<string, readonly [number, number]>> = {
  birth_year: [1920, 2025],
  seq: [1, 400],
  household_size: [1, 12],
};

function arbitraryOf({ name, type }: LakeColumn): fc.Arbitrary<LakeValue> {
  switch (type) {
    case 'bigint': {
      const [min, max] = numbers[name] ?? [0, 1_000_000_000_000];
      return fc.integer({ min, max });
    }
    case 'double':
      return fc.integer({ min: 0, max: 1_000_000 }).map((one) => one / 1_000_000);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return name === 'as_of_on' ? ofMonth : day;
    case 'timestamp':
      return fc
        .tuple(name === 'recorded_at' ? ofMonth : day, fc.nat(86_399_999))
        .map(([on, ms]) => new Date(Date.parse(`${on}T00:00:00Z`) + ms).toISOString());
    default:
      return texts[name] ?? code;
  }
}

/** Random rows an older system might deliver, each with a key of its own; the same seed gives the same rows. */
export function oldRows(table: ImportTable, seed: number, count: number): readonly LakeRow[] {
  const needed = new Set(neededColumns(table));
  const row = fc.record(
    Object.fromEntries(
      importColumns(table).map((column) => [
        column.name,
        needed.has(column.name) ? arbitraryOf(column) : fc.option(arbitraryOf(column), { nil: null, freq: 3 }),
      ]),
    ),
  );
  const key = [...lakeTables[table].key, 'as_of_on'];
  const own = (one: LakeRow): string => key.map((name) => one[name]).join('|');
  const rows = new Map(
    fc.sample(row, { seed, numRuns: count * 3 }).map((one) => [own(one as LakeRow), one as LakeRow]),
  );
  return [...rows.values()].slice(0, count);
}
