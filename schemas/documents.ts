import type * as z from 'zod';
import type { PaperKind } from './paper.ts';
import { changePapers } from './paper-data-changes.ts';
import { decisionPapers } from './paper-data-decision.ts';
import { intakePapers } from './paper-data-intake.ts';
import { investigationPapers } from './paper-data-investigation.ts';
import { programPapers } from './paper-data-programs.ts';
import { supervisionPapers } from './paper-data-supervision.ts';

/** Data of each paper (rulebook section 4): tokens, dates and amounts; names are filled in when the paper is read. */
export const paperData = {
  ...intakePapers,
  ...investigationPapers,
  ...decisionPapers,
  ...changePapers,
  ...programPapers,
  ...supervisionPapers,
} as const satisfies Record<PaperKind, z.ZodType>;

export type PaperData = { readonly [K in PaperKind]: z.infer<(typeof paperData)[K]> };
