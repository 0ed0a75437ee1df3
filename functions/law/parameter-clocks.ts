import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule } from './parameter-rule.ts';
import { type Citation, cite } from './sources.ts';

/** A term in working days: law may be shortened by a county, never lengthened; a default of this system may be replaced. */
const clock = (names: readonly [zh: string, en: string], length: number, citation: Citation): ParameterRule => ({
  zh: names[0],
  en: names[1],
  unit: 'working-days',
  perProgram: false,
  default: length,
  citation,
  ...(citation.source === 'DESIGN' ? {} : { bound: 'at-most' }),
});

/** Lengths of the terms that only some programs have (rulebook 3.3, 3.6, 11.2). */
export const programClocks = {
  'clock.tk.opinion': clock(['特困初审意见', 'Opinion on 特困'], 15, cite('T43', '§13')),
  'clock.tk.decision': clock(['特困公示期满后作出决定', 'Decision on 特困 after publicity'], 5, cite('DESIGN', '3.3')),
  'clock.tk.reinvestigate': clock(['特困公示异议复查', 'Re-investigation after an objection'], 15, cite('T43', '§15')),
  'clock.tk.countyDecision': clock(['特困县级审核确认', 'County decision on 特困'], 15, cite('T43', '§16')),
  'clock.tk.selfcare': clock(
    ['确认后自理能力评估', 'Self-care assessment after confirmation'],
    10,
    cite('DESIGN', '3.3'),
  ),
  'clock.tk.selfcareReassess': clock(['自理能力变化后复评', 'Self-care re-assessment'], 10, cite('T43', '§23')),
  'clock.fastSupplement': clock(['小额快救补办手续', 'Completing the file after fast aid'], 10, cite('DESIGN', '3.6')),
  'clock.fastFiling': clock(['小额快救县级备案', 'Filing of fast aid with the county'], 5, cite('DESIGN', '3.6')),
  'clock.gx': clock(['刚性支出困难家庭认定', 'Recognition by rigid expenditure'], 30, cite('R62', '§8')),
  'clock.gxExtended': clock(['刚性支出困难家庭认定（延长）', 'The same, extended'], 45, cite('R62', '§8')),
  'clock.gl': clock(['高龄津贴审核确认', 'Old-age allowance'], 20, cite('DESIGN', '3.6')),
  'clock.ls': clock(['一般临时救助审核确认', 'Standard temporary assistance'], 20, cite('DESIGN', '3.6')),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;
