import { AthenaClient } from '@aws-sdk/client-athena';
import { KMSClient } from '@aws-sdk/client-kms';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Ports } from '../ports.ts';
import { athenaAuditSql } from './athena-audit-sql.ts';
import { dynamoCaseStore } from './dynamo-case-store.ts';
import { dynamoClient } from './dynamo-client.ts';
import { kmsKeyring } from './kms-keyring.ts';
import { s3Client, s3ObjectStore } from './s3-object-store.ts';
import { snsNotifier } from './sns-notifier.ts';
import { systemClock } from './system-clock.ts';
import { type Env, tableNameOf } from './table.ts';

/** A setting the stacks give every function. Throws when the deployment forgot it. */
export function settingOf(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`缺少环境变量 ${name} ${name} is not set`);
  return value;
}

/** The ports on AWS, from the function's environment. No call is made here: each port calls when it is first used. */
export function productionPorts(env: Env): Ports {
  const bucket = settingOf(env, 'SUNLIGHT_BUCKET');
  return {
    store: dynamoCaseStore({ client: dynamoClient(env), tableName: tableNameOf(env) }),
    objects: s3ObjectStore({ client: s3Client(), bucket, clock: systemClock }),
    keyring: kmsKeyring(new KMSClient({}), env),
    notifier: snsNotifier(new SNSClient({}), () => settingOf(env, 'SUNLIGHT_TOPIC_ARN')),
    sql: athenaAuditSql({
      client: new AthenaClient({}),
      workGroup: env['SUNLIGHT_WORKGROUP'] ?? '',
      database: env['SUNLIGHT_DATABASE'] ?? '',
    }),
    clock: systemClock,
  };
}

/** Makes something on its first use and keeps it; a failure is not kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
