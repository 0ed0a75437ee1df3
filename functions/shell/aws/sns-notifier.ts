import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Notifier } from '../ports.ts';

/** Notifications on the county's topic, as JSON: the subject travels in the message, SNS has no room for long Chinese ones. */
export const snsNotifier = (client: SNSClient, topicArnOf: (countyCode: string) => string): Notifier => ({
  async send(notification) {
    await client.send(
      new PublishCommand({
        TopicArn: topicArnOf(notification.countyCode),
        Message: JSON.stringify(notification),
        MessageAttributes: { notificationId: { DataType: 'String', StringValue: notification.id } },
      }),
    );
  },
});
