import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters } from 'zod-openapi';
import { postNames } from '../../schemas/actor.ts';
import { CaseId, CountyCode, TownshipCode } from '../../schemas/ids.ts';
import { NoticeToken } from '../../schemas/notice.ts';
import { problems } from '../core/problem-catalogue.ts';
import { actOf, isOpen, type Step } from '../core/step.ts';
import { powerOf } from '../law/powers.ts';
import { citeText } from '../law/sources.ts';

const identifier = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .meta({ description, examples: [example] });

/** Every name that may stand in braces in a route, with its shape. */
export const pathParameters: Readonly<Record<string, z.ZodType>> = {
  caseId: CaseId,
  paperId: identifier('文书编号 Paper', 'W07-1'),
  noticeToken: NoticeToken,
  countyCode: CountyCode,
  recountId: identifier('期限重算编号 Recount', '649900-recount-2027-1'),
  alertId: identifier('提醒编号 Alert', '649900101-DB-2026-000001:decision:2026-08-31:warning'),
  appealId: identifier('复议诉讼编号 Appeal', '649900101-DB-2026-000001-A1'),
  complaintId: identifier('信访举报编号 Complaint', '649900-XF-2026-0a1b2c3d4e5f'),
  personId: identifier('人员编号 Member of staff', 't1-tc'),
  delegationId: identifier('授权编号 Delegation', 'DB_URBAN-649900101-2026-01-01'),
  parameterId: identifier('参数编号 Parameter', 'standard.DB_URBAN@2026-01-01#1'),
  townshipCode: TownshipCode,
  rosterId: identifier('名册编号 Roster', '649900-2026-09-DB_URBAN'),
  code: identifier('文书核验码 Code of a paper', 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'),
  policyId: identifier('政策版本编号 Version of a policy', '649900-POL-DB_URBAN@1'),
  boardId: identifier('公示栏编号 Board', '649900101-BOARD-1'),
  providerId: identifier('服务机构编号 Provider', '649900-PROV-0123456789abcdef'),
  selfCheckId: identifier('自查编号 Self-check', '649900101-SC-0123456789abcdef'),
  regionalDaysId: identifier('自治区放假安排编号 Regional days', '649900-RD-2027-1'),
  erasureId: identifier('清除编号 Erasure', '649900-ERA-0123456789abcdef'),
  importId: identifier('导入编号 Import', '649900-IMP-0123456789abcdef01234567'),
  drawId: identifier('抽查编号 Draw', '649900-DRAW-2026-08-1'),
  sealId: identifier('印章登记编号 Seal', '649900101-SEAL-1'),
  referralId: identifier('转办编号 Referral', '649900101-DB-2026-000001-R1'),
  leadId: identifier('线索编号 Lead', '649900101-LEAD-0123456789abcdef'),
  subscriptionId: identifier('回调编号 Callback', '649900-SUB-0123456789abcdef'),
  runId: identifier('查询编号 Query run', 'run-649900-1'),
  archiveId: identifier('档案编号 Archive', 'archive-649900101-DB-2026-000001-v12-1f0c9a2b7d3e'),
  reportId: identifier('报表编号 Report', 'report-649900-2026-08-1f0c9a2b7d3e'),
};

const headers = {
  post: z
    .string()
    .max(32)
    .optional()
    .meta({
      param: { id: 'SunlightPost' },
      description:
        '本次使用的岗位和机构，如 TC@649900101；只有一个岗位时可省略 Post used; may be left out by a caller who holds one only',
      examples: ['TC@649900101'],
    }),
  key: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/)
    .meta({
      param: { id: 'IdempotencyKey' },
      description:
        '幂等键：同一系统内唯一，保留 7 日以上；重复提交返回首次结果 Unique per client, kept at least 7 days',
      examples: ['portal-20260803-000001'],
    }),
  ifMatch: z.string().meta({
    param: { id: 'IfMatch' },
    description: '所见的案件版本（ETag）；不是最新版本时拒绝 Version of the case that was read; a stale one is refused',
    examples: ['"7"'],
  }),
  purpose: z
    .string()
    .min(1)
    .max(600)
    .meta({
      param: { id: 'SunlightPurpose' },
      description:
        '查阅个人信息的目的（百分号编码），记入查阅日志 Purpose of reading personal data, percent-encoded, kept in the access log',
      examples: ['%E6%A0%B8%E5%AF%B9%E8%BA%AB%E4%BB%BD'],
    }),
};

/** Method and path of a step with an address; undefined for what only the clock calls. */
export function addressOf(step: Step): { readonly method: 'get' | 'post'; readonly path: string } | undefined {
  const [verb = '', path = ''] = step.route.split(' ');
  if (verb === 'DOCKET') return undefined;
  if (verb !== 'GET' && verb !== 'POST') throw new Error(`${step.id} has no known method: ${step.route}`);
  return { method: verb === 'GET' ? 'get' : 'post', path };
}

/** Names in braces, in the order of the path. */
export const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function parametersOf(step: Step, method: 'get' | 'post', path: string): ZodOpenApiParameters {
  const names = namesIn(path);
  const known = names.map((name): [string, z.ZodType] => {
    const schema = pathParameters[name];
    if (!schema) throw new Error(`${step.id} has an undescribed path parameter: ${name}`);
    return [name, schema];
  });
  const header = {
    ...(isOpen(step) ? {} : { 'Sunlight-Post': headers.post }),
    ...(method === 'post' ? { 'Idempotency-Key': headers.key } : {}),
    ...(step.ifMatch ? { 'If-Match': headers.ifMatch } : {}),
    ...(step.reveals ? { 'Sunlight-Purpose': headers.purpose } : {}),
  };
  return {
    header: z.object(header),
    ...(known.length > 0 ? { path: z.object(Object.fromEntries(known)) } : {}),
    ...(method === 'get' && step.input instanceof z.ZodObject ? { query: step.input } : {}),
  };
}

/** What the law says of the act, and who may do it. */
function descriptionOf(step: Step): string {
  const { posts } = powerOf(actOf(step));
  return [
    `依据 Basis：${step.provision.map(citeText).join('；')}。`,
    `可用岗位 Posts：${posts.map((post) => `${post} ${postNames[post].zh} ${postNames[post].en}`).join('；')}。`,
  ].join('\n\n');
}

const readStatuses = [400, 401, 403, 404, 405, 429, 500, 503];
/** Without log-in nothing is refused for who asks; what was public may be gone. */
const publicStatuses = [400, 404, 405, 410, 429, 500, 503];
const statuses = [...new Set(Object.values(problems).map(({ status }) => status))].sort((a, b) => a - b);

const refusalsOf = (step: Step, method: 'get' | 'post'): Record<string, { $ref: string }> =>
  Object.fromEntries(
    statuses
      .filter((status) =>
        method === 'get'
          ? (isOpen(step) ? publicStatuses : readStatuses).includes(status)
          : status !== 428 || step.ifMatch,
      )
      .map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );

const replyHeaders = (method: 'get' | 'post', path: string) =>
  z.object({
    ...(path.startsWith('/v1/cases') && (method === 'post' || path === '/v1/cases/{caseId}')
      ? {
          ETag: z
            .string()
            .optional()
            .meta({ description: '案件版本 Version of the case', examples: ['"7"'] }),
        }
      : {}),
    ...(method === 'post'
      ? {
          'Idempotent-Replay': z
            .literal('true')
            .optional()
            .meta({ description: '这是首次结果的重放 The first result again' }),
        }
      : {}),
  });

/** The operation of one step: id, law, posts, parameters, body, reply and refusals. Throws for a route nobody described. */
export function operationOf(
  step: Step,
  { method, path }: { method: 'get' | 'post'; path: string },
): ZodOpenApiOperationObject {
  return {
    operationId: step.id,
    tags: [step.id.slice(0, step.id.indexOf('.'))],
    summary: `${step.zh} ${step.en}`,
    description: descriptionOf(step),
    ...(isOpen(step) ? { security: [] } : {}),
    requestParams: parametersOf(step, method, path),
    ...(method === 'post'
      ? { requestBody: { required: true, content: { 'application/json': { schema: step.input } } } }
      : {}),
    responses: {
      [String(step.status ?? 200)]: {
        description: `${step.zh} ${step.en}`,
        headers: replyHeaders(method, path),
        content: {
          'application/json': { schema: step.output },
          ...(step.page ? { 'text/html': { schema: z.string() } } : {}),
        },
      },
      ...refusalsOf(step, method),
    } as ZodOpenApiOperationObject['responses'],
  };
}

/** Refusals by HTTP status, each code with its wording; 429 and 503 say when to come again. */
export const problemResponses = (): readonly { name: string; description: string; retry: boolean }[] =>
  statuses.map((status) => {
    const lines = Object.entries(problems)
      .filter(([, problem]) => problem.status === status)
      .map(([code, { zh, en }]) => `- \`${code}\` ${zh} ${en}`);
    return { name: `Problem${status}`, description: lines.join('\n'), retry: status === 429 || status === 503 };
  });
