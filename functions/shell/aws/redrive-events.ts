import { type Redriven, redrive } from '../redrive/redrive.ts';
import { RedriveRequest } from '../redrive/redrive-request.ts';
import { once, productionPorts } from './production-ports.ts';
import { tellAlarm } from './tell-alarm.ts';

/** Well within the time-out of the function. */
const BUDGET_MS = 720_000;

const ports = once(() => productionPorts(process.env));

/**
 * The Lambda an operator starts with a county and days (runbook, 重录): records again what the table holds. `done: false` asks to be
 * started again with the same input.
 */
export const handler = (event: unknown): Promise<Redriven> =>
  redrive(ports(), RedriveRequest.parse(event), {
    budgetMs: BUDGET_MS,
    alarm: tellAlarm,
    progress: (counts) =>
      void process.stderr.write(`${JSON.stringify({ level: 'info', kind: 'redrive', ...counts })}\n`),
  });
