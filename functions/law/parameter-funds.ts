import type { ParameterKey } from '../../schemas/parameter.ts';
import type { ParameterRule } from './parameter-rule.ts';
import { cite } from './sources.ts';

const days = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

/** Days and levels of the county's payments (rulebook 8, 11.2): none is set by national law in force. */
export const fundRules = {
  'ls.replenishBelow': {
    zh: '备用金补充线（占限额的比例）',
    en: 'Share of the ceiling below which petty cash is replenished',
    unit: 'ratio',
    perProgram: false,
    default: { num: 3, den: 10 },
    citation: cite('DESIGN', '8', 'design'),
  },
  'roster.cutoffDay': {
    zh: '发放名册截止日（上月几日，当日作出的决定计入）',
    en: 'Day of the month before by whose end a roster is cut off',
    unit: 'count',
    perProgram: false,
    default: 15,
    choices: days(15, 20),
    citation: cite('DESIGN', 'B20', 'design'),
  },
  'pay.dayOfMonth': {
    zh: '发放日（每月几日前）',
    en: 'Day of the month by which it is paid',
    unit: 'count',
    perProgram: false,
    default: 10,
    choices: days(1, 28),
    citation: cite('A220', '§31', 'recalled'),
  },
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;
