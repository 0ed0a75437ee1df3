import type { Household } from '../../../schemas/household.ts';
import type { HouseholdMember } from '../../../schemas/member.ts';
import type { ParameterRecord } from '../../../schemas/parameter.ts';
import type { TkAssessment, TkPerson } from '../../../schemas/tk-assessment.ts';
import { addMonths } from '../civil-day.ts';
import { yuan } from '../rational.ts';
import { findingPeriod } from '../reverification.ts';
import { careGrade, failedIndicators } from '../self-care.ts';
import { lawPackOn } from '../sources.ts';
import { allOf, anyOf } from '../verdict.ts';
import {
  exclusionGrounds,
  hukouGround,
  incomeGround,
  labourGround,
  obligorGround,
  propertyGround,
  type TkQuestion,
} from './tk-grounds.ts';
import { tkObligors } from './tk-obligors.ts';
import { resolveTk, type TkParameters } from './tk-parameters.ts';

/** The care standard of a grade is paid only after the assessment (T43 §20): until then nothing stands in for it. */
const careOf = ({ selfCare }: HouseholdMember, tk: TkParameters) => {
  if (selfCare === undefined) return { careFen: 0 };
  const failed = failedIndicators(selfCare);
  const grade = careGrade(failed);
  return { failedIndicators: failed, careGrade: grade, careFen: tk.careFen[grade] };
};

const personOf = (question: TkQuestion): TkPerson => {
  const { household, member, tk } = question;
  const obligors = tkObligors(question);
  const grounds = [
    labourGround(question),
    incomeGround(question),
    propertyGround(question),
    obligorGround(obligors, household.obligors !== undefined),
    ...exclusionGrounds(question),
    hukouGround(question),
  ];
  const entitled = allOf(grounds.map(({ passed }) => passed));
  const care = careOf(member, tk);
  const paid = entitled === false ? { basicFen: 0, careFen: 0 } : { basicFen: tk.basicFen, careFen: care.careFen };
  return {
    person: member.person,
    entitled,
    grounds,
    obligors,
    ...care,
    ...paid,
    amountFen: paid.basicFen + paid.careFen,
    ...(member.supportChoice && { supportChoice: member.supportChoice }),
  };
};

const graded: Readonly<Record<string, string>> = {
  able: '具备自理能力',
  'partly-lost': '部分丧失自理能力',
  'wholly-lost': '完全丧失自理能力',
};

const computationOf = (person: TkPerson, number: number): string[] => {
  const heading = `第 ${number} 人：${person.grounds.map(({ zh }) => zh).join('；')}`;
  if (person.entitled === false) return [heading, '不符合特困人员条件，无救助供养金额'];
  const care =
    person.careGrade === undefined
      ? '生活自理能力尚未评估，照料护理标准待定'
      : `六项指标中 ${person.failedIndicators} 项未达到，${graded[person.careGrade]}`;
  const sum = `月救助供养金额 = 基本生活标准 ${yuan(person.basicFen)} + 照料护理标准 ${yuan(person.careFen)} = ${yuan(person.amountFen)} 元`;
  return [heading, care, person.entitled === 'review' ? `${sum}（暂算，待人工核实）` : sum];
};

/** Who is looked at: the applicant, and every listed member without labour ability or already in 特困. */
const candidates = (household: Household, tk: TkParameters, on: string): readonly TkQuestion[] =>
  household.members
    .map((member) => ({ household, member, tk, on }))
    .filter(
      (question) =>
        question.member.relation === '01' ||
        question.member.receives?.includes('TK') ||
        labourGround(question).passed === true,
    );

/**
 * Assesses the persons of a household for 特困 (LAW §16–17; T43 §4–9, §21–22): three cumulative tests, exclusions, care grade. Amounts in fen
 * a month: basic standard and care standard, the latter only once self-care is assessed. `on` is a civil date.
 * @throws RangeError if the program is closed (ask `missingFor` first) or `on` lies before 2021-07-01.
 */
export const assessTk = (
  household: Household,
  { parameters, on }: { readonly parameters: readonly ParameterRecord[]; readonly on: string },
): TkAssessment => {
  const tk = resolveTk(parameters, household, on);
  const { period, id } = findingPeriod(parameters, { program: 'TK', on });
  const persons = candidates(household, tk, on).map(personOf);
  return {
    program: 'TK',
    on,
    lawPack: lawPackOn(on),
    entitled: anyOf(persons.map(({ entitled }) => entitled)),
    persons,
    firstMonth: addMonths(`${on.slice(0, 7)}-01`, 1).slice(0, 7),
    period,
    parameterIds: [...new Set([...tk.ids, id])].sort(),
    exampleData: tk.exampleData,
    computation: [
      ...persons.flatMap((person, i) => computationOf(person, i + 1)),
      ...(tk.exampleData ? ['演示数据·非真实标准'] : []),
    ],
  };
};
