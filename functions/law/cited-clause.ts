import type { CitedClause } from '../../schemas/means-finding.ts';
import { type Citation, cite, citeText, layersOn } from './sources.ts';

/** A citation with the Chinese text papers print, so that a caller needs no table of sources. */
export const citedClause = (citation: Citation): CitedClause => ({ ...citation, text: citeText(citation) });

/** The clause of the Social Assistance Law from the day it is in force, the older text before (rulebook 0.4). Throws RangeError before 2021-07-01. */
export const citedOn = (on: string, clauseOfLaw: string, older: Citation): CitedClause =>
  citedClause(layersOn(on).includes('LAW') ? cite('LAW', clauseOfLaw) : older);
