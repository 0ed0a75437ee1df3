import { httpWitnesses } from '../http-witness.ts';
import type { EffectPerformers, Ports } from '../ports.ts';
import { dynamoCaseStore } from './dynamo-case-store.ts';
import { dynamoClient } from './dynamo-client.ts';
import { objectLock } from './object-lock.ts';
import { systemClock } from './system-clock.ts';
import { type Env, tableNameOf } from './table.ts';

/** A setting the stacks give every function. Throws when the deployment forgot it. */
export function settingOf(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`缺少环境变量 ${name} ${name} is not set`);
  return value;
}

/**
 * A port that is made by its first call: the client behind it, and the file of the SDK it comes from, are loaded by the functions
 * that use them and not by every cold start. Every method of our ports is asynchronous.
 */
function later<T extends object>(make: () => Promise<T>): T {
  const made = once(make);
  const call = async (name: string | symbol, values: readonly unknown[]): Promise<unknown> => {
    const port = (await made()) as Record<string | symbol, (...values: readonly unknown[]) => unknown>;
    return port[name]?.(...values);
  };
  return new Proxy({} as T, {
    get:
      (_, name) =>
      (...values: readonly unknown[]) =>
        call(name, values),
  });
}

/** The ports on AWS, from the function's environment. No call is made here: each port calls when it is first used. */
export function productionPorts(env: Env, effects: EffectPerformers = {}): Ports {
  const bucket = settingOf(env, 'SUNLIGHT_BUCKET');
  const store = dynamoCaseStore({ client: dynamoClient(env), tableName: tableNameOf(env) });
  const objects = later(async () => {
    const { s3Client, s3ObjectStore } = await import('./s3-object-store.ts');
    return s3ObjectStore({ client: s3Client(), bucket, clock: systemClock, lock: objectLock(env) });
  });
  return {
    store,
    clock: systemClock,
    effects,
    publicAddress: () => (env['SUNLIGHT_PUBLIC_ADDRESS'] ? `${env['SUNLIGHT_PUBLIC_ADDRESS']}/` : undefined),
    witnesses: httpWitnesses(env['SUNLIGHT_WITNESSES'], env['SUNLIGHT_WITNESS_KEYS']),
    ledgerName: () => env['SUNLIGHT_LEDGER_NAME'] ?? 'sunlight/ledger',
    objects,
    keyring: later(async () => {
      const [{ KMSClient }, { kmsKeyring }] = await Promise.all([
        import('@aws-sdk/client-kms'),
        import('./kms-keyring.ts'),
      ]);
      return kmsKeyring(new KMSClient({}), env);
    }),
    notifier: later(async () => {
      const [{ SNSClient }, { snsNotifier }] = await Promise.all([
        import('@aws-sdk/client-sns'),
        import('./sns-notifier.ts'),
      ]);
      return snsNotifier(new SNSClient({}), () => settingOf(env, 'SUNLIGHT_TOPIC_ARN'));
    }),
    callbacks: later(async () => (await import('../callback-sender.ts')).callbackSender({ loopback: false })),
    sql: later(async () => {
      const [{ AthenaClient }, { athenaAuditSql }] = await Promise.all([
        import('@aws-sdk/client-athena'),
        import('./athena-audit-sql.ts'),
      ]);
      const database = env['SUNLIGHT_DATABASE'] ?? '';
      return athenaAuditSql({ client: new AthenaClient({}), store, database, objects, clock: systemClock });
    }),
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
