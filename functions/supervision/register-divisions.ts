import { Divisions } from '../../schemas/divisions.ts';
import { countyReply } from '../core/county-reply.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** Registers a county's townships and villages, their phones and marks; a later register replaces the earlier one whole. */
export const registerDivisions = defineStep({
  id: 'supervision.register-divisions',
  zh: '登记行政区划',
  en: 'Register the divisions',
  route: 'POST /v1/divisions',
  provision: [cite('SEED', '二(二)1')],
  input: Divisions,
  output: Divisions,
  facts: ({ input }) => ({ county: input.countyCode }),
  decide: (facts, input) => {
    must(input.countyCode === facts.actor.orgCode, 'division-not-yours', { division: input.countyCode });
    const errors = faultsOf(input);
    must(errors.length === 0, 'input-invalid', { errors });
    checkSeals(facts, input);
    const divisions = withSeals(facts, input);
    return countyReply(input.countyCode, { type: 'divisions-registered', data: { divisions } }, divisions);
  },
});

/** Seals by organ, as a register names them. */
const sealsOf = (divisions: Divisions | undefined): ReadonlyMap<string, string | undefined> =>
  new Map([
    [divisions?.countyCode ?? '', divisions?.countySeal] as const,
    ...(divisions?.townships ?? []).map(({ code, seal }) => [code, seal] as const),
  ]);

/** A register may repeat the seals that stand, or leave them out; a new picture takes two persons (`enter-seal`, `approve-seal`). */
function checkSeals(facts: Facts, input: Divisions): void {
  const standing = sealsOf(facts.county?.parts.divisions);
  const changed = [...sealsOf(input)].filter(([code, seal]) => seal !== undefined && seal !== standing.get(code));
  must(changed.length === 0, 'seal-takes-two', { organs: changed.map(([code]) => code) });
}

/** The register with the seals that stand: to leave one out of a later register is not to remove it. */
function withSeals(facts: Facts, input: Divisions): Divisions {
  const standing = sealsOf(facts.county?.parts.divisions);
  const countySeal = standing.get(input.countyCode);
  const townships = input.townships.map((one) => {
    const seal = standing.get(one.code);
    return seal ? { ...one, seal } : one;
  });
  return { ...input, ...(countySeal ? { countySeal } : {}), townships };
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function faultsOf({ countyCode, countyMark, townships }: Divisions): readonly Fault[] {
  const outside = townships.flatMap(({ code }, i): Fault[] =>
    countyOf(code) === countyCode
      ? []
      : [{ path: `townships.${i}.code`, message: '不属于本县 lies outside the county' }],
  );
  const strayed = townships.flatMap(({ code, villages }, i) =>
    villages.flatMap((village, j): Fault[] =>
      village.code.startsWith(code)
        ? []
        : [{ path: `townships.${i}.villages.${j}.code`, message: '不属于该乡镇 lies outside the township' }],
    ),
  );
  const codes = townships.flatMap(({ code, villages }) => [code, ...villages.map((village) => village.code)]);
  return [
    ...outside,
    ...strayed,
    ...(hasTwice(codes) ? [{ path: 'townships', message: '代码重复 a code is given twice' }] : []),
    ...(hasTwice([...(countyMark ? [countyMark] : []), ...townships.map(({ mark }) => mark)])
      ? [{ path: 'townships', message: '机关代字重复，文号将相同 two organs share a mark' }]
      : []),
  ];
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;
