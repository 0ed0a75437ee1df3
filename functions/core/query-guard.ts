import type { CaseHead } from '../../schemas/case.ts';
import { isQueryable } from '../law/procedure.ts';
import { must } from './problem.ts';

/** Financial data are queried only for a case between acceptance and decision, or while a check runs (P08, LAW §70(6), PIPL §6; B10). */
export const mustBeQueryable = ({ caseId, status, acceptedOn }: CaseHead): void =>
  must(acceptedOn !== undefined && isQueryable(status), 'query-without-active-case', { caseId, status });
