import type { Household } from '../../../schemas/household.ts';
import type { ClosedProgram, ProgramAssessment, ProgramOffer } from '../../../schemas/household-assessment.ts';
import type { DbProgram, Program } from '../../../schemas/program.ts';
import { countedMembers } from '../household.ts';
import { missingFor } from '../program-parameters.ts';
import { allOf, anyOf, type Verdict } from '../verdict.ts';
import { assessBy } from './by.ts';
import { assessDb } from './db.ts';
import { areaProgram } from './findings.ts';
import { assessGl } from './gl.ts';
import { assessGx } from './gx.ts';
import { assessLsFast, assessLsStd, type LsQuestion } from './ls.ts';
import { offerAlone, offerOf } from './offers.ts';
import { assessTk } from './tk.ts';

/** Which programs are asked, under which parameters and on which civil date (the decision day; rulebook 0.4). */
export type ProgramsQuestion = LsQuestion & {
  /** The program of 低保 of the area if absent. */
  readonly programs?: readonly Program[] | undefined;
};

/** The findings in the order asked, what is closed and why, and what the household should be told of. */
export type ProgramsAnswer = {
  readonly assessments: ProgramAssessment[];
  readonly closed: ClosedProgram[];
  readonly offers: ProgramOffer[];
};

type Found = ReadonlyMap<Program, ProgramAssessment>;

const verdictOf = (found: Found, program: Program): Verdict => found.get(program)?.entitled ?? false;

/** 特困 is a matter of persons: it stands above the household's tiers only where it takes in everybody who counts (A14). */
const tkOfAll = (household: Household, found: Found, on: string): Verdict => {
  const tk = found.get('TK');
  if (tk?.program !== 'TK') return false;
  const counted = countedMembers(household, on).filter((one) => one.counted);
  const verdicts = counted.map(
    ({ member }) => tk.persons.find((one) => one.person === member.person)?.entitled ?? false,
  );
  return verdicts.length > 0 && allOf(verdicts);
};

const recognised = (household: Household, found: Found): Verdict => {
  const received = household.members.some(({ receives = [] }) =>
    (['TK', 'DB', 'BY', 'GX'] as const).some((aid) => receives.includes(aid)),
  );
  const tiers = ['TK', areaProgram(household), 'BY', 'GX'] as const;
  return anyOf([received, ...tiers.map((program) => verdictOf(found, program))]);
};

/** What fast aid takes on already; nothing where it was not asked for, since it is offered, never forced. */
const fastFen = (found: Found, asked: readonly Program[]): number => {
  const fast = found.get('LS_FAST');
  return fast?.program === 'LS_FAST' && asked.includes('LS_FAST') ? fast.amountFen : 0;
};

type Assess = (found: Found) => ProgramAssessment;

/** Each program and what it rests on, in the order of evaluation: a later one may look at the earlier ones (L39 五(一), rulebook 2). */
const inOrder = (household: Household, question: ProgramsQuestion, asked: readonly Program[]) => {
  const { parameters, on } = question;
  const area = areaProgram(household);
  const db =
    (program: DbProgram): Assess =>
    () =>
      assessDb(household, { program, parameters, on });
  const tiers = (found: Found): Verdict =>
    anyOf([tkOfAll(household, found, on), verdictOf(found, area), verdictOf(found, 'BY')]);
  const other: DbProgram = area === 'DB_URBAN' ? 'DB_RURAL' : 'DB_URBAN';
  const order: readonly (readonly [Program, Assess])[] = [
    ['TK', () => assessTk(household, question)],
    [area, db(area)],
    ...(asked.includes(other) ? [[other, db(other)] as const] : []),
    ['BY', (found) => assessBy(household, question, verdictOf(found, area))],
    ['GX', (found) => assessGx(household, question, tiers(found))],
    ['GL', () => assessGl(household, question)],
    ['LS_FAST', () => assessLsFast(household, question)],
    [
      'LS_STD',
      (found) =>
        assessLsStd(household, question, {
          fastFen: fastFen(found, asked),
          recognised: recognised(household, found),
        }),
    ],
  ];
  return order;
};

/** What the verdict of a program rests on beside the household: the programs before it in the order of evaluation. */
const restsOn = (program: Program, area: DbProgram): readonly Program[] => {
  const before: Partial<Record<Program, readonly Program[]>> = {
    BY: [area],
    GX: ['TK', area, 'BY'],
    LS_STD: ['TK', area, 'BY', 'GX'],
  };
  return before[program] ?? [];
};

/**
 * Assesses one program, and before it only what its verdict rests on; a closed one of those counts as not given. Amounts in fen.
 * @throws RangeError if the program itself is closed (ask `missingFor` first) or `on` lies before 2021-07-01.
 */
export const assessOne = (
  household: Household,
  { program, ...question }: LsQuestion & { readonly program: Program },
): ProgramAssessment => {
  const needed = new Set<Program>([program, ...restsOn(program, areaProgram(household))]);
  const found = new Map<Program, ProgramAssessment>();
  const open = (one: Program): boolean =>
    one === program ||
    missingFor(question.parameters, one, { area: household.urbanRural, on: question.on }).length === 0;
  for (const [one, assess] of inOrder(household, question, [program]))
    if (needed.has(one) && open(one)) found.set(one, assess(found));
  const finding = found.get(program);
  if (!finding) throw new RangeError(`${program} is not in the order of evaluation`);
  return finding;
};

/** Single persons where nobody asked for 低保 and the household is not entitled as a whole; who asked reads them in its assessment. */
const aloneOffer = (household: Household, found: Found, by: { asked: readonly Program[]; on: string }) => {
  const area = areaProgram(household);
  const db = found.get(area);
  if (by.asked.includes(area) || db?.program !== area || db.entitled !== false) return [];
  const best = anyOf(db.singlePersonCandidates.map(({ entitled }) => entitled));
  return best === false ? [] : [offerAlone(area, best, by.on)];
};

/** The best household tier that was not asked for, and what stands beside the tiers; nothing that a program asked for already gives. */
const offered = (household: Household, found: Found, by: { asked: readonly Program[]; on: string }) => {
  const { asked, on } = by;
  const tiers: readonly Program[] = [areaProgram(household), 'BY', 'GX'];
  const covered = tkOfAll(household, found, on) === true;
  const tier = covered ? undefined : tiers.find((program) => verdictOf(found, program) !== false);
  const fast = found.get('LS_FAST');
  const rest = asked.includes('LS_FAST') || fast?.program !== 'LS_FAST' || fast.remainderFen > 0;
  const offers = (programs: readonly Program[]) =>
    programs
      .filter((program) => !asked.includes(program) && verdictOf(found, program) !== false)
      .map((program) => offerOf(program, verdictOf(found, program), on));
  return [
    ...offers(['TK']),
    ...aloneOffer(household, found, by),
    ...offers(tier ? [tier] : []),
    ...offers(['GL', 'LS_FAST', ...(rest ? (['LS_STD'] as const) : [])]),
  ];
};

/**
 * One application, evaluated for all (L39 五(一); rulebook 2): 特困, 低保 with its single persons, edge, rigid expenditure, old-age allowance,
 * temporary assistance, each knowing the ones before. Answers the programs asked for; a closed one says what is missing and stops no
 * other. Whatever else the household may be entitled to is offered, never forced. Amounts in fen, `on` a civil date.
 * @throws RangeError if `on` lies before 2021-07-01.
 */
export const assessAll = (household: Household, question: ProgramsQuestion): ProgramsAnswer => {
  const { parameters, on } = question;
  const asked = [...new Set(question.programs ?? [areaProgram(household)])];
  const found = new Map<Program, ProgramAssessment>();
  const missing = new Map<Program, readonly string[]>();
  for (const [program, assess] of inOrder(household, question, asked)) {
    const lacks = missingFor(parameters, program, { area: household.urbanRural, on });
    if (lacks.length === 0) found.set(program, assess(found));
    else missing.set(program, lacks);
  }
  return {
    assessments: asked.flatMap((program) => found.get(program) ?? []),
    closed: asked.flatMap((program) => {
      const lacks = missing.get(program);
      return lacks ? [{ program, missing: [...lacks] }] : [];
    }),
    offers: offered(household, found, { asked, on }),
  };
};
