import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Tags } from 'aws-cdk-lib';
import { apiStack } from './api-stack.ts';
import { callbacksStack } from './callbacks-stack.ts';
import { dataStack } from './data-stack.ts';
import { docketStack } from './docket-stack.ts';
import { lakeStack } from './lake-stack.ts';
import { root } from './lambdas.ts';
import type { Platform } from './platform.ts';
import { queriesStack, queryStacks } from './queries-stack.ts';
import { sealingStack } from './sealing-stack.ts';
import { stepStacks, stepsStack } from './steps-stack.ts';

export interface AppOptions {
  readonly platform: Platform;
  /** Where the templates go; the CDK CLI names its own place. */
  readonly outdir?: string;
  /** Without bundles the templates are the same but for the code: what tests of templates need. */
  readonly bundles?: 'none';
  /** Without the rules CDK asks by itself, which cost three times the synthesis, and its tree of constructs: `npm run synth` has both. */
  readonly unruled?: true;
  /** Settings that the CDK CLI would be given with `-c`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The settings of cdk.json, which the CLI would read: a synthesis without it must not differ. */
export const cdkContext = (): Record<string, unknown> =>
  (JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> }).context;

/** The whole of Sunlight in one partition. */
export function sunlightApp({ platform, outdir, bundles, unruled, context }: AppOptions): App {
  const app = new App({
    analyticsReporting: false,
    context: { ...cdkContext(), ...(bundles && { bundles }), ...context },
    ...(outdir !== undefined && { outdir }),
    ...(unruled && { builtinCloudFormationValidation: false, treeMetadata: false }),
  });
  const stores = dataStack(app, platform);
  const api = apiStack(app, platform, stores);
  for (const name of stepStacks) stepsStack(app, name, { platform, stores, api });
  docketStack(app, platform, stores);
  sealingStack(app, platform, stores);
  const wake = callbacksStack(app, platform, stores);
  lakeStack(app, platform, { stores, wake });
  for (const place of queryStacks) queriesStack(app, place, { platform, stores });
  Tags.of(app).add('system', 'sunlight');
  return app;
}
