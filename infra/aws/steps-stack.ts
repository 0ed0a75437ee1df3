import { Stack } from 'aws-cdk-lib';
import { HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { isOpen, type Step } from '../../functions/core/step.ts';
import { errorAlarms } from './alarms.ts';
import type { Api } from './api-stack.ts';
import type { Stores } from './data-stack.ts';
import { grantsOf, printsPapers } from './grants.ts';
import { lambdaFunction } from './lambda-function.ts';
import { httpSteps } from './lambdas.ts';
import { lakeNames, type Platform, settings } from './platform.ts';
import { lockEnvironment } from './retention.ts';

/** Resources of supervision that fill stacks of their own, by the first word of their address; the rest stay with their context. */
const ownStacks: Readonly<Record<string, readonly string[]>> = {
  funds: ['rosters', 'payees', 'petty-cash'],
  setup: [
    ...['divisions', 'delegations', 'parameters', 'calendars', 'staff', 'alert-directory', 'counties', 'readiness'],
    ...['boards', 'policies', 'trainings', 'services', 'recalculations', 'recounts', 'seals'],
  ],
  conduct: ['alerts', 'complaints', 'corrections', 'leads', 'appeals', 'assignments', 'mandates'],
  outside: ['subscriptions', 'changes', 'recognitions', 'verifications', 'notices', 'referrals'],
};

/** The stack of a step: its context, or the part of supervision its address belongs to. */
function stackOf({ id, route }: Step): string {
  const context = id.slice(0, id.indexOf('.'));
  const resource = /\/v1\/([a-z-]+)/.exec(route)?.[1] ?? '';
  const own = Object.keys(ownStacks).find((name) => ownStacks[name]?.includes(resource));
  return context === 'supervision' && own ? own : context;
}

/** The stacks of the steps: a step is six resources, a stack takes 500. */
export const stepStacks: readonly string[] = [...new Set(httpSteps.map(stackOf))].sort();

/** What every function is told about its surroundings. */
export const environmentOf = (stack: Stack, { table, bucket, noteKey }: Stores): Record<string, string> => ({
  SUNLIGHT_TABLE: table.tableName,
  SUNLIGHT_BUCKET: bucket.bucketName,
  SUNLIGHT_DATABASE: lakeNames.database,
  SUNLIGHT_NOTE_KEY: noteKey.keyArn,
  SUNLIGHT_WRAPPED_KEY: StringParameter.valueForStringParameter(stack, settings.wrappedKey),
  ...lockEnvironment(stack),
});

/**
 * Addresses of those who cosign checkpoints and their public keys, by context: `-c witnesses=https://a.example,https://b.example
 * -c witnessKeys=<verifier key>,<verifier key>`. With keys, what nobody of them signed is no cosignature, and the alarm counts it missing.
 */
export const witnesses = (stack: Stack): Record<string, string> => ({
  SUNLIGHT_WITNESSES: String(stack.node.tryGetContext('witnesses') ?? ''),
  SUNLIGHT_WITNESS_KEYS: String(stack.node.tryGetContext('witnessKeys') ?? ''),
});

/** Where papers say they are verified: a page of the county's or the region's portal by context, else the gateway itself. */
const publicAddress = (stack: Stack, { http }: Api): Record<string, string> => ({
  SUNLIGHT_PUBLIC_ADDRESS: String(stack.node.tryGetContext('publicAddress') ?? `${http.apiEndpoint}/v1/verifications`),
});

function addRoute(stack: Stack, api: Api, of: { readonly step: Step; readonly made: LambdaFunction }): void {
  const [method = '', path = ''] = of.step.route.split(' ');
  new HttpRoute(stack, `${of.step.id}.route`, {
    httpApi: api.http,
    routeKey: HttpRouteKey.with(path, HttpMethod[method as keyof typeof HttpMethod]),
    integration: new HttpLambdaIntegration('Integration', of.made),
    authorizer: isOpen(of.step) ? new HttpNoneAuthorizer() : api.authorizer,
  });
}

/** One Lambda, one role and one route for each step of a stack, all from its declaration. */
export function stepsStack(
  scope: Construct,
  name: string,
  of: { readonly platform: Platform; readonly stores: Stores; readonly api: Api },
): void {
  const { platform, stores, api } = of;
  const stack = new Stack(scope, `sunlight-${name}`, { env: platform.env });
  const environment = environmentOf(stack, stores);
  const made = httpSteps
    .filter((step) => stackOf(step) === name)
    .map((step) => {
      const one = lambdaFunction(stack, {
        platform,
        id: step.id,
        description: `${step.en} (${step.route})`,
        environment: {
          ...environment,
          ...(printsPapers(step) ? publicAddress(stack, api) : {}),
          ...(step.effects?.includes('notify') ? { SUNLIGHT_TOPIC_ARN: stores.alerts.topicArn } : {}),
        },
        grants: grantsOf(stack, step, stores),
        prints: printsPapers(step),
      });
      addRoute(stack, api, { step, made: one });
      return one;
    });
  errorAlarms(stack, made, stores.alarms);
}
