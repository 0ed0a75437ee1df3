import type * as z from 'zod';
import type { ImportPlan, ImportRequest } from '../../schemas/history-import.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';

/** The number of an import: its county, and what is imported. */
export const importIdOf = ({ manifest, sha256 }: z.infer<typeof ImportRequest>): string =>
  `${manifest.countyCode}-IMP-${sha256.slice(0, 24)}`;

/** The import that was announced; of another county there is none. */
export function importOnFile({ importPlan, actor, params }: Facts): ImportPlan {
  must(importPlan && covers(actor, { countyCode: importPlan.countyCode }), 'import-not-found', {
    importId: params['importId'],
  });
  return importPlan;
}
