import type { AskedRun, Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';

/** The run that was asked for, if the caller supervises every county it is about; any other does not exist: `run-not-found`. */
export function runOnFile({ run, actor, params }: Facts): AskedRun {
  const runId = params['runId'];
  must(run, 'run-not-found', { runId });
  must(
    run.counties.every((countyCode) => covers(actor, { countyCode })),
    'run-not-found',
    { runId },
  );
  return run;
}
