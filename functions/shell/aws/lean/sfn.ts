import { type Command, commandNamed } from './command.ts';
import { callJson } from './json-rpc.ts';
import type { ClientConfig } from './send.ts';

/** The part of `@aws-sdk/client-sfn` that starts dockets. */
export const StartExecutionCommand = commandNamed('StartExecution');

export function SFNClient(this: unknown, config: ClientConfig) {
  const service = { service: 'states', target: 'AWSStepFunctions', version: '1.0' } as const;
  return { send: ({ operation, input }: Command) => callJson(service, config, { operation, input }) };
}
