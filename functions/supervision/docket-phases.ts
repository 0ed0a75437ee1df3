/**
 * What a docket does, in order: the state machine on AWS and the local driver are both built from this list, so that they
 * cannot differ (design decision 4). A phase waits for its time of the civil day in Asia/Shanghai, then runs its task.
 */
export interface DocketPhase {
  readonly task:
    | 'open-docket'
    | 'move-cases'
    | 'recount-terms'
    | 'raise-alerts'
    | 'deliver-alerts'
    | 'seal-ledger'
    | 'compact-lake'
    | 'close-docket';
  /** When to go on: `opening` is the start of the delivery window, `midnight` 00:00 after the day; none goes on at once. */
  readonly wait?: 'opening' | 'midnight';
  readonly zh: string;
}

export const docketPhases: readonly DocketPhase[] = [
  { task: 'open-docket', zh: '打开当日限办清单' },
  { task: 'move-cases', zh: '按授权变动移交在办案件' },
  { task: 'recount-terms', zh: '按新发布的放假安排重算期限' },
  { task: 'raise-alerts', wait: 'opening', zh: '登记临期预警和到期提醒' },
  { task: 'deliver-alerts', zh: '送出已到时刻的提醒' },
  { task: 'raise-alerts', wait: 'midnight', zh: '登记超时限、督办和上报' },
  { task: 'deliver-alerts', zh: '送出不等候的提醒' },
  { task: 'seal-ledger', zh: '封存当日事件' },
  { task: 'compact-lake', zh: '归并数据湖中已过之日' },
  { task: 'close-docket', zh: '核对事件并关闭清单' },
];
