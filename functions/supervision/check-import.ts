import { ImportProgress, ImportStepInput } from '../../schemas/history-import.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { importOnFile } from './import-on-file.ts';

const ADDRESS_LIVES = 15 * 60_000;

/**
 * Gives addresses for pieces that are not there, else checks those that are, as far as one call comes: hash, columns, and every row again
 * by the rules the files were checked by. The caller's own check is never taken for it.
 */
export const checkImport = defineStep({
  id: 'supervision.check-import',
  zh: '检查导入数据',
  en: 'Check the pieces of an import',
  route: 'POST /v1/imports/{importId}/check',
  provision: [cite('PIPL', '§6')],
  input: ImportStepInput,
  output: ImportProgress,
  status: 202,
  effects: ['check-import'],
  facts: ({ params }) => ({ importPlan: params['importId'] }),
  decide: (facts, _input, now) => {
    const { importId, pieces } = importOnFile(facts);
    const expiresAt = new Date(Date.parse(now) + ADDRESS_LIVES).toISOString();
    const reply: ImportProgress = { importId, state: 'checking', pieces };
    return { effect: { kind: 'check-import', importId, expiresAt }, reply };
  },
});
