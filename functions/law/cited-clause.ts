import type { CitedClause } from '../../schemas/means-finding.ts';
import { type Citation, citeText } from './sources.ts';

/** A citation with the Chinese text papers print, so that a caller needs no table of sources. */
export const citedClause = (citation: Citation): CitedClause => ({ ...citation, text: citeText(citation) });
