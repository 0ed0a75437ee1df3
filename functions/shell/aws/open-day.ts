import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { civilDateOf } from '../../law/clock-face.ts';
import { docketExecution, docketName } from '../../supervision/docket-execution.ts';
import { once, settingOf } from './production-ports.ts';

/** What the schedule sends: the instant it was set for, not the one at which it got through. */
const Scheduled = z.strictObject({ scheduledAt: z.iso.datetime() });

type Start = (execution: { readonly name: string; readonly input: string }) => Promise<unknown>;

const isThere = (error: unknown): boolean => error instanceof Error && error.name === 'ExecutionAlreadyExists';

/**
 * Starts the docket of each county for the civil day on which the schedule fell (design decision 4). Starting a docket that is
 * there is harmless; one county's failure does not keep the others from opening, but makes the schedule try again.
 */
export async function openDay(
  event: unknown,
  of: { readonly counties: readonly string[]; readonly start: Start },
): Promise<number> {
  const on = civilDateOf(Scheduled.parse(event).scheduledAt);
  const started = of.counties.map((county) =>
    of
      .start({ name: docketName(county, on), input: JSON.stringify(docketExecution(county, on)) })
      .catch((error: unknown) => {
        if (!isThere(error)) throw error;
      }),
  );
  const failed = (await Promise.allSettled(started)).flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} dockets of ${on} did not start`);
  return of.counties.length;
}

const starter = once((): Start => {
  const client = new SFNClient({});
  const stateMachineArn = settingOf(process.env, 'SUNLIGHT_DOCKET_ARN');
  return (execution) => client.send(new StartExecutionCommand({ stateMachineArn, ...execution }));
});

/** The Lambda that the schedule calls early each morning. */
export const handler = (event: unknown): Promise<number> =>
  openDay(event, { counties: settingOf(process.env, 'SUNLIGHT_COUNTIES').split(','), start: starter() });
