import { Program } from '../../../schemas/program.ts';
import type { ReportChapter } from '../../../schemas/report.ts';
import { inForce } from '../../core/facts.ts';
import { programTitles } from '../../law/program-titles.ts';
import { figure, type LookBackSource, partsOf, share, times, without } from './chapter.ts';
import { counted } from './measured.ts';
import { medianWorkingDays } from './timeliness.ts';

type Part = Omit<ReportChapter, 'number'>;

/** 一 What is delegated, to whom, on which paper. */
export function scope({ rows, delegations, toOn }: LookBackSource): Part {
  // What was taken back later was still in force on the last day of the period.
  const standing = delegations.filter((one) => inForce(one, toOn));
  const papers = new Map(
    standing.map(({ legalBasis }) => [`${legalBasis.title}（${legalBasis.documentNo}）`, legalBasis]),
  );
  const lines = Program.options.flatMap((program) => {
    const townships = standing.filter((one) => one.program === program).length;
    return townships === 0 ? [] : [`${programTitles[program].zh}：${townships} 个乡镇（街道）行使审核确认权限。`];
  });
  return {
    zh: '下放范围和依据',
    en: 'Scope and legal basis of the delegation',
    figures: [
      figure('programs', ['下放的业务数', 'programs delegated'], new Set(standing.map(({ program }) => program)).size),
      figure(
        'townships',
        ['受权乡镇（街道）数', 'townships empowered'],
        new Set(standing.map((one) => one.townshipCode)).size,
      ),
      times(rows, ['乡镇（街道）作出的决定', 'decisions by townships'], 'decidedBy', 'township'),
      times(rows, ['县级作出的决定', 'decisions by the county'], 'decidedBy', 'county'),
    ],
    details: [],
    lines: [...lines, ...[...papers.keys()].map((paper) => `授权依据：${paper}。`)],
  };
}

/** 二 How much was done. */
export function volume({ rows }: LookBackSource): Part {
  return {
    zh: '办理数量',
    en: 'Volume',
    figures: [
      times(rows, ['申请', 'applications'], 'application-submitted'),
      times(rows, ['受理', 'accepted'], 'application-accepted'),
      times(rows, ['不予受理', 'refused acceptance'], 'application-refused'),
      times(rows, ['确认', 'confirmed'], 'case-decided', 'confirmed'),
      times(rows, ['不予确认', 'denied'], 'case-decided', 'not-confirmed'),
      times(rows, ['撤回', 'withdrawn'], 'application-withdrawn'),
      times(rows, ['逾期未补正', 'lapsed'], 'application-lapsed'),
      times(rows, ['终止审核', 'procedure terminated'], 'procedure-terminated'),
    ],
    details: [],
    lines: [],
  };
}

/** 三 Whether it was done in time. */
export function timeliness({ rows, calendar }: LookBackSource): Part {
  const inTime = counted(rows, 'decidedInTime');
  const names = ['办理用时中位数', 'median time to decide'] as const;
  const median = calendar && medianWorkingDays(rows, calendar);
  return {
    zh: '办理时限',
    en: 'Timeliness',
    figures: [
      share('onTime', ['按期办结率', 'decided in time'], {
        part: inTime,
        whole: inTime + counted(rows, 'decidedLate'),
      }),
      median === undefined
        ? without('medianDays', names, '本期没有决定，或未录入放假安排 No decision, or no calendar', 'working-days')
        : figure('medianDays', names, median, 'working-days'),
      times(rows, ['延长办理期限', 'extensions'], 'term-extended'),
      times(rows, ['超期作出决定', 'decided late'], 'decidedLate'),
      times(rows, ['期末超期未办（乡镇承担）', 'overdue at the end, townships'], 'overdue', 'township'),
      times(rows, ['期末超期未办（县级承担）', 'overdue at the end, county'], 'overdue', 'county'),
    ],
    details: partsOf(rows, 'term-extended', 'term-extended'),
    lines: [],
  };
}

/** 四 Whether the right persons were found. */
export function accuracy({ rows }: LookBackSource): Part {
  const returned = counted(rows, 'verification-returned');
  return {
    zh: '认定准确性',
    en: 'Accuracy',
    figures: [
      without(
        'spotChecks',
        ['抽查户数', 'households drawn'],
        '抽查结果尚不在系统中登记 Results of draws are not recorded in the system yet',
      ),
      without(
        'errorRate',
        ['抽查差错率', 'error rate'],
        '抽查结果尚不在系统中登记 Results of draws are not recorded in the system yet',
        'permille',
      ),
      figure('verifications', ['核对次数', 'verifications'], returned),
      share('hitRate', ['核对命中率', 'verification hit rate'], {
        part: counted(rows, 'verificationHits'),
        whole: returned,
      }),
      times(rows, ['公示异议', 'objections to publicity'], 'publicity-objected'),
      times(rows, ['异议后重新调查', 'investigated anew'], 'case-reinvestigated'),
      times(rows, ['撤销原确认', 'revocations'], 'confirmation-revoked'),
    ],
    details: [],
    lines: [],
  };
}

/** 五 Relatives of those who decide. */
export function relatives({ rows }: LookBackSource): Part {
  return {
    zh: '近亲属备案',
    en: 'Near-relative filing',
    figures: [
      times(rows, ['登记备案', 'filed'], 'relative-filed'),
      times(rows, ['期末在享的备案户', 'aided with a filing'], 'relativesFiled'),
      times(rows, ['县级入户核查', 'county surveys'], 'county-surveyed'),
      times(
        rows,
        ['因近亲属关系被拒绝的办理行为', 'acts refused to relatives'],
        'attempt-refused',
        'near-relative-recused',
      ),
    ],
    details: [],
    lines: [],
  };
}
