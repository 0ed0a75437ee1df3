import * as z from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Instant } from '../../schemas/dates.ts';
import { problems } from '../core/problem-catalogue.ts';
import type { Step } from '../core/step.ts';
import { addressOf, operationOf, problemResponses } from './openapi-operation.ts';

const Problem = z
  .object({
    type: z.string().describe('说明页 address that explains the code'),
    title: z.string().describe('中英文标题 title, Chinese then English'),
    titleZh: z.string().describe('中文标题 Chinese title'),
    titleEn: z.string().describe('英文标题 English title'),
    status: z.int().describe('HTTP 状态 HTTP status'),
    code: z.enum(Object.keys(problems)).describe('稳定代码，含义不变 stable code, it never changes meaning'),
    todo: z.string().describe('怎么办 what to do'),
    rule: z.string().optional().describe('所执行的禁止或分离规则 prohibition or separation rule behind it'),
    requestId: z.string().describe('请求编号 request'),
    errors: z
      .array(
        z.object({
          path: z.string().describe('位置 place in the input'),
          message: z.string().describe('问题 fault'),
        }),
      )
      .optional()
      .describe('逐项错误 faults one by one'),
  })
  .meta({
    id: 'Problem',
    description: '拒绝（RFC 9457）；另有该代码的具体字段 Refusal; more fields may say what this code is about',
    examples: [
      {
        type: '/problems/case-already-open',
        title: `${problems['case-already-open'].zh} ${problems['case-already-open'].en}`,
        titleZh: problems['case-already-open'].zh,
        titleEn: problems['case-already-open'].en,
        status: problems['case-already-open'].status,
        code: 'case-already-open',
        todo: problems['case-already-open'].todo,
        requestId: '00000000-0000-4000-8000-000000000000',
        openCaseId: '649900101-DB-2026-000001',
      },
    ],
  });

const Health = z
  .strictObject({
    status: z.literal('ok').describe('正常 alive'),
    now: Instant.describe('主机当前时间 the present of this host'),
  })
  .meta({
    id: 'Health',
    description: '运行状况 Liveness',
    examples: [{ status: 'ok', now: '2026-08-03T01:00:00.000Z' }],
  });

const openPaths: ZodOpenApiPathsObject = {
  '/v1/health': {
    get: {
      operationId: 'host.read-health',
      tags: ['host'],
      summary: '运行状况 Liveness, with the present time of the host',
      security: [],
      responses: { '200': { description: '正常 Alive', content: { 'application/json': { schema: Health } } } },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'host.read-contract',
      tags: ['host'],
      summary: '本接口说明 This contract',
      security: [],
      responses: {
        '200': {
          description: 'OpenAPI 3.1',
          content: { 'application/json': { schema: { type: 'object', description: 'OpenAPI 3.1' } } },
        },
      },
    },
  },
};

const tags = [
  { name: 'intake', description: '申请与受理 Application and acceptance' },
  { name: 'review', description: '调查、审核、公示、确认 Investigation, review, publicity, decision' },
  { name: 'supervision', description: '授权、参数、时限提醒与审计 Delegation, parameters, terms, audit' },
  { name: 'host', description: '主机 The host itself' },
];

/** Paths in the order of the procedure; a POST and a GET of one address share a path. */
function pathsOf(steps: readonly Step[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const step of steps) {
    const address = addressOf(step);
    if (!address) continue;
    paths[address.path] = { ...paths[address.path], [address.method]: operationOf(step, address) };
  }
  return { ...paths, ...openPaths };
}

function refusals(): NonNullable<NonNullable<ZodOpenApiObject['components']>['responses']> {
  const entries = problemResponses().map(({ name, description, retry }) => [
    name,
    {
      description,
      ...(retry
        ? { headers: z.object({ 'Retry-After': z.string().meta({ description: '几秒后重试 seconds to wait' }) }) }
        : {}),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ]);
  return Object.fromEntries(entries) as ReturnType<typeof refusals>;
}

/** The contract of the API (OpenAPI 3.1), made of the declarations alone: the same steps give the same document. */
export function openapi(steps: readonly Step[]): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '阳光救助 Sunlight',
      version: '1',
      summary: '乡镇（街道）社会救助审核确认 Township confirmation of social assistance',
      description:
        '金额以分为单位；日期为北京时间的公历日期，时刻为 UTC。 Money in fen; dates are civil dates in Asia/Shanghai, instants are UTC.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: '本主机 This host' }],
    tags,
    security: [{ bearer: [] }],
    paths: pathsOf(steps),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'OIDC 令牌 OIDC token' },
      },
      responses: refusals(),
    },
  });
}
