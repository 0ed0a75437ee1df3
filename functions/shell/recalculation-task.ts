import type { Recalculation } from '../../schemas/recalculation.ts';
import { applyStandard } from '../review/apply-standard.ts';
import { advanceRecalculation } from '../supervision/advance-recalculation.ts';
import { asClock } from './as-clock.ts';
import { subjectsOf, worklist } from './keys.ts';
import type { Ports } from './ports.ts';

const PAGE = 100;

/**
 * Walks every open recomputation of a county to its end, page by page of the benefits on record (提标). Interrupted, it goes on after the
 * last page noted; a household done twice is left as it is. Answers how many households were walked.
 */
export async function recalculateTask(ports: Ports, countyCode: string): Promise<number> {
  const { items } = await ports.store.index('k', subjectsOf(countyCode, 'recalculation'), { limit: PAGE });
  let walked = 0;
  for (const { record } of items) {
    const { head } = record as { readonly head: Recalculation };
    if (head.status === 'open') walked += await walkThrough(ports, head);
  }
  return walked;
}

async function walkThrough(ports: Ports, run: Recalculation): Promise<number> {
  const { countyCode, parameterId } = run;
  let from = run.lastCaseId;
  let walked = 0;
  for (;;) {
    const page = await ports.store.index('w', worklist(countyCode, 'benefits'), {
      limit: PAGE,
      ...(from ? { from } : {}),
    });
    const cases = page.items.map(({ w }) => w?.sk ?? '').filter((caseId) => caseId !== '' && caseId !== from);
    for (const caseId of cases)
      await asClock(ports, applyStandard, {
        countyCode,
        input: { caseId, parameterId },
        key: `standard-${caseId}-${parameterId}`,
      });
    const last = cases.at(-1);
    const done = page.cursor === undefined;
    await asClock(ports, advanceRecalculation, {
      countyCode,
      input: { countyCode, parameterId, cases: cases.length, done, ...(last ? { lastCaseId: last } : {}) },
      key: `recalculate-${run.recalculationId}-${last ?? 'end'}-${done}`,
    });
    walked += cases.length;
    if (done) return walked;
    from = last ?? from;
  }
}
