import { Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { isOpen, type Step } from '../../functions/core/step.ts';
import { MASTER_KEY_CONTEXT } from '../../functions/shell/aws/kms-keyring.ts';
import { lockedFolders } from '../../functions/shell/aws/object-lock.ts';
import type { Stores } from './data-stack.ts';
import { folders, lakeNames } from './platform.ts';
import { workGroups } from './work-groups.ts';

const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, unknown>>) =>
  new PolicyStatement({ actions, resources, ...(conditions && { conditions }) });

/** Only within a transaction: an event is never written alone (design decision 3). */
const inTransaction = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };

/** Events are never changed, whatever else a role may do. Every role that reaches the table carries this. */
export const denyAlteringEvents = ({ table }: Stores): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    actions: [
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
    ],
    resources: [table.tableArn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['E#*'] } },
  });

/** The key of the stores, only through the services that keep them. */
const throughKey = ({ dataKey }: Stores, services: readonly string[]): PolicyStatement =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'], [dataKey.keyArn], {
    // Where the suffix of the partition stands in the service's name is left open.
    StringLike: { 'kms:ViaService': services.map((service) => `${service}.*`) },
  });

/** Reads by key and by index; never a Scan (design decision 2). */
export const readTable = (stores: Stores): PolicyStatement[] => [
  allow(['dynamodb:BatchGetItem', 'dynamodb:GetItem'], [stores.table.tableArn]),
  allow(['dynamodb:Query'], [stores.table.tableArn, `${stores.table.tableArn}/index/*`]),
  throughKey(stores, ['dynamodb']),
  denyAlteringEvents(stores),
];

/** Reads of some partitions only, of the table or of an index. */
export const readPartitions = (stores: Stores, partitions: readonly string[]): PolicyStatement[] => [
  allow(
    ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    [stores.table.tableArn, `${stores.table.tableArn}/index/*`],
    { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
  ),
  throughKey(stores, ['dynamodb']),
  denyAlteringEvents(stores),
];

/** Writes within a transaction; with `partitions`, only of those, and there only what is named. */
export const writeTable = (
  { table }: Stores,
  partitions?: readonly string[],
  actions: readonly ('Put' | 'Delete')[] = ['Put'],
): PolicyStatement[] => [
  allow(
    partitions
      ? actions.map((action) => `dynamodb:${action}Item`)
      : ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem'],
    [table.tableArn],
    {
      ...inTransaction,
      ...(partitions && { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } }),
    },
  ),
];

/** Opens the master key: needed to seal and open personal data and to make tokens of identity numbers. */
export const openMasterKey = ({ masterKey }: Stores): PolicyStatement =>
  allow(['kms:Decrypt'], [masterKey.keyArn], {
    StringEquals: { 'kms:EncryptionContext:purpose': MASTER_KEY_CONTEXT.purpose },
  });

/** Signs checkpoints, and tells with which key. */
export const signNotes = ({ noteKey }: Stores): PolicyStatement[] => [
  allow(['kms:GetPublicKey', 'kms:Sign'], [noteKey.keyArn]),
];

/** What sealing and compaction need beside the table: the logs, the rows they put into the lake, the key that signs. */
export const sealLedger = (stores: Stores): PolicyStatement[] => [
  ...objects(stores, folders.ledger, ['Get', 'Put']),
  ...[folders.raw, folders.days, folders.months].flatMap((folder) => objects(stores, folder, ['Get', 'Put'])),
  ...signNotes(stores),
];

/** Objects of one folder. Without the right to list, S3 answers 403 for an absent object instead of 404. */
export const objects = (stores: Stores, folder: string, actions: readonly ('Get' | 'Put')[]): PolicyStatement[] => [
  allow(
    [
      ...actions.map((action) => `s3:${action}Object`),
      // An object is put with its lock, never after.
      ...(actions.includes('Put') && lockedFolders.some((locked) => folder.startsWith(locked))
        ? ['s3:PutObjectRetention']
        : []),
    ],
    [stores.bucket.arnForObjects(`${folder}*`)],
  ),
  allow(['s3:ListBucket'], [stores.bucket.bucketArn]),
  throughKey(stores, ['s3']),
];

export const publishTo = (stores: Stores, topics: readonly string[]): PolicyStatement[] => [
  allow(['sns:Publish'], [...topics]),
  throughKey(stores, ['sns']),
];

export const publish = (stores: Stores): PolicyStatement[] => publishTo(stores, [stores.alerts.topicArn]);

/**
 * Runs queries in the workgroups, each of which fixes limits and where results lie: of every breadth, or only of the counties' own. The
 * rows a query may see are fixed by its text and, where folders are the county's, by the partition Athena is made to name.
 */
export function askLake(
  scope: Construct,
  stores: Stores,
  groups: readonly string[] = workGroups.map(({ name }) => name),
): PolicyStatement[] {
  const stack = Stack.of(scope);
  const glue = (resource: string, resourceName?: string): string =>
    stack.formatArn({ service: 'glue', resource, ...(resourceName && { resourceName }) });
  const arns = groups.map((name) => stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: name }));
  return [
    allow(
      [
        'athena:GetPreparedStatement',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
      ],
      arns,
    ),
    allow(
      ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
      [glue('catalog'), glue('database', lakeNames.database), glue('table', `${lakeNames.database}/*`)],
    ),
    allow(['s3:GetBucketLocation'], [stores.bucket.bucketArn]),
    ...objects(stores, folders.lake, ['Get']),
    ...objects(stores, folders.results, ['Get', 'Put']),
  ];
}

const methodAndPath = ({ route }: Step): readonly [string, string] => {
  const [method = '', path = ''] = route.split(' ');
  return [method, path];
};

/** Whether a step answers a paper as PDF. */
export const printsPapers = ({ effects }: Step): boolean =>
  effects?.some((kind) => kind === 'print-paper' || kind === 'export-archive') ?? false;

/** Whether a step puts the file of a household together. */
const exportsFiles = ({ effects }: Step): boolean => effects?.includes('export-archive') ?? false;

/** What a step about money touches beside the table: payment files, and messages to those whose account changes. */
const forPayments = (stores: Stores, { effects = [] }: Step): PolicyStatement[] => [
  ...(effects.includes('continue-roster') ? objects(stores, folders.payments, ['Get', 'Put']) : []),
  ...(effects.includes('download-address') ? objects(stores, folders.payments, ['Get']) : []),
  ...(effects.includes('notify') ? publish(stores) : []),
];

/** What the steps of an import touch: pieces that wait, and the lake's zone of imports. */
const forImports = (stores: Stores, { effects = [] }: Step): PolicyStatement[] => [
  ...(effects.includes('open-import') || effects.includes('check-import')
    ? objects(stores, folders.pieces, ['Get', 'Put'])
    : []),
  ...(effects.includes('load-import')
    ? [...objects(stores, folders.pieces, ['Get']), ...objects(stores, folders.imports, ['Get', 'Put'])]
    : []),
];

/** Whether a step starts or polls runs over the lake. */
export function asksLake(step: Step): boolean {
  const [, path] = methodAndPath(step);
  return path.startsWith('/v1/query-runs') || path.startsWith('/v1/reports');
}

/** Refusals and readings are noted by every step (design decisions 11 and 13); nothing else is written by one that reads. */
const notes = ['R#*', 'L#*', 'E#refusals:*', 'E#access:*'];
/** What a reading step keeps beyond its notes: the code of a paper it prints, and a run whose start a crash broke off. */
const keptByReaders = (step: Step): readonly string[] => [
  ...notes,
  ...(printsPapers(step) ? ['V#*'] : []),
  ...(asksLake(step) ? ['Q#*'] : []),
];

/** What a step may touch, from its declaration alone: a reading step reads, a command writes within transactions. */
export function grantsOf(scope: Construct, step: Step, stores: Stores): PolicyStatement[] {
  const [method, path] = methodAndPath(step);
  const command = method !== 'GET';
  return [
    ...readTable(stores),
    // Whoever asks without log-in leaves no trace of their own, and can write nothing.
    ...(isOpen(step) ? [] : writeTable(stores, command ? undefined : keptByReaders(step))),
    ...(command || step.reveals || isOpen(step) ? [openMasterKey(stores)] : []),
    ...(command ? objects(stores, folders.attachments, path === '/v1/attachments' ? ['Get', 'Put'] : ['Get']) : []),
    ...(printsPapers(step)
      ? [...objects(stores, folders.papers, ['Get', 'Put']), ...objects(stores, folders.attachments, ['Get'])]
      : []),
    ...(exportsFiles(step)
      ? [...objects(stores, folders.archives, ['Get', 'Put']), ...objects(stores, folders.attachments, ['Get'])]
      : []),
    ...(asksLake(step) ? askLake(scope, stores) : []),
    ...forPayments(stores, step),
    ...forImports(stores, step),
    ...(step.effects?.includes('prove-case')
      ? [...objects(stores, folders.ledger, ['Get']), allow(['kms:GetPublicKey'], [stores.noteKey.keyArn])]
      : []),
    ...(step.effects?.includes('mirror-ledger') ? objects(stores, folders.ledger, ['Get']) : []),
  ];
}

/** The account's own log group and no other. */
export const writeLogs = (logGroupName: string): PolicyStatement =>
  allow(
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    [`arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroupName}:*`],
  );
