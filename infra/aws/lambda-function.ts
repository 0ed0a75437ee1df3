import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bundleFolder } from './build.ts';
import { writeLogs } from './grants.ts';
import { type Platform, retentionDays } from './platform.ts';
import { printLayerFolder } from './print-layer.ts';
import { layerFolder } from './sdk-layer.ts';

export interface LambdaOptions {
  readonly platform: Platform;
  readonly id: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly grants: readonly PolicyStatement[];
  /** 10 by default: a request. */
  readonly timeoutSeconds?: number;
  /** Also the layer with the PDF library and the font of the papers. */
  readonly prints?: boolean;
}

/** Tests of the templates need no bundles; they say so in the context of the app. */
const withoutBundles = (scope: Construct): boolean => scope.node.tryGetContext('bundles') === 'none';

/** A layer once a stack: shared by its functions, and no reference between stacks that could not change. */
function layer(stack: Stack, id: string, folder: string): LayerVersion {
  const known = stack.node.tryFindChild(id) as LayerVersion | undefined;
  return (
    known ?? new LayerVersion(stack, id, { code: Code.fromAsset(folder), compatibleRuntimes: [Runtime.NODEJS_24_X] })
  );
}

/** The AWS SDK at our version, and what prints papers where the function does. */
function layersOf(scope: Construct, prints: boolean): LayerVersion[] {
  if (withoutBundles(scope)) return [];
  const stack = Stack.of(scope);
  return [layer(stack, 'Sdk', layerFolder), ...(prints ? [layer(stack, 'Print', printLayerFolder)] : [])];
}

const codeOf = (scope: Construct, id: string): Code =>
  withoutBundles(scope) ? Code.fromInline('exports.handler = async () => {};') : Code.fromAsset(bundleFolder(id));

/**
 * One Lambda with a role and a log group of its own. The log group has the name Lambda writes to anyway: naming another one is
 * not offered in every partition.
 */
export function lambdaFunction(scope: Construct, options: LambdaOptions): LambdaFunction {
  const { platform, id, description, environment, grants, timeoutSeconds = 10, prints = false } = options;
  const functionName = `sunlight-${id.replace('.', '-')}`;
  const logGroupName = `/aws/lambda/${functionName}`;
  const logs = new LogGroup(scope, `${id}.logs`, {
    logGroupName,
    retention: retentionDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const role = new Role(scope, `${id}.role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `${Stack.of(scope).stackName} ${id}`,
    inlinePolicies: { own: new PolicyDocument({ statements: [writeLogs(logGroupName), ...grants] }) },
  });
  const made = new LambdaFunction(scope, id, {
    functionName,
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: platform.architecture,
    handler: 'index.handler',
    code: codeOf(scope, id),
    layers: layersOf(scope, prints),
    // More memory is more processor: below this a cold start takes visibly longer.
    memorySize: 1024,
    timeout: Duration.seconds(timeoutSeconds),
    role,
    environment: { ...environment },
  });
  made.node.addDependency(logs);
  return made;
}
