import * as z from 'zod';
import { type Command, commandNamed } from './command.ts';
import { type ClientConfig, hostOf, regionOf, send } from './send.ts';
import { encoded } from './sign.ts';

/** The part of `@aws-sdk/client-sns` that notifications use. */
export const PublishCommand = commandNamed('Publish');

const Input = z.object({
  TopicArn: z.string(),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ DataType: z.string(), StringValue: z.string() })).default({}),
});

function formOf(input: unknown): string {
  const { TopicArn, Message, MessageAttributes } = Input.parse(input);
  const attributes = Object.entries(MessageAttributes).flatMap(([name, { DataType, StringValue }], i) => {
    const entry = `MessageAttributes.entry.${i + 1}`;
    return [
      [`${entry}.Name`, name],
      [`${entry}.Value.DataType`, DataType],
      [`${entry}.Value.StringValue`, StringValue],
    ] as const;
  });
  const fields = [
    ['Action', 'Publish'],
    ['Version', '2010-03-31'],
    ['TopicArn', TopicArn],
    ['Message', Message],
  ] as const;
  return [...fields, ...attributes].map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');
}

export function SNSClient(this: unknown, config: ClientConfig) {
  return {
    async send({ input }: Command) {
      const outgoing = {
        method: 'POST',
        host: hostOf('sns', regionOf(config)),
        path: '/',
        query: {},
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: formOf(input),
      };
      const { status, body } = await send(outgoing, config, 'sns');
      if (status !== 200) throw new Error(`SNS ${status}: ${/<Code>(\w+)<\/Code>/.exec(body.toString())?.[1] ?? ''}`);
      return {};
    },
  };
}
