import type { Environment } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { exportedArchives, importedPieces, paymentFiles, printedPapers } from '../../functions/shell/keys.ts';
import { ledgerFolder } from '../../functions/shell/ledger/ledger-keys.ts';

/** What differs between the partitions (design decision 16); everything else is the same commit. */
export interface Platform {
  readonly partition: 'aws' | 'aws-cn';
  readonly env: Environment;
  readonly architecture: Architecture;
}

/** Ningxia lies in the China partition; the account is whoever deploys. */
export const platforms: readonly Platform[] = [
  // arm64 is cheaper; for China it waits until a deployment there has shown that it works.
  { partition: 'aws', env: { region: 'ap-southeast-1' }, architecture: Architecture.ARM_64 },
  { partition: 'aws-cn', env: { region: 'cn-northwest-1' }, architecture: Architecture.X86_64 },
];

/** Names that must be known before a stack is deployed, since Athena calls things by name. */
export const lakeNames = { database: 'sunlight' } as const;

/** Settings an operator stores once, in Systems Manager, before the first deployment. */
export const settings = {
  /** The master key, encrypted under the master CMK with the context of `kms-keyring`, base64. */
  wrappedKey: '/sunlight/wrapped-master-key',
  /** Keys, issuer, audience and acting clients of the tokens, JSON (`shell/aws/authorizer`). */
  tokenRules: '/sunlight/token-rules',
  /** Codes of the counties that have dockets, separated by commas. */
  counties: '/sunlight/counties',
} as const;

/** Log groups keep what they hold for 400 days; the law asks for six months. */
export const retentionDays = 400;

/** Folders of the one bucket. */
export const folders = {
  attachments: 'attachments/',
  papers: `${printedPapers}/`,
  archives: `${exportedArchives}/`,
  payments: `${paymentFiles}/`,
  lake: 'lake/',
  raw: 'lake/raw/',
  days: 'lake/days/',
  months: 'lake/months/',
  imports: 'lake/imports/',
  pieces: `${importedPieces}/`,
  ledger: ledgerFolder,
  results: 'query-results/',
} as const;
