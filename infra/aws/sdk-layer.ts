import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './lambdas.ts';

/** Folder of the layer, laid out as Lambda mounts it under /opt. */
export const layerFolder = join(root, 'build', 'layer');

/**
 * What each file of the layer holds: the AWS SDK at the version of the lock file, and only what the adapters call. Packages that
 * are used together share one file, so that nothing is loaded twice; the others load with the port that needs them.
 */
const files: Readonly<Record<string, string>> = {
  'client-dynamodb':
    "export * from '@aws-sdk/lib-dynamodb'; export { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export { marshall, unmarshall } from '@aws-sdk/util-dynamodb';",
  'client-s3':
    "export { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'; export { getSignedUrl } from '@aws-sdk/s3-request-presigner';",
  'client-kms': "export { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';",
  'client-sns': "export { PublishCommand, SNSClient } from '@aws-sdk/client-sns';",
  'client-sfn': "export { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';",
  'client-athena':
    "export { AthenaClient, GetQueryExecutionCommand, GetQueryResultsCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena';",
};

/** Packages that are another name for a file of the layer. */
const sharing: Readonly<Record<string, string>> = {
  'lib-dynamodb': 'client-dynamodb',
  'util-dynamodb': 'client-dynamodb',
  's3-request-presigner': 'client-s3',
};

/** Packages that Lambdas take from the layer. */
export const layerPackages = [...Object.keys(files), ...Object.keys(sharing)].map((name) => `@aws-sdk/${name}`);

/**
 * The SDK's credential chain looks in profiles, single sign-on, processes and the network; a function has its role in the
 * environment and may find nothing else. Leaving the rest out saves a third of each file.
 */
const roleOnly: Plugin = {
  name: 'role-only',
  setup(bundle) {
    bundle.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({
      path,
      namespace: 'role-only',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'role-only' }, () => ({
      resolveDir: root,
      contents:
        "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv();",
    }));
  },
};

/** Writes the layer; answers the bytes of each file. The same lock file gives the same bytes. */
export async function buildSdkLayer(): Promise<Readonly<Record<string, number>>> {
  rmSync(layerFolder, { recursive: true, force: true });
  const packages = join(layerFolder, 'nodejs', 'node_modules', '@aws-sdk');
  const sizes = await Promise.all(
    Object.entries(files).map(async ([name, contents]) => {
      const outfile = join(packages, name, 'index.js');
      const { metafile } = await build({
        stdin: { contents, resolveDir: root, loader: 'ts' },
        outfile,
        bundle: true,
        minify: true,
        platform: 'node',
        target: 'node24',
        format: 'cjs',
        mainFields: ['module', 'main'],
        legalComments: 'none',
        metafile: true,
        logLevel: 'error',
        plugins: [roleOnly],
      });
      return [name, Object.values(metafile.outputs)[0]?.bytes ?? 0] as const;
    }),
  );
  for (const [name, of] of Object.entries(sharing)) {
    mkdirSync(join(packages, name), { recursive: true });
    writeFileSync(join(packages, name, 'index.js'), `module.exports = require('@aws-sdk/${of}');\n`);
  }
  return Object.fromEntries(sizes);
}
