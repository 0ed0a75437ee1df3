import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { alarm, errorAlarms } from './alarms.ts';
import type { Stores } from './data-stack.ts';
import { lambdaFunction } from './lambda-function.ts';
import { hostLambdas } from './lambdas.ts';
import { type Platform, retentionDays, settings } from './platform.ts';

/** The gateway, to which the stacks of the steps add their routes. */
export interface Api {
  readonly http: HttpApi;
  readonly authorizer: HttpLambdaAuthorizer;
}

/** What a line of the access log says: never a path, a query or a caller, which may tell of a person. */
const logFormat = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  authorizer: '$context.authorizer.error',
  integration: '$context.integrationErrorMessage',
};

/** HTTP API, its authorizer, health and contract; routes are made from the declarations, in the stacks of their steps. */
export function apiStack(scope: Construct, platform: Platform, stores: Stores): Api {
  const stack = new Stack(scope, 'sunlight-api', { env: platform.env });
  const verify = lambdaFunction(stack, {
    platform,
    id: hostLambdas.authorizer,
    description: 'Verifies bearer tokens against configured keys',
    environment: { SUNLIGHT_TOKEN_RULES: StringParameter.valueForStringParameter(stack, settings.tokenRules) },
    grants: [],
  });
  const authorizer = new HttpLambdaAuthorizer('Authorizer', verify, {
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    resultsCacheTtl: Duration.minutes(1),
    identitySource: ['$request.header.Authorization'],
  });
  const http = new HttpApi(stack, 'Http', { apiName: 'sunlight', createDefaultStage: false });
  stageOf(stack, http);
  new CfnOutput(stack, 'Address', { value: http.apiEndpoint });
  const health = openRoute(stack, {
    platform,
    http,
    id: hostLambdas.health,
    path: '/v1/health',
    description: 'Liveness, with the present instant',
  });
  const contract = openRoute(stack, {
    platform,
    http,
    id: hostLambdas.contract,
    path: '/openapi.json',
    description: 'The generated contract',
  });
  gatewayAlarms(stack, http, stores);
  errorAlarms(stack, [verify, health, contract], stores.alarms);
  return { http, authorizer };
}

function stageOf(stack: Stack, httpApi: HttpApi): void {
  const logs = new LogGroup(stack, 'AccessLog', {
    logGroupName: '/aws/vendedlogs/sunlight/api',
    retention: retentionDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  new HttpStage(stack, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1_000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(JSON.stringify(logFormat)),
    },
  });
}

/** A route that asks for no token and reads nothing. */
function openRoute(
  stack: Stack,
  of: {
    readonly platform: Platform;
    readonly http: HttpApi;
    readonly id: string;
    readonly path: string;
    readonly description: string;
  },
): LambdaFunction {
  const { platform, http, id, path, description } = of;
  const made = lambdaFunction(stack, { platform, id, description, environment: {}, grants: [] });
  new HttpRoute(stack, `${id}.route`, {
    httpApi: http,
    routeKey: HttpRouteKey.with(path, HttpMethod.GET),
    integration: new HttpLambdaIntegration('Integration', made),
    authorizer: new HttpNoneAuthorizer(),
  });
  return made;
}

function gatewayAlarms(stack: Stack, http: HttpApi, { alarms: topic }: Stores): void {
  const period = Duration.minutes(5);
  alarm(stack, 'ServerErrors', {
    topic,
    description: 'HTTP API answers 5xx',
    metric: http.metricServerError({ period, statistic: 'Sum' }),
    above: 2,
  });
  alarm(stack, 'Slow', {
    topic,
    description: 'HTTP API: p99 over two seconds',
    metric: http.metricLatency({ period, statistic: 'p99' }),
    above: 2_000,
    periods: 3,
  });
}
