import type { Household } from '../../schemas/household.ts';
import type { HouseholdMember } from '../../schemas/member.ts';
import { differenceAmount } from './amounts.ts';
import { ageOn, isLongClergy, isSevere } from './household.ts';
import { type PersonIncome, personIncome } from './income.ts';
import type { MeansParameters } from './means-parameters.ts';
import { compare, rational } from './rational.ts';
import { type Citation, cite } from './sources.ts';

export type SinglePersonBasis = 'severe-disability' | 'severe-illness' | 'clergy' | 'unemployed-severe-disability';

/** One member who may be taken in alone; `review` where the law leaves it to a person's judgement. Amount in fen a month. */
export type SinglePerson = {
  readonly person: string;
  readonly basis: SinglePersonBasis;
  readonly entitled: true | 'review';
  readonly amountFen?: number;
  readonly zh: string;
  readonly en: string;
  readonly citation: Citation;
};

/** What the household's own assessment has found before anyone is looked at alone. */
export type SinglePersonQuestion = {
  readonly means: MeansParameters;
  readonly on: string;
  readonly counted: ReadonlySet<string>;
  /** Whether the household is at the edge (BY): the gate of D57 §8(一) and (二). */
  readonly edge: boolean | 'review';
};

const texts: Readonly<Record<SinglePersonBasis, { zh: string; en: string; citation: Citation }>> = {
  'severe-disability': {
    zh: '低保边缘家庭中的重度残疾人或三级智力、精神残疾人，可单独提出申请',
    en: 'Severely disabled member of an edge household may apply alone',
    citation: cite('D57', '§8(一)'),
  },
  'severe-illness': {
    zh: '低保边缘家庭中患有当地认定的重特大疾病的人员，可单独提出申请',
    en: 'Severely ill member of an edge household may apply alone',
    citation: cite('D57', '§8(二)'),
  },
  clergy: {
    zh: '脱离家庭、在宗教场所居住三年以上的宗教教职人员，生活困难的可单独提出申请，由人工认定',
    en: 'Clergy living apart for three years or more may apply alone; a person must judge',
    citation: cite('D57', '§8(三)'),
  },
  'unemployed-severe-disability': {
    zh: '成年无业重度残疾人可参照单人户提出申请，由人工认定',
    en: 'Unemployed severely disabled adult may apply as a single person; a person must judge',
    citation: cite('N83', '一(一)'),
  },
};

/** Work shows in paid wages or months worked; labour ability by itself says nothing (P06). */
const isUnemployed = (member: HouseholdMember): boolean =>
  (member.employedMonths ?? 0) === 0 && !member.income.some((i) => i.kind === 'wage' && i.amountFen > 0);

const basisOf = (
  member: HouseholdMember,
  { on, counted, edge }: SinglePersonQuestion,
): SinglePersonBasis | undefined => {
  if (isLongClergy(member, on)) return 'clergy';
  if (!counted.has(member.person)) return undefined;
  if (edge !== false && isSevere(member.disability)) return 'severe-disability';
  if (edge !== false && member.severeIllness) return 'severe-illness';
  const severeAdult = isSevere(member.disability) && ageOn(member.birthOn, on) >= 18;
  return severeAdult && isUnemployed(member) ? 'unemployed-severe-disability' : undefined;
};

const candidateOf = (
  member: HouseholdMember,
  basis: SinglePersonBasis,
  own: { income: PersonIncome; question: SinglePersonQuestion },
): SinglePerson => {
  const { means, edge } = own.question;
  const sure = edge === true && (basis === 'severe-disability' || basis === 'severe-illness');
  const byIncome = means.singlePersonMode === 'OWN_INCOME';
  return {
    person: member.person,
    basis,
    entitled: sure && byIncome ? true : 'review',
    ...(byIncome && { amountFen: differenceAmount(means, 1, own.income.annual) }),
    ...texts[basis],
  };
};

/**
 * The members of a household that is not entitled as a whole who may be taken in alone (单人户; D57 §8, N83 一(一), reading A4): in an edge
 * household by severe disability or illness; clergy and the unemployed severely disabled adult as a matter for a person. Own income must lie
 * strictly below the standard.
 */
export const singlePersonCandidates = (household: Household, question: SinglePersonQuestion): readonly SinglePerson[] =>
  household.members.flatMap((member) => {
    const basis = basisOf(member, question);
    if (basis === undefined) return [];
    const income = personIncome(member, question.means, question.on);
    const poor = compare(income.annual, rational(question.means.standardFen * 12)) < 0;
    return poor ? [candidateOf(member, basis, { income, question })] : [];
  });
