import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { lockedFolders } from '../../functions/shell/aws/object-lock.ts';
import { folders } from './platform.ts';

/**
 * Daily management of a file is kept five years at least (ARC; rulebook 9.5), and nothing shorter is ever taken. What a county must keep
 * beyond that could not be established (open question D7), so production says its own number.
 */
const LEAST_YEARS = 5;

export interface Retention {
  readonly production: boolean;
  /** Of evidence: nobody can shorten `COMPLIANCE`, not the account itself; `GOVERNANCE` may be bypassed, so that a trial can be taken down. */
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  readonly years: number;
}

/** What the context says: `-c stage=production -c retentionYears=10`. Throws where production names no years, or too few. */
export function retentionOf(scope: Construct): Retention {
  const production = scope.node.tryGetContext('stage') === 'production';
  const said: unknown = scope.node.tryGetContext('retentionYears');
  if (production && said === undefined)
    throw new Error(
      '生产环境须写明保管年限 production needs -c retentionYears=<n>: 依《加强最低生活保障档案管理的通知》及当地规定，建议 10 年以上',
    );
  const years = Number(said ?? LEAST_YEARS);
  if (!Number.isInteger(years) || years < LEAST_YEARS || years > 100)
    throw new Error(
      `保管年限须为 ${LEAST_YEARS} 至 100 的整数 retentionYears must be a whole number from ${LEAST_YEARS} to 100`,
    );
  return { production, mode: production ? 'COMPLIANCE' : 'GOVERNANCE', years };
}

/** What every function is told that puts objects. */
export function lockEnvironment(scope: Construct): Record<string, string> {
  const { mode, years } = retentionOf(scope);
  return { SUNLIGHT_LOCK_MODE: mode, SUNLIGHT_LOCK_YEARS: String(years) };
}

const deny = (
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, unknown>>,
): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources,
    ...(conditions && { conditions }),
  });

/**
 * What nobody may do to evidence, whatever a role says: put it without its lock or with a shorter one, shorten a lock, take it out of
 * sight. Attachments are always in governance mode: what was uploaded by mistake is disposed of by the one role that the context names
 * (`-c disposalRoleArn=…`), and by nobody where it names none.
 */
export function denyShortening(bucket: Bucket): void {
  const { production, mode, years } = retentionOf(bucket);
  const objectsIn = (names: readonly string[]): string[] => names.map((name) => bucket.arnForObjects(`${name}*`));
  const evidence = objectsIn(lockedFolders.filter((name) => name !== folders.attachments));
  const locked = objectsIn(lockedFolders);
  const tooShort = { NumericLessThan: { 's3:object-lock-remaining-retention-days': String(years * 365) } };
  const disposer: unknown = bucket.node.tryGetContext('disposalRoleArn');
  const others = disposer === undefined ? undefined : { ArnNotEquals: { 'aws:PrincipalArn': String(disposer) } };
  const statements = [
    deny(['s3:PutObject'], evidence, { StringNotEquals: { 's3:object-lock-mode': mode } }),
    deny(['s3:PutObject'], objectsIn([folders.attachments]), {
      StringNotEquals: { 's3:object-lock-mode': 'GOVERNANCE' },
    }),
    deny(['s3:PutObject', 's3:PutObjectRetention'], locked, tooShort),
    deny(['s3:DeleteObject'], evidence),
    ...(production
      ? [
          deny(['s3:DeleteObjectVersion'], evidence),
          deny(['s3:BypassGovernanceRetention'], [bucket.arnForObjects('*')], others),
          deny(['s3:PutBucketObjectLockConfiguration'], [bucket.bucketArn]),
        ]
      : []),
  ];
  for (const statement of statements) bucket.addToResourcePolicy(statement);
}
