import * as z from 'zod';
import { CivilDate } from '../../../schemas/dates.ts';
import { CaseId, CountyCode } from '../../../schemas/ids.ts';
import { countyOf } from '../../law/tenants.ts';
import { querySources } from './generated.ts';
import { queryTexts } from './generated-texts.ts';
import type { QueryParamType, QuerySource } from './query-source.ts';

const shapes: Readonly<Record<QueryParamType, z.ZodType<string>>> = {
  'county-code': CountyCode,
  'case-id': CaseId,
  date: CivilDate,
};

/** A named query with a schema for its parameters: nothing else of a request ever reaches an engine. */
export interface NamedQuery extends Omit<QuerySource, 'params'> {
  readonly params: z.ZodObject<Record<string, z.ZodType<string>>>;
  readonly paramList: QuerySource['params'];
  /** In Athena's dialect, over `events`, `terms` and `cases`. */
  readonly sql: string;
}

const named = ({ params, ...rest }: QuerySource): NamedQuery => ({
  ...rest,
  params: z.strictObject(Object.fromEntries(params.map(({ name, type, text }) => [name, shapes[type].describe(text)]))),
  paramList: params,
  sql: queryTexts[rest.id] ?? '',
});

/** Every named query, by name (design section 4: `AuditSql`). */
export const queryCatalogue: readonly NamedQuery[] = querySources.map(named);

/** A named query, if there is one of that name. */
export const queryNamed = (id: string): NamedQuery | undefined => queryCatalogue.find((query) => query.id === id);

/** The values of the `?` marks, in their order. */
export const valuesFor = (query: NamedQuery, params: Readonly<Record<string, string>>): readonly string[] =>
  query.paramList.map(({ name }) => params[name] ?? '');

/** The county a query is about: its own parameter, else the county of its case; undefined when it names neither. */
export const countyAsked = (query: NamedQuery, params: Readonly<Record<string, string>>): string | undefined => {
  const [about] = query.paramList.filter(({ type }) => type !== 'date');
  const value = about && params[about.name];
  return about?.type === 'case-id' && value ? countyOf(value) : value;
};
