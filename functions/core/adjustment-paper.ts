import type { Proposal } from '../../schemas/management.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { Program } from '../../schemas/program.ts';
import { adjustmentClauses } from '../law/adjustment-clauses.ts';
import { citeText } from '../law/sources.ts';
import type { Heard } from './adjustment-guards.ts';
import { theCase } from './facts.ts';
import { recipientOf } from './managed.ts';
import { type Issuing, issuePapers } from './paper.ts';
import { remedyText } from './remedy-text.ts';

/** A decision about the amount as its paper tells of it. */
export interface AdjustmentTold {
  readonly proposal: Proposal;
  readonly reasons: readonly string[];
  readonly fromMonth: string;
  readonly heard: Heard | undefined;
  readonly serveBy: string | undefined;
}

const heardTexts: Readonly<Record<Heard['form'], string>> = {
  heard: '已听取陈述意见并作出回应',
  waived: '已书面放弃陈述意见',
  'nobody-left': '家庭成员均已死亡，无人可陈述意见',
  'window-over': '告知书送达后在规定期限内未提出意见',
};

/** What came of the views, for papers against the household. */
export const heardOnPaper = (heard: Heard | undefined, reasons: readonly string[]) =>
  heard === undefined
    ? {}
    : {
        heard: {
          on: heard.on,
          waived: heard.form === 'waived',
          ...(heard.form === 'nobody-left' ? { nobodyLeft: true } : {}),
          taken: [heardTexts[heard.form], ...reasons].join('；').slice(0, 2000),
        },
      };

/** Whoever loses 特困 is told where else to turn; the choice is the person's (T43 §27). */
const offersOf = (program: Program | string, { result }: Proposal): readonly string[] =>
  program === 'TK' && result === 'stop'
    ? ['符合条件的，可申请最低生活保障、临时救助等其他社会救助，由本人自愿决定']
    : [];

/**
 * The paper of an increase, reduction or stop (W25; LAW §48, D57 §32): old and new amount, month, reasons, and the remedy the county worded.
 * Where everybody of the household has died it stays on file, for there is nobody to serve it on.
 */
export function adjustmentPaper(issuing: Issuing, told: AdjustmentTold): readonly Paper[] {
  const { facts, on } = issuing;
  const state = theCase(facts);
  const { program } = state.head;
  const { proposal, fromMonth, heard, serveBy } = told;
  const clauses = adjustmentClauses(proposal, { program, on });
  const form = proposal.result === 'increase' || proposal.result === 'stop' ? proposal.result : 'reduce';
  return issuePapers(issuing, [
    {
      kind: 'W25',
      to: heard?.form === 'nobody-left' ? 'file' : recipientOf(state, on),
      serveBy,
      clauses,
      data: {
        form,
        program,
        facts: proposal.facts,
        reasons: [...proposal.reasons, ...told.reasons, ...offersOf(program, proposal)],
        clauses: clauses.map(citeText),
        computation: proposal.computation,
        oldAmountFen: proposal.oldAmountFen,
        newAmountFen: proposal.amountFen,
        fromMonth,
        ...heardOnPaper(heard, told.reasons),
        remedy: remedyText(issuing, 'W25'),
      },
    },
  ]);
}
