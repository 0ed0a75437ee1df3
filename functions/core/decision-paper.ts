import type { CaseClass } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { CareGrade } from '../../schemas/self-care.ts';
import { decisionClauses } from '../law/decision-clauses.ts';
import { type Citation, cite, citeText } from '../law/sources.ts';
import { orderCited, orderOf } from './appeal-order.ts';
import { type Assessed, coveredOn } from './assessed.ts';
import { offersIn } from './case-assessment.ts';
import { delegationOf, inForce, theCase } from './facts.ts';
import { type Draft, type Issuing, issuePapers } from './paper.ts';
import { remedyText } from './remedy-text.ts';
import { cycleMonths } from './reverification-term.ts';

/** A decision as far as its paper tells of it. */
export interface Decided {
  readonly result: 'confirmed' | 'not-confirmed';
  readonly amountFen: number;
  readonly class?: CaseClass | undefined;
  readonly firstMonth?: string | undefined;
  readonly grounds: readonly string[];
  readonly reasons: readonly string[];
  readonly careGrade?: CareGrade | undefined;
  readonly validUntil?: CivilDate | undefined;
  readonly assessed: Assessed;
}

/** The paper of a decision: W20 for a confirmation, W21 for a denial with facts, computation, clauses, offers and the county's remedy text. */
export function decisionPaper(issuing: Issuing, decided: Decided, serveBy: CivilDate | undefined): readonly Paper[] {
  const draft = decided.result === 'confirmed' ? confirmation(issuing, decided) : denial(issuing, decided);
  return issuePapers(issuing, [{ ...draft, serveBy }]);
}

const clausesOf = ({ facts, on, by = 'township' }: Issuing, { result }: Decided): readonly Citation[] =>
  decisionClauses(theCase(facts).head.program, { on, by, result });

function confirmation(issuing: Issuing, decided: Decided): Draft {
  const { facts, on, townshipCode } = issuing;
  const state = theCase(facts);
  const { program, applicant } = state.head;
  const delegation = delegationOf(facts, program, townshipCode);
  const basis = inForce(delegation, on) ? delegation.legalBasis : undefined;
  return {
    kind: 'W20',
    to: applicant,
    clauses: clausesOf(issuing, decided),
    data: {
      program,
      members: coveredOn(state, on).length,
      persons: [...coveredOn(state, on)],
      amountFen: decided.amountFen,
      ...grantedText(decided),
      ...(program.startsWith('LS') || decided.validUntil
        ? {}
        : { reverifyMonths: cycleMonths(state, issuing.setting, on) }),
      ...orderCited(orderOf(state)),
      delegation: basis ? `${basis.title}（${basis.documentNo}）` : '',
    },
  };
}

/** What is granted beside the amount, as far as the program has it. */
const grantedText = ({ firstMonth, careGrade, validUntil, assessed, ...decided }: Decided) => ({
  ...(decided.class ? { class: decided.class } : {}),
  firstMonth: firstMonth ?? ('' as const),
  ...(careGrade ? { careGrade } : {}),
  ...(assessed.careFen === undefined ? {} : { careFen: assessed.careFen }),
  ...(assessed.supportChoice ? { support: assessed.supportChoice } : {}),
  ...(assessed.raise ? { raise: assessed.raise } : {}),
  ...(validUntil ? { validUntil } : {}),
});

function denial(issuing: Issuing, decided: Decided): Draft {
  const { grounds, reasons, assessed } = decided;
  const { facts, setting, on } = issuing;
  const { program, applicant } = theCase(facts).head;
  const behind = assessed.grounds.filter(({ passed, code }) => passed === false || grounds.includes(code));
  const covered = grounds.includes('already-covered') ? [citeText(cite('D57', '§4', 'unsure'))] : [];
  const remedy = remedyText(issuing, 'W21');
  return {
    kind: 'W21',
    to: applicant,
    clauses: clausesOf(issuing, decided),
    data: {
      program,
      reasons: [...reasons],
      computation: [...assessed.finding.computation],
      clauses: [...new Set([...behind.map(({ citation }) => citation.text), ...covered])],
      offers: [...offersIn(theCase(facts), setting, on)],
      ...orderCited(orderOf(theCase(facts))),
      remedy,
    },
  };
}
