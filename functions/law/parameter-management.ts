import type { ParameterKey, ParameterValue } from '../../schemas/parameter.ts';
import type { ParameterRule, ParameterUnit } from './parameter-rule.ts';
import { type Citation, cite } from './sources.ts';

const design = (clause: string): Citation => cite('DESIGN', clause, 'design');

const rule = (
  unit: ParameterUnit,
  names: readonly [zh: string, en: string],
  value: ParameterValue,
  rest: Pick<ParameterRule, 'citation' | 'bound' | 'choices'>,
): ParameterRule => ({ zh: names[0], en: names[1], unit, perProgram: false, default: value, ...rest });

const local = (
  unit: ParameterUnit,
  names: readonly [zh: string, en: string],
  rest: Pick<ParameterRule, 'citation' | 'choices'>,
): ParameterRule => ({ zh: names[0], en: names[1], unit, perProgram: false, ...rest });

const clockRules = {
  'clock.changeCheck': rule('working-days', ['核查家庭变化', 'Checking a change'], 20, { citation: design('6.3') }),
  'clock.death': rule('months', ['成员死亡后办结增减停发（月）', 'Adjustment after a death, months'], 3, {
    citation: cite('N83', '一(三)'),
    bound: 'at-most',
  }),
  'clock.unreportedChange': rule('months', ['重大变化未报告的期限（月）', 'A major change untold for, months'], 3, {
    citation: cite('N83', '五(五)'),
    bound: 'at-least',
  }),
  'clock.hearingNotice': rule('working-days', ['送达听取意见告知书', 'Serving the notice asking for views'], 3, {
    citation: design('W23'),
  }),
  'clock.adjustment': rule('working-days', ['决定增发、减发、停发', 'Deciding on the amount'], 20, {
    citation: design('6.3'),
  }),
  'clock.adjustmentNotice': rule('working-days', ['送达增减停发、渐退或撤销文书', 'Serving such a decision'], 3, {
    citation: design('W25、W26、W28'),
  }),
  'clock.correctionOrder': rule('working-days', ['按责令纠正要求纠正', 'Correcting what the county ordered'], 10, {
    citation: design('7.5'),
  }),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

const switchRules = {
  'reverify.openDays': rule('days', ['到期前开始定期核查的天数', 'Days before a re-verification may begin'], 30, {
    citation: design('6.1'),
  }),
  'fade.maxMonths': rule('months', ['渐退期最长月数', 'Longest fade-out, months'], 6, {
    citation: cite('N83', '一(三)'),
    bound: 'at-most',
  }),
  'fade.curve': rule('choice', ['渐退期发放方式', 'Curve of a fade-out'], 'FULL', {
    citation: design('A11'),
    choices: ['FULL', 'STEP'],
  }),
  'fade.wideGround': rule(
    'flag',
    ['收入超标但未稳定脱贫的也可渐退', 'A fade-out also without employment, where poverty is not stably left'],
    false,
    { citation: cite('SEED', '二(三)4') },
  ),
  'fade.intervalMonths': local('months', ['两次渐退期的间隔（月）', 'Months between two fade-outs'], {
    citation: design('B16'),
  }),
  'refusal.applies': rule(
    'flag',
    ['三次拒绝工作减发、停发本人份额', 'Refusing work reduces the own share (K9)'],
    true,
    {
      citation: cite('D57', '§34'),
    },
  ),
  'refusal.count': rule('count', ['连续无正当理由拒绝工作次数', 'Refusals of work in a row'], 3, {
    citation: cite('D57', '§34'),
    bound: 'at-least',
  }),
  'refusal.shareMode': rule('choice', ['本人份额的算法', 'How the own share is counted'], 'EQUAL_SHARE', {
    citation: design('A8'),
    choices: ['EQUAL_SHARE'],
  }),
  'move.outsideCounty': local('choice', ['迁出本县的处理（自治区规定）', 'What follows a move out of the county'], {
    citation: cite('D57', '§5', 'unsure'),
    choices: ['STOP'],
  }),
} as const satisfies Partial<Record<ParameterKey, ParameterRule>>;

/** Parameters of dynamic management (rulebook 11.2). What a county must decide for itself has no default: the act that needs it is refused. */
export const managementRules = { ...clockRules, ...switchRules };
