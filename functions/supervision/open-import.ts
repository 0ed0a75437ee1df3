import { ImportProgress, ImportRequest, MOST_PIECES } from '../../schemas/history-import.ts';
import { stateOf } from '../core/facts.ts';
import type { ImportState } from '../core/import-fold.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { importIdOf } from './import-on-file.ts';

/**
 * Announces the history of an older system: files, and the pieces they were cut into. Nothing of it can be queried until it is complete.
 * The number follows from what is imported: the same again is the same import.
 */
export const openImport = defineStep({
  id: 'supervision.open-import',
  zh: '申请导入历史数据',
  en: 'Open an import of history',
  route: 'POST /v1/imports',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
  input: ImportRequest,
  output: ImportProgress,
  status: 202,
  effects: ['open-import'],
  facts: ({ input }) => ({ subjects: [{ kind: 'import', id: importIdOf(input) }] }),
  decide: (facts, input) => {
    const { countyCode, files } = input.manifest;
    must(covers(facts.actor, { countyCode }), 'division-not-yours', { countyCode });
    const pieces = files.reduce((sum, file) => sum + file.pieces.length, 0);
    must(pieces <= MOST_PIECES, 'input-invalid', {
      errors: [{ path: 'manifest.files', message: `至多 ${MOST_PIECES} 份，请分批导入 import it in parts` }],
    });
    const wrong = files.find((file) => file.pieces.reduce((sum, { rows }) => sum + rows, 0) !== file.rows);
    must(!wrong, 'input-invalid', {
      errors: [{ path: 'manifest.files', message: `${wrong?.file} 行数不符 rows of the pieces do not add up` }],
    });
    const importId = importIdOf(input);
    const known = stateOf<ImportState>(facts, { kind: 'import', id: importId });
    const reply: ImportProgress = { importId, state: known ? 'recorded' : 'open', pieces };
    return known ? { reply } : { effect: { kind: 'open-import', importId, ...input }, reply };
  },
});
