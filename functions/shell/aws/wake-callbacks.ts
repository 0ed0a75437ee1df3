import { activeSubscriptions } from '../deliver-changes.ts';
import type { CaseStore } from '../ports.ts';
import { once, settingOf } from './production-ports.ts';

const publish = once(async () => {
  const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns');
  const client = new SNSClient({});
  const TopicArn = settingOf(process.env, 'SUNLIGHT_WAKE_ARN');
  return (Message: string) => client.send(new PublishCommand({ TopicArn, Message }));
});

/** Has one callback looked after. Throws when the message could not be sent. */
export async function wakeOne(subscriptionId: string): Promise<void> {
  await (await publish())(JSON.stringify({ subscriptionId }));
}

/** Has every active callback of some counties looked after, each by a message of its own: a slow one keeps none waiting. */
export async function wakeAll(store: CaseStore, counties: readonly string[]): Promise<void> {
  const ids = await Promise.all(counties.map((county) => activeSubscriptions(store, county)));
  await Promise.all(ids.flat().map(wakeOne));
}
