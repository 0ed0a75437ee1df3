import type { CivilDate } from '../../schemas/dates.ts';
import type { ChangeKind, HouseholdChange } from '../../schemas/household-change.ts';
import type { AdjustmentGround, Proposal } from '../../schemas/management.ts';
import type { Program } from '../../schemas/program.ts';
import { type Citation, cite, layersOn } from './sources.ts';

/** Whether the household must be heard before a decision against it on a civil date (LAW §48, in force since 2026-07-01; K6). */
export const hearingDue = (on: CivilDate): boolean => layersOn(on).includes('LAW');

const byGround: Readonly<Record<AdjustmentGround, readonly Citation[]>> = {
  means: [cite('D57', '§31'), cite('D57', '§32')],
  death: [cite('N83', '一(三)'), cite('D57', '§32')],
  'work-refusals': [cite('D57', '§34')],
  'moved-away': [cite('D57', '§32')],
  'voluntary-exit': [cite('D57', '§32')],
  'fade-out-over': [cite('N83', '一(三)'), cite('D57', '§33')],
  revocation: [cite('SEED', '二(三)5')],
  appeal: [cite('FYF', '§77'), cite('ALL', '§94')],
};

/** Clauses a change of the benefit rests on, the strongest first; 特困 has its own for an end (T43 §24–26). */
export function adjustmentClauses(
  { result, ground }: Pick<Proposal, 'result' | 'ground'>,
  at: { readonly program: Program; readonly on: CivilDate },
): readonly Citation[] {
  const program: string = at.program;
  const ofTk = program === 'TK' && result === 'stop' ? [cite('T43', '§24'), cite('T43', '§26')] : [];
  const fading = result === 'fade-out' ? [cite('N83', '一(三)'), cite('D57', '§33')] : [];
  const own = ofTk.length > 0 ? ofTk : fading.length > 0 ? fading : byGround[ground];
  const heard = result === 'increase' || result === 'fade-out' ? '§46-48' : '§48';
  return [...(hearingDue(at.on) ? [cite('LAW', heard)] : []), ...own];
}

const names: Readonly<Record<ChangeKind, string>> = {
  death: '成员死亡',
  'declared-missing': '成员被宣告失踪',
  birth: '成员出生',
  marriage: '结婚',
  divorce: '离婚',
  joined: '新增共同生活的家庭成员',
  left: '成员不再共同生活',
  employment: '成员就业',
  'job-loss': '成员失业',
  income: '收入变化',
  property: '财产变化',
  company: '登记企业或个体工商户',
  vehicle: '购置车辆',
  pension: '开始领取养老金',
  prison: '成员服刑',
  detox: '成员被强制隔离戒毒',
  release: '成员释放或解除强制隔离戒毒',
  illness: '成员患病',
  disability: '成员残疾情况变化',
  obligor: '法定义务人情况变化',
  move: '迁移户籍或住所',
  'work-refused': '无正当理由拒绝介绍的工作',
  'work-accepted': '接受介绍的工作',
  'voluntary-exit': '书面声明自愿退出',
  other: '其他变化',
};

/** What was found, a line a change: the kind and the day, never a name. */
export const factLines = (changes: readonly HouseholdChange[]): readonly string[] =>
  changes.map(({ kind, happenedOn }) => {
    const [year, month, day] = happenedOn.split('-').map(Number);
    return `${year}年${month}月${day}日，${names[kind]}`;
  });
