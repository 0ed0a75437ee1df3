import type { CivilDate } from '../../schemas/dates.ts';
import type { Divisions } from '../../schemas/divisions.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import { type Calendar, calendarOf } from '../law/calendar.ts';
import { parameterOn, resolveClocks, unwordedWithoutGovernment } from '../law/parameters.ts';
import { missingFor as missingForProgram, standardKey } from '../law/program-parameters.ts';
import type { CountyState } from './county-fold.ts';
import { delegationOf, type Facts, inForce } from './facts.ts';
import { Problem } from './problem.ts';

/** The county's law in force for a program on a day: what terms, amounts and papers are computed under. */
export interface Setting {
  readonly calendar: Calendar;
  /** Length of every term by parameter key (working days unless the key says otherwise). */
  readonly clocks: Readonly<Record<string, number>>;
  readonly parameters: readonly ParameterRecord[];
  readonly divisions: Divisions;
  /** True when an invented standard is used: papers then carry 演示数据·非真实标准. */
  readonly example: boolean;
}

const closed = (missing: readonly string[]): never => {
  throw new Problem('program-closed', { missing });
};

/** What a county lacks whatever the program: its townships, its calendar, whom alerts go to. */
function unprepared(county: CountyState | undefined): readonly string[] {
  const { divisions, calendars, directory } = county?.parts ?? {};
  return [
    ...(divisions ? [] : ['divisions']),
    ...(calendars?.notices.length ? [] : ['calendar']),
    ...(directory ? [] : ['alert-directory']),
  ];
}

/** For which program in which area a setting is asked; a program of 低保 names its area itself. */
export interface ProgramAsked {
  readonly program: Program;
  readonly area: 'urban' | 'rural';
}

/** What a county still lacks for a program on a day, by the name of what must be entered. Design decision 9: fail closed. */
export const missingFor = (
  county: CountyState | undefined,
  { program, area }: ProgramAsked,
  on: CivilDate,
): readonly string[] => [
  ...unprepared(county),
  ...missingForProgram(county?.parts.parameters ?? [], program, { area, on }),
  ...withoutRemedy(county, on),
];

/** What the law says of a remedy names the county's government: where none is on record, the county words the paragraph itself (rulebook 4). */
const withoutRemedy = (county: CountyState | undefined, on: CivilDate): readonly string[] =>
  county?.parts.divisions?.countyGovernment === undefined
    ? unwordedWithoutGovernment(county?.parts.parameters ?? [], { on }).map((key) => `parameter:${key}`)
    : [];

/**
 * What the assessment of any of several programs rests on. Refuses with `program-closed` where the county is not set up or none of the
 * programs is open in the area on the day, naming everything that is missing; one open program is enough.
 */
export function preparedFor(
  { county }: Facts,
  programs: readonly Program[],
  at: { readonly area: 'urban' | 'rural'; readonly on: CivilDate },
): Pick<Setting, 'calendar' | 'parameters' | 'divisions'> {
  const { divisions, calendars, parameters = [] } = county?.parts ?? {};
  const lacking = programs.map((program) => missingForProgram(parameters, program, at));
  const noneOpen = lacking.every((keys) => keys.length > 0);
  const missing = [...unprepared(county), ...(noneOpen ? new Set(lacking.flat()) : [])];
  if (missing.length > 0 || !divisions || !calendars) return closed(missing);
  return { calendar: calendarOf(calendars.notices, calendars.regional), parameters, divisions };
}

/** The setting of the loaded case's program on a day; refuses with `program-closed`, naming everything that is missing. */
export const settingOf = (facts: Facts, program: Program, on: CivilDate): Setting =>
  settingFor(facts, { program, area: facts.case?.parts.household.urbanRural ?? 'urban' }, on);

/** The setting of a program in an area on a day; refuses with `program-closed`, naming everything that is missing. */
export function settingFor(facts: Facts, asked: ProgramAsked, on: CivilDate): Setting {
  const missing = missingFor(facts.county, asked, on);
  const { divisions, calendars, parameters = [] } = facts.county?.parts ?? {};
  if (missing.length > 0 || !divisions || !calendars) return closed(missing);
  const { program, area } = asked;
  const standard = parameterOn(parameters, standardKey(area), { program, on });
  return {
    calendar: calendarOf(calendars.notices, calendars.regional),
    clocks: resolveClocks(parameters, program, on),
    parameters,
    divisions,
    example: divisions.demonstration || standard?.example === true,
  };
}

/** What holds in a county whatever the program: for acts on subjects that belong to none. Refuses with `program-closed` as `settingOf` does. */
export function countySettingOf(facts: Facts, on: CivilDate): Setting {
  const { divisions, calendars, parameters = [] } = facts.county?.parts ?? {};
  const missing = unprepared(facts.county);
  if (missing.length > 0 || !divisions || !calendars) return closed(missing);
  return {
    calendar: calendarOf(calendars.notices, calendars.regional),
    clocks: resolveClocks(parameters, undefined, on),
    parameters,
    divisions,
    example: divisions.demonstration === true,
  };
}

/** The delegation in force for the loaded case on a civil date: each act of the case carries it (design decision 8). */
export function delegationInForce(facts: Facts, on: CivilDate): string | undefined {
  const head = facts.case?.head;
  return head && authorityOn(facts, head.program, head.townshipCode, on).delegationId;
}

/** Whether the township decides on that day, and by which delegation; without one the county does (design decision 8). */
export function authorityOn(
  facts: Facts,
  program: Program,
  township: string,
  on: CivilDate,
): { readonly mode: 'delegated' | 'standard'; readonly delegationId?: string } {
  const delegation = delegationOf(facts, program, township);
  return inForce(delegation, on) ? { mode: 'delegated', delegationId: delegation.delegationId } : { mode: 'standard' };
}
