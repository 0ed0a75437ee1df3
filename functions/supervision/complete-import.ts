import { ImportProgress, ImportStepInput } from '../../schemas/history-import.ts';
import { stateOf } from '../core/facts.ts';
import type { ImportState } from '../core/import-fold.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { importOnFile } from './import-on-file.ts';

/**
 * Records an import whose pieces are all checked: one event, with each file's name, table, hash and rows and the hash of what is stored.
 * The rows can be queried afterwards; asked again it goes on where a crash broke the loading off, and records nothing twice.
 */
export const completeImport = defineStep({
  id: 'supervision.complete-import',
  zh: '完成导入',
  en: 'Complete an import',
  route: 'POST /v1/imports/{importId}/completion',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
  input: ImportStepInput,
  output: ImportProgress,
  status: 202,
  effects: ['load-import'],
  facts: ({ params }) => ({
    importPlan: params['importId'],
    subjects: [{ kind: 'import', id: params['importId'] ?? '' }],
  }),
  decide: (facts, _input, now) => {
    const { checked, loaded: _loaded, ...told } = importOnFile(facts);
    const { importId, pieces } = told;
    const subject = { kind: 'import', id: importId } as const;
    const effect = { kind: 'load-import', importId } as const;
    const reply = (state: ImportProgress['state']): ImportProgress => ({ importId, state, pieces, checked });
    if (stateOf<ImportState>(facts, subject)) return { effect, reply: reply('loading') };
    must(checked === pieces, 'import-not-checked', { importId, checked, pieces });
    const data = { ...told, importedBy: facts.actor.personId, importedAt: now };
    return { event: { type: 'history-imported', data }, subject, effect, reply: reply('recorded') };
  },
});
