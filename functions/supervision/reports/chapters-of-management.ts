import type { ReportChapter } from '../../../schemas/report.ts';
import { figure, type LookBackSource, partsOf, times, without } from './chapter.ts';
import { amounts, counted } from './measured.ts';

type Part = Omit<ReportChapter, 'number'>;

/** 六 Complaints about open cases. */
export function complaints({ rows }: LookBackSource): Part {
  return {
    zh: '信访举报',
    en: 'Complaints',
    figures: [times(rows, ['在办案件的投诉举报', 'complaints about open cases'], 'complaint-recorded')],
    details: [],
    lines: [],
  };
}

const pettyCashIn = (rows: LookBackSource['rows']): number =>
  amounts(rows, 'petty-cash-opened') + amounts(rows, 'petty-cash-replenished');

/** 七 Funds: power and money apart. */
export function funds({ rows }: LookBackSource): Part {
  const due = amounts(rows, 'households');
  return {
    zh: '资金发放',
    en: 'Funds',
    figures: [
      figure('due', ['期末当月应发金额', 'due for the last month'], due, 'fen'),
      without('paid', ['已发放金额', 'paid'], '系统中没有发放回执 No payment receipt is on record', 'fen'),
      figure('pettyCashIn', ['拨入备用金', 'paid into petty cash'], pettyCashIn(rows), 'fen'),
      figure('pettyCashOut', ['备用金支出', 'paid from petty cash'], amounts(rows, 'petty-cash-paid'), 'fen'),
      times(rows, ['责令退回（次）', 'orders to refund'], 'recovery-ordered'),
      times(
        rows,
        ['乡镇触及资金被拒绝', 'township attempts on funds refused'],
        'attempt-refused',
        'township-may-not-pay',
      ),
    ],
    details: [],
    lines: [],
  };
}

/** 八 What changed after confirmation. */
export function dynamics({ rows }: LookBackSource): Part {
  return {
    zh: '动态管理',
    en: 'Dynamic management',
    figures: [
      times(rows, ['变化报告', 'changes reported'], 'change-reported'),
      times(rows, ['完成定期核查', 'verified again'], 'household-reverified'),
      times(rows, ['增发', 'increased'], 'adjustment-decided', 'increase'),
      times(rows, ['减发', 'reduced'], 'adjustment-decided', 'reduce'),
      times(rows, ['停发', 'stopped'], 'adjustment-decided', 'stop'),
      times(rows, ['转入渐退期', 'put into fade-out'], 'fade-out-decided'),
      times(rows, ['听取意见', 'representations heard'], 'representations-recorded'),
    ],
    details: partsOf(rows, 'adjustment-decided.stop', 'stopGround'),
    lines: [],
  };
}

/** 九 The people who do it. */
export function staff({ rows }: LookBackSource): Part {
  return {
    zh: '队伍建设',
    en: 'Staff',
    figures: [
      times(rows, ['人员登记（次）', 'entries in the staff register'], 'staff-registered'),
      times(rows, ['培训和督导（次）', 'trainings and guidance'], 'training-recorded'),
      times(rows, ['乡镇自查（次）', 'self-checks of townships'], 'self-check-recorded'),
      times(rows, ['公开政策（次）', 'policies published'], 'policy-published'),
    ],
    details: [],
    lines: [],
  };
}

/** 十 What went wrong, as far as the system saw it; causes and cures are for people to write. */
export function problemsSeen({ rows }: LookBackSource): Part {
  return {
    zh: '存在问题、原因和整改',
    en: 'Problems, causes and rectification',
    figures: [
      figure('refusedAttempts', ['被系统拒绝的违规操作', 'acts refused by rule'], counted(rows, 'attempt-refused')),
      times(rows, ['责令纠正', 'corrections ordered'], 'correction-ordered'),
      times(rows, ['说明超期原因', 'overdue explained'], 'overdue-explained'),
      times(rows, ['期内超期办结的环节', 'terms ended late'], 'endedLate'),
    ],
    details: partsOf(rows, 'refusedAttempts', 'attempt-refused'),
    lines: ['原因分析和整改情况：由编制单位填写。'],
  };
}

/** 十一 What to do next: for people to write. */
export function suggestions(): Part {
  return {
    zh: '意见建议和下一年计划',
    en: 'Suggestions and next year’s plan',
    figures: [],
    details: [],
    lines: ['由编制单位填写。'],
  };
}
