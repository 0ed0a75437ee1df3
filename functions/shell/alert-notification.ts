import { alertLevelNames } from '../../schemas/alert.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { termRule } from '../law/term-rules.ts';
import type { Notification } from './ports.ts';

/** What a recipient reads: which subject and term, its last day, and what is asked; no personal data of applicants. */
export function notificationOf(alert: AlertRecord): Notification {
  const { zh, en } = termRule(alert.term);
  const level = alertLevelNames[alert.level];
  const provisional = alert.provisional ? '（暂定，次年放假安排未发布）' : '';
  const answer = alert.answerBy ? `请于${alert.answerBy}前答复。` : '';
  return {
    id: alert.alertId,
    countyCode: alert.countyCode,
    recipients: alert.recipients,
    subject: `${level.zh}：${zh} ${alert.subjectId}`,
    text: `${alert.subjectName}${alert.subjectId}的“${zh}”期限最后一日为${alert.dueOn}${provisional}，责任机构${alert.holderOrg}。${answer} ${level.en}: ${en}, last day ${alert.dueOn}.`,
    at: alert.deliverAt,
  };
}
