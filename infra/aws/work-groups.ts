import { tenants } from '../../functions/law/tenants.ts';
import { type Breadth, cities, workGroupOf } from '../../functions/shell/lake/ceilings.ts';

/** A workgroup of Athena: whose questions it answers. */
export interface WorkGroup {
  readonly name: string;
  readonly breadth: Breadth;
  /** Stack it stands in: of a city, or of the region with 宁东. */
  readonly place: string;
  /** The county whose named queries are prepared in it. */
  readonly county?: string;
}

/** Counties whose prepared queries stand in one stack: a template takes a megabyte, and each county is a fifth of it. */
const A_STACK = 3;

const cityOf = (code: string): string => cities.find((city) => code.startsWith(city)) ?? 'region';

/** The stack of a county: its city's, in parts of three counties. */
function placeOf(code: string): string {
  const city = cityOf(code);
  const neighbours = tenants.filter((tenant) => cityOf(tenant.code) === city).map((tenant) => tenant.code);
  return `${city}-${Math.floor(neighbours.indexOf(code) / A_STACK) + 1}`;
}

/** One for each tenant, each city and the region. */
export const workGroups: readonly WorkGroup[] = [
  ...tenants.map(({ code }) => ({
    name: workGroupOf([code]),
    breadth: 'county' as const,
    place: placeOf(code),
    county: code,
  })),
  ...cities.map((city) => ({ name: `sunlight-${city}00`, breadth: 'city' as const, place: `${city}-1` })),
  { name: 'sunlight-region', breadth: 'region', place: 'region-1' },
];

/** The tenants' own: all that a docket counts in. */
export const countyWorkGroups: readonly string[] = workGroups.flatMap(({ name, county }) => (county ? [name] : []));
