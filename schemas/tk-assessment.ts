import * as z from 'zod';
import { Month } from './dates.ts';
import { PersonToken } from './ids.ts';
import { bilingual, CitedClause, clauseExample, personExample, Verdict } from './means-finding.ts';
import { FenAmount } from './money.ts';
import { FindingPeriod, finding, findingExample, ProgramGround } from './program-finding.ts';
import { Relation } from './relation.ts';
import { CareGrade } from './self-care.ts';

/** What is found about one legal obligor. `unable` passes the third test, `able` fails it (T43 §8). */
export const ObligorFinding = z
  .strictObject({
    relation: Relation.describe('义务人是该人的何人 What the obligor is to the person'),
    inHousehold: z.boolean().describe('在册成员 Listed in the household'),
    ability: z.enum(['able', 'unable', 'review']).describe('有能力、无能力、须人工核实 Able, unable or to be settled'),
    ...bilingual,
    citation: CitedClause,
  })
  .meta({
    id: 'ObligorFinding',
    description: '法定义务人认定 Finding on an obligor',
    examples: [
      {
        relation: '20',
        inHousehold: false,
        ability: 'able',
        zh: '子：未见无履行义务能力的情形',
        en: 'no ground of inability',
        citation: clauseExample,
      },
    ],
  });
export type ObligorFinding = z.infer<typeof ObligorFinding>;

/** One person looked at for 特困. Amounts in fen a month; 0 where not entitled, provisional under review. */
export const TkPerson = z
  .strictObject({
    person: PersonToken,
    entitled: Verdict,
    grounds: z.array(ProgramGround).describe('认定依据 Grounds'),
    obligors: z.array(ObligorFinding).describe('法定义务人 Obligors'),
    failedIndicators: z
      .int()
      .min(0)
      .max(6)
      .optional()
      .describe('自理能力未达标项数，缺省为未评估 Indicators not achieved, absent while not assessed'),
    careGrade: CareGrade.optional(),
    basicFen: FenAmount.describe('基本生活标准（分） Basic living standard in fen'),
    careFen: FenAmount.describe('照料护理标准（分），未评估为 0 Care standard in fen, 0 while not assessed'),
    amountFen: FenAmount.describe('合计（分/月） Total in fen a month'),
    supportChoice: z
      .enum(['central', 'scattered'])
      .optional()
      .describe('本人选择的供养方式：集中或分散 Support the person chose'),
  })
  .meta({
    id: 'TkPerson',
    description: '特困人员认定 Person looked at for 特困',
    examples: [
      {
        person: personExample,
        entitled: true,
        grounds: [],
        obligors: [],
        failedIndicators: 3,
        careGrade: 'partly-lost',
        basicFen: 67600,
        careFen: 40000,
        amountFen: 107600,
      },
    ],
  });
export type TkPerson = z.infer<typeof TkPerson>;

/** 特困人员 (LAW §16–17; T43): persons, not households. `entitled` is the best verdict among them. */
export const TkAssessment = z
  .strictObject({
    program: z.literal('TK'),
    ...finding,
    persons: z.array(TkPerson).describe('申请人及无劳动能力的成员 The applicant and who has no labour ability'),
    firstMonth: Month.describe('当日确认时的起始月 First month if confirmed on the day'),
    period: FindingPeriod,
  })
  .meta({
    id: 'TkAssessment',
    description: '特困人员评估 Assessment for 特困',
    examples: [
      {
        program: 'TK',
        ...findingExample,
        persons: [],
        firstMonth: '2026-11',
        period: { kind: 'reverify', months: 12, citation: clauseExample },
      },
    ],
  });
export type TkAssessment = z.infer<typeof TkAssessment>;
