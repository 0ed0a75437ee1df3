import { randomUUID } from 'node:crypto';
import { type Command, commandNamed } from './command.ts';
import { callJson } from './json-rpc.ts';
import type { ClientConfig } from './send.ts';

/** The part of `@aws-sdk/client-athena` that audit queries use. */
export const GetQueryExecutionCommand = commandNamed('GetQueryExecution');
export const GetQueryResultsCommand = commandNamed('GetQueryResults');
export const StartQueryExecutionCommand = commandNamed('StartQueryExecution');

export function AthenaClient(this: unknown, config: ClientConfig) {
  const service = { service: 'athena', target: 'AmazonAthena', version: '1.1' } as const;
  return {
    send({ operation, input }: Command) {
      // A start whose answer was lost and that is sent again runs once.
      const token = operation === 'StartQueryExecution' ? { ClientRequestToken: randomUUID() } : {};
      return callJson(service, config, { operation, input: { ...token, ...input } });
    },
  };
}
