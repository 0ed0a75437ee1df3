import { tenants } from '../../law/tenants.ts';

/** Whose lake is asked: one county's, some of one city's, or of several cities. */
export type Breadth = 'county' | 'city' | 'region';

const MIB = 1024 ** 2;

/**
 * Bytes one query may read, by breadth. A county's five years are about 80 MB of all tables and zones (aws.md 3), its raw files of the
 * days not yet compacted included; Athena takes no limit below 10 MB.
 */
export const byteCeilings: Readonly<Record<Breadth, number>> = {
  county: 256 * MIB,
  city: 1_024 * MIB,
  region: 4_096 * MIB,
};

/** Rows of a result: what is kept, paged and exported. */
export const ROW_CEILING = 10_000;

const cityOf = (countyCode: string): string => countyCode.slice(0, 4);

/** The cities of Ningxia: what the codes of the counties begin with. 宁东 belongs to none. */
export const cities: readonly string[] = [
  ...new Set(tenants.map(({ code }) => cityOf(code)).filter((city) => /^\d{4}$/.test(city))),
];

/** How much of the region a workgroup is about. */
export const breadthOfWorkGroup = (name: string): Breadth => {
  if (name === 'sunlight-region') return 'region';
  return cities.some((city) => name === `sunlight-${city}00`) ? 'city' : 'county';
};

/** How much of the region a query is about. */
export function breadthOf(counties: readonly string[]): Breadth {
  if (counties.length <= 1) return 'county';
  const [city = '', ...more] = new Set(counties.map(cityOf));
  return more.length === 0 && cities.includes(city) ? 'city' : 'region';
}

/** The workgroup that answers for these counties: limits, results and figures of each stand apart. */
export function workGroupOf(counties: readonly string[]): string {
  const [first = ''] = counties;
  const names: Readonly<Record<Breadth, string>> = {
    county: `sunlight-${first}`,
    city: `sunlight-${cityOf(first)}00`,
    region: 'sunlight-region',
  };
  return names[breadthOf(counties)];
}

const words: Readonly<Record<Breadth, readonly [string, string]>> = {
  county: ['县级', 'of a county'],
  city: ['市级', 'of a city'],
  region: ['全区', 'of the region'],
};

const mebibytes = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MB`;

/** Why a query is not run, or was stopped: what it would read, the limit, and what to do. */
export function tooManyBytes(breadth: Breadth, of: { readonly bytes: number; readonly limit?: number }): string {
  const [zh, en] = words[breadth];
  const [asked, limit] = [mebibytes(of.bytes), mebibytes(of.limit ?? byteCeilings[breadth])];
  return (
    `需要读取 ${asked}，超过${zh}查询上限 ${limit}；请缩短起止日期、减少所查的表或县（区）后重新查询 ` +
    `It would read ${asked}, above the limit ${en} of ${limit}: ask about fewer days, tables or counties`
  );
}

/** Why a result is not kept. */
export const tooManyRows = (limit: number): string =>
  `结果超过 ${limit} 行，请缩短起止日期或按乡镇（街道）汇总后重新查询 More than ${limit} rows: ask about fewer days, or for totals`;

/** Why a query was stopped. */
export const tooLong = (milliseconds: number): string =>
  `超过 ${milliseconds / 1_000} 秒，已停止；请缩短起止日期或分县（区）查询 Stopped after ${milliseconds / 1_000} s: ask about fewer days or one county`;
