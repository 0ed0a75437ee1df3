import { alertLevelNames } from '../../schemas/alert.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import type { AlertView } from '../../schemas/alert-view.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { termRule } from '../law/term-rules.ts';

/**
 * An alert as lists show it. It is open until a named person has acknowledged it, a 督办 until it is answered too; neither ends the
 * term, which only the act itself does (rulebook 3.9a).
 */
export function alertViewOf(alert: AlertRecord): AlertView {
  const { level, answeredAt, answerBy } = alert;
  return {
    ...alert,
    levelText: alertLevelNames[level].zh,
    termText: termRule(alert.term).zh,
    open: alert.acknowledgedAt === undefined || (level === 'supervised' && answeredAt === undefined),
    ...(answeredAt && answerBy ? { answeredLate: civilDateOf(answeredAt) > answerBy } : {}),
  };
}
