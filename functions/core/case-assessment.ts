import type { Assessment } from '../../schemas/assessment.ts';
import type { CaseClass } from '../../schemas/case.ts';
import type { CivilDate, Month } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { ProgramAssessment } from '../../schemas/household-assessment.ts';
import type { Ground, PropertyResult, Verdict } from '../../schemas/means-finding.ts';
import type { FindingPeriod, ProgramGround } from '../../schemas/program-finding.ts';
import type { CareGrade } from '../../schemas/self-care.ts';
import { citedClause } from '../law/cited-clause.ts';
import { countedMembers } from '../law/household.ts';
import { monthAfter } from '../law/programs/gl-rates.ts';
import { assessAll, assessOne } from '../law/programs/index.ts';
import { cite } from '../law/sources.ts';
import type { CaseState } from './case-fold.ts';
import type { Setting } from './setting.ts';

/** What any program's finding says to the acts of a case: the same words whatever the program. Amounts in fen. */
export interface Assessed {
  /** As the law found it: kept with the opinion and the decision. */
  readonly finding: ProgramAssessment;
  readonly entitled: Verdict;
  readonly grounds: readonly (Ground | ProgramGround)[];
  /** A month's money; for temporary assistance the most that may be given at once; 0 for recognition without cash. */
  readonly amountFen: number;
  /** The law fixes no sum: the reviewer sets one, up to the amount above. */
  readonly amountOpen?: true;
  /** Whom a confirmation takes in: a household's counted members, or the one person a program is about. */
  readonly persons: readonly string[];
  readonly property: readonly PropertyResult[];
  readonly class?: CaseClass;
  readonly careGrade?: CareGrade;
  /** Part of the amount that is for care, once self-care is assessed (T43 §20). */
  readonly careFen?: number;
  readonly supportChoice?: 'central' | 'scattered';
  /** First benefit month if confirmed on the day; absent where no month is paid. */
  readonly firstMonth?: Month;
  /** A rate that changes by itself, known on the day of the decision (G16). */
  readonly raise?: { readonly from: Month; readonly amountFen: number };
  readonly period?: FindingPeriod;
  readonly incomeFen?: number;
  readonly standardFen?: number;
}

type About = {
  readonly household: Household;
  readonly applicant: string;
  readonly on: CivilDate;
  /** The applicant alone is to be taken in (D57 §8). */
  readonly alone?: true | undefined;
};

/** Persons who count on a civil date (D57 §7): those a confirmation of a household takes in, all of them (P07). */
export const countedPersons = (household: Household, on: CivilDate): readonly string[] =>
  countedMembers(household, on)
    .filter(({ counted }) => counted)
    .map(({ member }) => member.person);

/** The class a household is shown under where the county pays by tiers: that of its neediest member; none where it pays the difference. */
const classOf = ({ mode, members }: Extract<ProgramAssessment, { mode: string }>): { readonly class?: CaseClass } => {
  if (mode === 'DIFF') return {};
  const best = members.flatMap((member) => (member.counted && member.class ? [member.class] : [])).sort()[0];
  return best ? { class: best } : {};
};

const ofHousehold = (finding: ProgramAssessment, { household, on }: About) => ({
  finding,
  entitled: finding.entitled,
  persons: countedPersons(household, on),
});

/** Programs about one person look at the applicant: another aged or helpless member applies for himself or herself (T43 §10). */
function ofPerson<P extends { readonly person: string; readonly entitled: Verdict; readonly grounds: ProgramGround[] }>(
  finding: ProgramAssessment & {
    readonly persons: readonly P[];
    readonly period: FindingPeriod;
    readonly firstMonth: Month;
  },
  { applicant }: About,
) {
  const person = finding.persons.find((one) => one.person === applicant);
  const { period, firstMonth } = finding;
  const { entitled = false, grounds = [] } = person ?? {};
  return { person, view: { finding, entitled, grounds, persons: [applicant], property: [], period, firstMonth } };
}

/** A household entitled as a whole enters as a whole (P07): nobody of it is taken in alone but clergy (D57 §8). */
const noSinglePerson = {
  entitled: false as const,
  amountFen: 0,
  zh: '不属于可以单独申请的情形，或者整户符合条件应当整户纳入',
  en: 'not a case of D57 §8, or the whole household is entitled and enters as one',
};

/** 单人户: the applicant by D57 §8 in a household that is not entitled as a whole; the amount on the own income, else set by a person (A4). */
function viewAlone(finding: Assessment, { applicant, on }: About): Assessed {
  const candidate = finding.singlePersonCandidates.find(({ person }) => person === applicant);
  const { entitled, zh, en, amountFen } = candidate ?? noSinglePerson;
  const citation = candidate?.citation ?? citedClause(cite('D57', '§8'));
  const { incomeAnnualFen: incomeFen, standardFen } = finding;
  return {
    ...{ finding, entitled, incomeFen, standardFen, property: [] },
    grounds: [{ code: 'alone', passed: entitled, zh, en, citation }],
    persons: [applicant],
    firstMonth: monthAfter(on),
    ...(amountFen === undefined ? { amountFen: standardFen, amountOpen: true as const } : { amountFen }),
  };
}

/** The common view of a finding: which figures of it count for the case, and for whom. */
export function viewOfFinding(finding: ProgramAssessment, about: About): Assessed {
  switch (finding.program) {
    case 'TK': {
      const { person, view } = ofPerson(finding, about);
      const { amountFen = 0, careGrade, careFen = 0, supportChoice } = person ?? {};
      const care = careGrade ? { careGrade, careFen } : {};
      return { ...view, amountFen, ...care, ...(supportChoice && { supportChoice }) };
    }
    case 'GL': {
      const { person, view } = ofPerson(finding, about);
      return { ...view, amountFen: person?.amountFen ?? 0, ...(person?.raise && { raise: person.raise }) };
    }
    case 'BY':
    case 'GX': {
      const { grounds, property, period, incomeAnnualFen: incomeFen } = finding;
      return { ...ofHousehold(finding, about), grounds, amountFen: 0, property, period, incomeFen };
    }
    case 'LS_FAST':
      return { ...ofHousehold(finding, about), grounds: finding.grounds, amountFen: finding.amountFen, property: [] };
    case 'LS_STD':
      return {
        ...ofHousehold(finding, about),
        grounds: finding.grounds,
        amountFen: finding.proposedFen,
        amountOpen: true,
        property: [],
      };
    default: {
      if (about.alone) return viewAlone(finding, about);
      const { grounds, amountFen, property, incomeAnnualFen: incomeFen, standardFen } = finding;
      const firstMonth = monthAfter(about.on);
      return {
        ...ofHousehold(finding, about),
        ...{ grounds, amountFen, property, incomeFen, standardFen, firstMonth },
        ...classOf(finding),
      };
    }
  }
}

/** The means test of a case on a civil date, on the household as it is on file then, whatever its program. */
export function assessCase({ head, parts }: CaseState, setting: Setting, on: CivilDate): Assessed {
  const { household } = parts;
  const { parameters, calendar } = setting;
  const finding = assessOne(household, { program: head.program, parameters, calendar, on });
  return viewOfFinding(finding, { household, applicant: head.applicant, on, alone: head.alone });
}

/**
 * What else the household should be told of, in Chinese: other programs it may be entitled to and members who may apply alone. Offered,
 * never forced, and nothing is opened by it (L39 五(一), G09).
 */
export function offersIn({ head, parts }: CaseState, setting: Setting, on: CivilDate): readonly string[] {
  const { parameters, calendar } = setting;
  const { assessments, offers } = assessAll(parts.household, { programs: [head.program], parameters, calendar, on });
  const alone = assessments.flatMap((one) => ('singlePersonCandidates' in one ? one.singlePersonCandidates : []));
  return [...offers, ...alone].map(({ zh }) => zh);
}
