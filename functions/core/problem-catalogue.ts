import { benefitProblems } from './problems/of-benefits.ts';
import { caseProblems } from './problems/of-cases.ts';
import { conductProblems } from './problems/of-conduct.ts';
import { discoveryProblems } from './problems/of-discovery.ts';
import { drawProblems } from './problems/of-draws.ts';
import { fundProblems } from './problems/of-funds.ts';
import { powerProblems } from './problems/of-powers.ts';
import { procedureProblems } from './problems/of-procedure.ts';
import { reportProblems } from './problems/of-reports.ts';
import { requestProblems } from './problems/of-requests.ts';
import { setUpProblems } from './problems/of-set-up.ts';
import type { Refusal } from './problems/refusal.ts';

/**
 * The refusals this system can give. Callers switch on the code; it never changes meaning.
 * `recorded` refusals (powers, separation, prohibitions, evidence) are also kept as a `refused-attempt` (design decision 11).
 */
const catalogue = {
  ...requestProblems,
  ...caseProblems,
  ...powerProblems,
  ...procedureProblems,
  ...fundProblems,
  ...benefitProblems,
  ...reportProblems,
  ...conductProblems,
  ...discoveryProblems,
  ...setUpProblems,
  ...drawProblems,
} as const;

export type ProblemCode = keyof typeof catalogue;
/** Every refusal by its code: HTTP status, wording, advice, and the rule behind it. */
export const problems: Readonly<Record<ProblemCode, Refusal>> = catalogue;
