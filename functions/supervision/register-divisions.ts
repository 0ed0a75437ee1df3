import { Divisions } from '../../schemas/divisions.ts';
import { storedFile } from '../core/attachments.ts';
import { countyReply } from '../core/county-reply.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** Registers a county's townships and villages, their phones, marks and pictures of seals; a later register replaces the earlier one whole. */
export const registerDivisions = defineStep({
  id: 'supervision.register-divisions',
  zh: '登记行政区划',
  en: 'Register the divisions',
  route: 'POST /v1/divisions',
  provision: [cite('SEED', '二(二)1')],
  input: Divisions,
  output: Divisions,
  facts: ({ input }) => ({ county: input.countyCode, attachments: sealsOf(input) }),
  decide: (facts, input) => {
    must(input.countyCode === facts.actor.orgCode, 'division-not-yours', { division: input.countyCode });
    const errors = faultsOf(input);
    must(errors.length === 0, 'input-invalid', { errors });
    for (const seal of sealsOf(input)) checkSeal(facts, seal, input.countyCode);
    return countyReply(input.countyCode, { type: 'divisions-registered', data: { divisions: input } }, input);
  },
});

const sealsOf = ({ countySeal, townships }: Divisions): string[] =>
  [countySeal, ...townships.map(({ seal }) => seal)].filter((seal) => seal !== undefined);

/** A seal is a stored picture of the county. */
function checkSeal(facts: Facts, seal: string, countyCode: string): void {
  const { contentType } = storedFile(facts, seal, countyCode);
  const errors = [{ path: 'seal', message: '印章须为 PNG 或 JPEG 图像 a seal is a PNG or JPEG' }];
  must(contentType === 'image/png' || contentType === 'image/jpeg', 'input-invalid', { errors });
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
