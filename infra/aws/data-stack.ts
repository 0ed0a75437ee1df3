import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { tableShape } from '../../functions/shell/aws/table.ts';
import { folders, type Platform, retentionDays } from './platform.ts';
import { denyShortening } from './retention.ts';

/** What is kept. Nothing of it goes away with its stack. */
export interface Stores {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly dataKey: Key;
  readonly masterKey: Key;
  /** Signs the checkpoints of the logs. */
  readonly noteKey: Key;
  /** Alerts of the law, to people. */
  readonly alerts: Topic;
  /** Alarms of the system, to its operators. */
  readonly alarms: Topic;
}

/** Table, bucket, keys and topics: the stack that is never taken down. */
export function dataStack(scope: Construct, platform: Platform): Stores {
  const stack = new Stack(scope, 'sunlight-data', { env: platform.env, terminationProtection: true });
  const dataKey = keyOf(stack, 'DataKey', 'Sunlight: table, bucket and topics');
  // Alarms reach an encrypted topic only if CloudWatch may use its key.
  dataKey.grant(new ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:Decrypt', 'kms:GenerateDataKey*');
  const masterKey = keyOf(stack, 'MasterKey', 'Sunlight: wraps the master key of personal data');
  new CfnOutput(stack, 'MasterKeyArn', { value: masterKey.keyArn });
  const topic = (id: string): Topic => new Topic(stack, id, { masterKey: dataKey, enforceSSL: true });
  return {
    table: tableOf(stack, dataKey),
    bucket: bucketOf(stack, dataKey),
    dataKey,
    masterKey,
    noteKey: noteKeyOf(stack, platform),
    alerts: topic('Alerts'),
    alarms: topic('Alarms'),
  };
}

const keyOf = (stack: Stack, id: string, description: string): Key =>
  new Key(stack, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });

/** Ed25519 where KMS has it; in China it is not known to, and P-256 takes its place. Such keys are never rotated: who verifies holds them. */
const noteKeyOf = (stack: Stack, { partition }: Platform): Key =>
  new Key(stack, 'NoteKey', {
    description: 'Sunlight: signs the checkpoints of the ledgers',
    keySpec: partition === 'aws' ? KeySpec.ECC_NIST_EDWARDS25519 : KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];

const attribute = (schema: KeySchema, kind: 'HASH' | 'RANGE') => ({
  name: schema.find(({ KeyType }) => KeyType === kind)?.AttributeName ?? '',
  type: AttributeType.STRING,
});

/** The table as `tableShape` has it, so that both hosts keep the same one. */
function tableOf(stack: Stack, encryptionKey: Key): Table {
  const table = new Table(stack, 'Table', {
    partitionKey: attribute(tableShape.keySchema, 'HASH'),
    sortKey: attribute(tableShape.keySchema, 'RANGE'),
    billingMode: BillingMode[tableShape.billingMode],
    timeToLiveAttribute: tableShape.timeToLiveAttribute,
    stream: StreamViewType[tableShape.streamViewType],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const { IndexName, KeySchema, Projection } of tableShape.globalSecondaryIndexes)
    table.addGlobalSecondaryIndex({
      indexName: IndexName,
      projectionType: ProjectionType[Projection.ProjectionType],
      ...('NonKeyAttributes' in Projection && { nonKeyAttributes: [...Projection.NonKeyAttributes] }),
      partitionKey: attribute(KeySchema, 'HASH'),
      sortKey: attribute(KeySchema, 'RANGE'),
    });
  return table;
}

/** Attachments, lake and logs. Evidence is locked object by object as it is put: other folders hold names and must run out. */
function bucketOf(stack: Stack, encryptionKey: Key): Bucket {
  const kept = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  };
  const accessLogs = new Bucket(stack, 'AccessLogs', {
    ...kept,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(retentionDays) }],
  });
  const bucket = new Bucket(stack, 'Bucket', {
    ...kept,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    versioned: true,
    objectLockEnabled: true,
    // The CDK's own types disagree under exactOptionalPropertyTypes.
    serverAccessLogsBucket: accessLogs as IBucket,
    serverAccessLogsPrefix: 'bucket/',
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(3) },
      { prefix: folders.results, expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(1) },
      // Exported files and printed papers hold names and can be made again at any time.
      { prefix: folders.archives, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      { prefix: folders.papers, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      // Pieces of imports: what was recorded lies in the lake by then.
      { prefix: folders.pieces, expiration: Duration.days(14), noncurrentVersionExpiration: Duration.days(1) },
      // Payment files hold accounts: the bank has them by then, and their hash stays in the event.
      { prefix: folders.payments, expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      // Read less and less once their days are compacted; S3 leaves the small ones, which would cost more there, where they are.
      {
        prefix: folders.raw,
        transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(60) }],
      },
    ],
  });
  denyShortening(bucket);
  return bucket;
}
