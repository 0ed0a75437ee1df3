import { describe, expect, it } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { objectLock } from '../../functions/shell/aws/object-lock.ts';
import { dataStack } from '../../infra/aws/data-stack.ts';
import { objects } from '../../infra/aws/grants.ts';
import { folders, platforms } from '../../infra/aws/platform.ts';
import { lockEnvironment } from '../../infra/aws/retention.ts';
import { cdkContext } from '../../infra/aws/sunlight-app.ts';

interface Denial {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
  readonly Resource: unknown;
}

/** The bucket of a deployment with its policy; without the rest, which costs much longer to make. */
const made = new Map<string, ReturnType<typeof make>>();
const kept = (context: Readonly<Record<string, string>>): ReturnType<typeof make> => {
  const name = JSON.stringify(context);
  const known = made.get(name) ?? make(context);
  made.set(name, known);
  return known;
};

function make(context: Readonly<Record<string, string>>) {
  const [platform] = platforms;
  if (!platform) throw new Error('no platform');
  const app = new App({ builtinCloudFormationValidation: false, context: { ...cdkContext(), ...context } });
  const stores = dataStack(app, platform);
  const template = Template.fromStack(stores.table.stack);
  const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
  const statements = policies.flatMap(
    ({ Properties }) => (Properties as { PolicyDocument: { Statement: Denial[] } }).PolicyDocument.Statement,
  );
  const denials = (action: string) =>
    statements.filter(({ Effect, Action }) => Effect === 'Deny' && [Action].flat().includes(action));
  return { app, stores, template, denials };
}

const production = { stage: 'production', retentionYears: '10' };
const foldersIn = (denial: Denial | undefined): string[] =>
  [...JSON.stringify(denial?.Resource).matchAll(/\/([a-z]+\/)\*/g)].map(([, name = '']) => name).sort();

describe('evidence in production', () => {
  it('is locked in compliance mode for the years the deployment names, by every function that puts it', () => {
    expect(lockEnvironment(kept(production).app)).toEqual({
      SUNLIGHT_LOCK_MODE: 'COMPLIANCE',
      SUNLIGHT_LOCK_YEARS: '10',
    });
    const lockFor = objectLock({ SUNLIGHT_LOCK_MODE: 'COMPLIANCE', SUNLIGHT_LOCK_YEARS: '10' });
    const ObjectLockRetainUntilDate = new Date('2036-11-26T02:00:00.000Z');
    for (const key of ['ledger/649900/checkpoints/1', 'lake/raw/events/a', 'lake/days/events/b', 'lake/imports/c'])
      expect(lockFor(key, '2026-11-25T02:00:00.000Z')).toEqual({
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate,
      });
    expect(lockFor('attachments/a', '2026-11-25T02:00:00.000Z')).toEqual({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate,
    });
    // These hold names and accounts, can be made again, and must run out.
    for (const key of ['papers/a', 'archives/a', 'payments/a', 'query-results/a'])
      expect(lockFor(key, '2026-11-25T02:00:00.000Z')).toBeUndefined();
  });

  it.each([
    [{ stage: 'production' }, 'retentionYears'],
    [{ ...production, retentionYears: '4' }, 'retentionYears'],
    [{ ...production, retentionYears: '7.5' }, 'retentionYears'],
    [{ ...production, retentionYears: 'long' }, 'retentionYears'],
  ])('is not deployed with %j: the years are said, and never fewer than the archive rule has', (context, why) => {
    expect(() => kept(context)).toThrow(why);
  });

  it('cannot be put without its lock, nor with a shorter one, nor shortened, whatever a role may do', () => {
    const { denials } = kept(production);
    const puts = denials('s3:PutObject');
    expect(puts.map(({ Condition }) => Condition)).toEqual([
      { StringNotEquals: { 's3:object-lock-mode': 'COMPLIANCE' } },
      { StringNotEquals: { 's3:object-lock-mode': 'GOVERNANCE' } },
      { NumericLessThan: { 's3:object-lock-remaining-retention-days': '3650' } },
    ]);
    expect(puts.map(foldersIn)).toEqual([['lake/', 'ledger/'], ['attachments/'], ['attachments/', 'lake/', 'ledger/']]);
    expect(denials('s3:PutObjectRetention').map(({ Condition }) => Condition)).toEqual([
      { NumericLessThan: { 's3:object-lock-remaining-retention-days': '3650' } },
    ]);
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion'])
      expect(denials(action).map((one) => [foldersIn(one), one.Condition])).toEqual([
        [['lake/', 'ledger/'], undefined],
      ]);
    expect(denials('s3:PutBucketObjectLockConfiguration')).toHaveLength(1);
  });

  it('is disposed of before its time by nobody, or by the one role that is named, and only where it was uploaded', () => {
    const [nobody] = kept(production).denials('s3:BypassGovernanceRetention');
    expect(nobody).toMatchObject({ Effect: 'Deny' });
    expect(nobody).not.toHaveProperty('Condition');
    const role = 'role-of-disposal';
    const [others] = kept({ ...production, disposalRoleArn: role }).denials('s3:BypassGovernanceRetention');
    expect(others?.Condition).toEqual({ ArnNotEquals: { 'aws:PrincipalArn': role } });
  });

  it('may be put by who may put it at all, lock and object in one', () => {
    const { stores } = kept(production);
    const actions = (folder: string) => objects(stores, folder, ['Get', 'Put'])[0]?.actions;
    expect(actions(folders.ledger)).toEqual(['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention']);
    expect(actions(folders.raw)).toContain('s3:PutObjectRetention');
    expect(actions(folders.attachments)).toContain('s3:PutObjectRetention');
    expect(actions(folders.results)).toEqual(['s3:GetObject', 's3:PutObject']);
    expect(objects(stores, folders.ledger, ['Get'])[0]?.actions).toEqual(['s3:GetObject']);
  });
});

describe('evidence elsewhere', () => {
  it('is locked in governance mode, which whoever may can bypass to take a trial down', () => {
    const { app, denials } = kept({});
    expect(lockEnvironment(app)).toEqual({ SUNLIGHT_LOCK_MODE: 'GOVERNANCE', SUNLIGHT_LOCK_YEARS: '5' });
    expect(denials('s3:PutObject')[0]?.Condition).toEqual({ StringNotEquals: { 's3:object-lock-mode': 'GOVERNANCE' } });
    expect(denials('s3:BypassGovernanceRetention')).toEqual([]);
    expect(denials('s3:DeleteObjectVersion')).toEqual([]);
    expect(denials('s3:DeleteObject')).toHaveLength(1);
  });

  it('is not half configured', () => {
    expect(() => objectLock({ SUNLIGHT_LOCK_MODE: 'COMPLIANCE' })).toThrow('SUNLIGHT_LOCK_YEARS');
    expect(() => objectLock({ SUNLIGHT_LOCK_MODE: 'NONE', SUNLIGHT_LOCK_YEARS: '5' })).toThrow('SUNLIGHT_LOCK_MODE');
    expect(objectLock({})('ledger/a', '2026-11-25T02:00:00.000Z')).toBeUndefined();
  });
});

describe('what runs out', () => {
  it('are results in seven days, uploads that were broken off in three, and what holds names in days', () => {
    const rules = Object.values(kept(production).template.findResources('AWS::S3::Bucket')).flatMap(
      ({ Properties }) =>
        (Properties as { LifecycleConfiguration?: { Rules: Record<string, unknown>[] } }).LifecycleConfiguration
          ?.Rules ?? [],
    );
    const days = (prefix: string) => rules.find(({ Prefix }) => Prefix === prefix)?.['ExpirationInDays'];
    expect([days('query-results/'), days('papers/'), days('archives/'), days('payments/')]).toEqual([7, 1, 1, 30]);
    expect(rules).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 3 } }),
    );
    for (const folder of ['ledger/', 'lake/', 'attachments/', 'lake/raw/']) expect(days(folder)).toBeUndefined();
  });
});
