import { tenants } from '../../law/tenants.ts';
import { sha256 } from '../hash.ts';
import { type LakeScope, withLake } from '../lake-sql.ts';

/**
 * What a named query is called in the workgroup of a county: by its text as well, so that what is prepared and what is asked can never be
 * two texts. Undefined where nothing is prepared: texts of askers, and questions about several counties.
 */
export function preparedName(
  { named, sql }: { readonly named?: string | undefined; readonly sql: string },
  scope: LakeScope,
): string | undefined {
  const [county, ...more] = scope.counties;
  if (named === undefined || more.length > 0 || !tenants.some(({ code }) => code === county)) return undefined;
  return `${named.replaceAll('-', '_')}_${sha256(Buffer.from(withLake(sql, scope))).slice(0, 12)}`;
}
