import type { Facts } from '../core/facts.ts';
import { Problem } from '../core/problem.ts';
import type { Step } from '../core/step.ts';
import type { Request } from './http.ts';

/** `If-Match` where the step demands it, and wherever it is given (design section 6). */
export function checkVersion<I, R>(step: Step<I, R>, request: Request, facts: Facts): void {
  const given = request.headers['if-match'];
  if (given === undefined) {
    if (step.ifMatch) throw new Problem('if-match-missing');
    return;
  }
  const version = facts.case?.version;
  if (version !== undefined && given !== `"${version}"`)
    throw new Problem('version-stale', { currentVersion: version });
}
