import * as z from 'zod';
import type { DrawRate, DrawStratum } from '../../schemas/draw.ts';
import { CaseId } from '../../schemas/ids.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import { Program } from '../../schemas/program.ts';
import type { AskedRun, Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { sampleSize, samplingRule } from '../law/sampling.ts';
import { townshipOf } from '../law/tenants.ts';
import { byText, CERTAIN, stratumName } from './draw/frame.ts';

/** The query a frame is taken from. */
const QUERY = 'confirmations-for-draw';

/** A confirmation of the month as the query answers it, in the order of its columns. */
const Row = z.tuple([CaseId, Program, z.string().regex(/^[A-C]?$/), z.string(), z.int()]);
const COLUMNS = ['case_id', 'program', 'case_class', 'decided_by', 'causes'];

/** A confirmed case: who confirmed it, and whether the county checks it anyway (D57 §20(2)). */
export interface Confirmation {
  readonly caseId: string;
  readonly program: Program;
  readonly class: string;
  readonly decidedBy: string;
  readonly mandatory: boolean;
}

/** First and last day of a month. */
export function daysOf(month: string): { readonly fromOn: string; readonly toOn: string } {
  const [year = 0, of = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return { fromOn: `${month}-01`, toOn: `${month}-${last}` };
}

/** Why a run is not what a frame may be taken from; undefined when it is. */
function unfit(run: AskedRun, county: string, month: string): string | undefined {
  const { fromOn, toOn } = daysOf(month);
  const { view, asked } = run;
  const { params } = asked ?? {};
  if (view.query !== QUERY || asked?.text !== undefined) return 'query';
  if (params?.['county'] !== county || params['from_on'] !== fromOn || params['to_on'] !== toOn) return 'params';
  if (civilDateOf(asked?.at ?? '1970-01-01T00:00:00.000Z') <= toOn) return 'asked-before-month-end';
  if (view.state !== 'succeeded' || view.rows?.length !== view.total) return view.state;
  return view.columns?.join() === COLUMNS.join() ? undefined : 'columns';
}

/**
 * The confirmations of a month that a run found. Refuses with `run-not-found` where there is none of the county, and with
 * `draw-run-unfit` where it is another query, another month, was asked before the month was over, or is not finished.
 */
export function confirmationsIn({ run, actor }: Facts, month: string): readonly Confirmation[] {
  const county = actor.orgCode;
  must(run && run.counties.length === 1 && run.counties[0] === county, 'run-not-found');
  const reason = unfit(run, county, month);
  must(reason === undefined, 'draw-run-unfit', { reason });
  const rows = Row.array().safeParse(run.view.rows ?? []).data;
  must(rows, 'draw-run-unfit', { reason: 'rows' });
  return rows.map(([caseId, program, letter, decidedBy, causes]) => ({
    ...{ caseId, program, class: letter, decidedBy },
    mandatory: causes > 0,
  }));
}

/** The rate of each program of a frame on the day, with the record it stands in (T43 §16 for 特困, else rulebook 7.1). */
export const ratesFor = (
  confirmed: readonly Confirmation[],
  records: readonly ParameterRecord[],
  on: string,
): readonly DrawRate[] =>
  [...new Set(confirmed.map(({ program }) => program))].sort().map((program) => {
    const { rate, includeMandatory, source } = samplingRule(records, { program, on });
    return { program, num: Number(rate.num), den: Number(rate.den), includeMandatory, source };
  });

/**
 * The strata of a frame: township × program × class, with the number to be drawn of each (rulebook 7.1, G23). Who is checked anyway is
 * certain; there is no risk yet, since there are no findings: scores and probabilities are zero.
 */
export function strataOf(confirmed: readonly Confirmation[], rates: readonly DrawRate[]): readonly DrawStratum[] {
  const strata = new Map<string, Confirmation[]>();
  for (const one of confirmed) {
    const name = stratumName({ ...one, townshipCode: townshipOf(one.caseId) });
    strata.set(name, [...(strata.get(name) ?? []), one]);
  }
  return [...strata.entries()]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([, cases]) => {
      const [first] = cases;
      const rate = rates.find(({ program }) => program === first?.program);
      if (!first || !rate) return [];
      const { includeMandatory, num, den } = rate;
      const n = sampleSize(
        { confirmed: cases.length, mandatory: cases.filter(({ mandatory }) => mandatory).length },
        { rate: { num: BigInt(num), den: BigInt(den) }, includeMandatory },
      );
      const rows = [...cases]
        .sort((a, b) => byText(a.caseId, b.caseId))
        .map(({ caseId, mandatory }): DrawStratum['rows'][number] => [caseId, 0, mandatory ? CERTAIN : 0]);
      return { townshipCode: townshipOf(first.caseId), program: first.program, class: first.class, n, rows };
    });
}
