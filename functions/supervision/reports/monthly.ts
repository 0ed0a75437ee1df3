import type { RegisterLine, ReportFigure, ReportView } from '../../../schemas/report.ts';
import { type Measured, parts } from './measured.ts';
import { partedFigures, registerFigures } from './register-figures.ts';

const keyOf = ({ townshipCode, program, area, class: kind }: Measured): string =>
  [townshipCode, program, area, kind].join('|');

function lineOf(rows: readonly Measured[]): RegisterLine | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const found = registerFigures.flatMap(({ id, of }) => {
    const value = of(rows);
    return value === undefined || value === 0 ? [] : [[id, value] as const];
  });
  if (found.length === 0) return undefined;
  return {
    townshipCode: first.townshipCode,
    program: first.program,
    area: first.area,
    class: first.class,
    figures: Object.fromEntries(found),
    details: partedFigures.flatMap(([id, measure]) => parts(rows, measure).map((part) => ({ id, ...part }))),
  };
}

/** A figure as a total; without a source it says so instead of 0. */
const totalOf = (rows: readonly Measured[]): readonly ReportFigure[] =>
  registerFigures.map(({ id, zh, en, unit, of, none }) => {
    const value = of(rows);
    if (value !== undefined) return { id, zh, en, unit, value };
    return { id, zh, en, unit, value: null, why: none ?? '没有可计算的对象 Nothing to compute it from' };
  });

/**
 * The monthly registers (台账, rulebook 7.8): a line for each township, program, urban or rural and class, and the totals of the
 * county. A pure function of what was on record on the last day. A line leaves out figures that are zero.
 */
export function monthlyReport(rows: readonly Measured[]): Pick<ReportView, 'measures' | 'lines' | 'totals'> {
  const groups = new Map<string, Measured[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => lineOf(group) ?? []);
  const measures = registerFigures.map(({ id, zh, en, unit, none }) => ({
    id,
    zh,
    en,
    unit,
    ...(none ? { why: none } : {}),
  }));
  return { measures, lines, totals: [...totalOf(rows)] };
}

/** Fewer than this many households or persons could be told apart by who knows the village. */
const SMALL = 5;

const isSmall = (value: number | null | undefined): boolean => value != null && value > 0 && value < SMALL;

/**
 * Lines as those above the county read them: counts of one to four are left out, and in a line of fewer than five households the
 * amounts too (PIPL §6: not beyond what aggregate supervision needs). Totals of the county stay.
 */
export function withoutSmallCells(lines: readonly RegisterLine[]): RegisterLine[] {
  const money = new Set(registerFigures.filter(({ unit }) => unit === 'fen').map(({ id }) => id));
  return lines.map((line) => {
    const few = isSmall(line.figures['households']) || isSmall(line.figures['oneOffTimes']);
    const figures = Object.entries(line.figures).map(([id, value]) => {
      const hidden = money.has(id) ? few : isSmall(value);
      return [id, hidden ? null : value] as const;
    });
    return {
      ...line,
      figures: Object.fromEntries(figures),
      details: line.details.map((part) => (isSmall(part.value) ? { ...part, value: null } : part)),
    };
  });
}
