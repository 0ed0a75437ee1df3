import type { Posting } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Divisions } from '../../schemas/divisions.ts';
import type { Paper } from '../../schemas/paper.ts';

/** What a paper needs when it is read: the paper itself carries tokens only (design decision 10). */
export interface Words {
  /** Names by person token, and by person id for staff. Who was erased is missing here. */
  readonly names: Readonly<Record<string, { readonly name: string }>>;
  readonly township: { readonly name: string; readonly phone: string };
  readonly county: { readonly name: string; readonly phone: string };
  /** Printed as the day of the copy where given. */
  readonly today?: CivilDate | undefined;
  /** Where a notice is shown. The village board shows the full name; everywhere else, and by default, it is masked. */
  readonly channel?: Posting['channel'] | undefined;
  /** The county's option `publicity.maskNameOnline`; only `false` shows full names beyond the village board. */
  readonly maskNameOnline?: boolean | undefined;
}

/** Township and county of a paper by the county's own register of divisions. @throws RangeError on an unknown township. */
export const placesOf = (divisions: Divisions, townshipCode: string): Pick<Words, 'township' | 'county'> => {
  const township = divisions.townships.find(({ code }) => code === townshipCode);
  if (!township) throw new RangeError(`unknown township: ${townshipCode}`);
  return {
    township: { name: township.name, phone: township.phone },
    county: { name: divisions.countyName, phone: divisions.countyPhone },
  };
};

/** The name of a person by token; a person whose data were erased has none. */
export const nameOf = (words: Pick<Words, 'names'>, token: string): string =>
  words.names[token]?.name ?? '（姓名已删除）';

/** A member of staff by name, or by number where the name is not known here. */
export const staffText = (words: Pick<Words, 'names'>, personId: string): string =>
  words.names[personId]?.name ?? `编号${personId}`;

/** The township as an organ of government: 演示一镇人民政府, 演示街道办事处. */
export const townshipOrgan = ({ name }: Words['township']): string => {
  if (/[乡镇]$/.test(name)) return `${name}人民政府`;
  return name.endsWith('街道') ? `${name}办事处` : name;
};

/** The county's authority for civil affairs. */
export const countyOrgan = ({ name }: Words['county']): string => `${name}民政部门`;

/** Whom a paper is for, as it addresses them; a public notice and a form on file address nobody. */
export const recipientText = (
  { to, data }: Pick<Paper, 'to'> & { readonly data: Readonly<Record<string, unknown>> },
  words: Words,
): string | undefined => {
  switch (to) {
    case 'public':
    case 'file':
      return undefined;
    case 'county':
      return countyOrgan(words.county);
    case 'township':
      return townshipOrgan(words.township);
    case 'department':
      return String(data['department'] ?? '有关部门');
    case 'complainant':
      return '举报（投诉）人';
    default:
      return nameOf(words, to);
  }
};

/** Several members of staff, in order. */
export const staffList = (words: Pick<Words, 'names'>, personIds: readonly string[]): string =>
  personIds.map((one) => staffText(words, one)).join('、');

/** The organ that issued a paper: a code of six characters is a county's, a longer one a township's. */
export const issuerText = ({ issuer }: Pick<Paper, 'issuer'>, words: Pick<Words, 'township' | 'county'>): string =>
  issuer.length === 6 ? countyOrgan(words.county) : townshipOrgan(words.township);
