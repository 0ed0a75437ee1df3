import type { Assessment } from '../../schemas/assessment.ts';
import type { CaseClass } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Paper } from '../../schemas/paper.ts';
import { type Citation, cite, citeText, layersOn } from '../law/sources.ts';
import { countedOn } from './assessed.ts';
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
  readonly assessment: Assessment;
}

/** The paper of a decision: W20 for a confirmation, W21 for a denial with facts, computation, clauses, offers and the county's remedy text. */
export function decisionPaper(issuing: Issuing, decided: Decided, serveBy: CivilDate | undefined): readonly Paper[] {
  const draft = decided.result === 'confirmed' ? confirmation(issuing, decided) : denial(issuing, decided);
  return issuePapers(issuing, [{ ...draft, serveBy }]);
}

/** The layers in force on the day of the decision, the strongest first (rulebook 0.4). */
function clausesOf({ on, by }: Issuing): readonly Citation[] {
  return [
    ...(layersOn(on).includes('LAW') ? [cite('LAW', '§45')] : []),
    cite('D57', '§21'),
    by === 'county' ? cite('D57', '§22') : cite('N83', '四(一)'),
  ];
}

function confirmation(issuing: Issuing, decided: Decided): Draft {
  const { facts, on, townshipCode } = issuing;
  const state = theCase(facts);
  const { program, applicant } = state.head;
  const delegation = delegationOf(facts, program, townshipCode);
  const basis = inForce(delegation, on) ? delegation.legalBasis : undefined;
  return {
    kind: 'W20',
    to: applicant,
    clauses: clausesOf(issuing),
    data: {
      program,
      members: countedOn(state, on).length,
      persons: [...countedOn(state, on)],
      ...(decided.class ? { class: decided.class } : {}),
      amountFen: decided.amountFen,
      firstMonth: decided.firstMonth ?? '',
      reverifyMonths: cycleMonths(state, issuing.setting, on),
      delegation: basis ? `${basis.title}（${basis.documentNo}）` : '',
    },
  };
}

function denial(issuing: Issuing, { grounds, reasons, assessment }: Decided): Draft {
  const { facts, setting, on } = issuing;
  const { program, applicant } = theCase(facts).head;
  const behind = assessment.grounds.filter(({ passed, code }) => passed === false || grounds.includes(code));
  const covered = grounds.includes('already-covered') ? [citeText(cite('D57', '§4', 'unsure'))] : [];
  const remedy = remedyText(setting, 'remedy.W21', { program, on });
  return {
    kind: 'W21',
    to: applicant,
    clauses: clausesOf(issuing),
    data: {
      program,
      reasons: [...reasons],
      computation: [...assessment.computation],
      clauses: [...new Set([...behind.map(({ citation }) => citation.text), ...covered])],
      offers: [...assessment.offers, ...assessment.singlePersonCandidates].map(({ zh }) => zh),
      remedy,
    },
  };
}
