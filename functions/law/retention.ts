import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import { addDays, addMonths } from './civil-day.ts';
import { parameterOn } from './parameters.ts';
import { type Citation, cite } from './sources.ts';

/** Which files of a household are kept how long (ARC): those of the confirmation, and those of daily management. */
export type RetentionClass = 'approval' | 'daily';

/** How long a file is kept: until a day, or as long as the household is aided. */
export interface Retention {
  readonly class: RetentionClass;
  readonly years: number;
  /** Last day the file must be kept; absent while the case is not closed. */
  readonly untilOn?: string;
  readonly parameterId: string;
  readonly citation: Citation;
}

/** The least number of years a county may keep files for: law, whatever a parameter says. */
const least: Readonly<Record<RetentionClass, number>> = { approval: 3, daily: 5 };
const keys = { approval: 'archive.approvalYearsAfterExit', daily: 'archive.dailyYears' } as const;

/**
 * Until when files are kept, counted from the day the household left or the case was closed (ARC; rulebook 9.5). A parameter below the
 * legal least counts as the least. `endedOn` absent: the case is open or aid goes on, and nothing may be disposed of.
 */
export function retentionOf(
  kind: RetentionClass,
  of: { readonly program: Program; readonly endedOn?: string | undefined },
  at: { readonly parameters: readonly ParameterRecord[]; readonly on: string },
): Retention {
  const found = parameterOn(at.parameters, keys[kind], { program: of.program, on: at.on });
  const value = typeof found?.value === 'number' ? found.value : least[kind];
  const years = Math.max(value, least[kind]);
  return {
    class: kind,
    years,
    // The day of leaving does not count (CIVIL §201): ten years end on the corresponding day.
    ...(of.endedOn === undefined ? {} : { untilOn: addMonths(of.endedOn, years * 12) }),
    parameterId: found?.id ?? `default:${keys[kind]}`,
    citation: cite('ARC', kind === 'approval' ? '审批类' : '日常管理类'),
  };
}

/** Whether files may be put up for disposal on a day: the day after the last day of every class. Never by itself. */
export const isPast = (retentions: readonly Retention[], on: string): boolean =>
  retentions.length > 0 && retentions.every(({ untilOn }) => untilOn !== undefined && addDays(untilOn, 1) <= on);
