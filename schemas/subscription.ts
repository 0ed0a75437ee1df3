import * as z from 'zod';
import { Post } from './actor.ts';
import { CaseView, caseViewExample } from './case.ts';
import { Instant } from './dates.ts';
import { CaseId, CountyCode, PersonId } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

const url = z.string().min(1).max(500).describe('接收地址，须为 https address to call, https');
const events = z
  .array(z.string().regex(/^[a-z][a-z-]{2,60}$/, '事件类型格式不正确'))
  .min(1)
  .max(100)
  .optional()
  .describe('要接收的事件类型，如 case-decided；不填为全部 types of event wanted; all when absent');
const cases = z
  .enum(['organisation', 'own'])
  .describe(
    'organisation 为本机构辖区内的案件，own 为本系统提交的案件 the organisation’s cases, or those this client submitted',
  );
const cursor = z.string().min(1).max(40);

/** A callback as it is kept. Its secret is derived and stands nowhere. */
export const Subscription = z
  .strictObject({
    subscriptionId: z.string().min(1).max(64).describe('回调编号 subscription'),
    countyCode: CountyCode,
    clientId: z.string().min(1).max(64).describe('调用系统 calling system'),
    url,
    events,
    cases,
    createdBy: PersonId,
    post: Post,
    orgCode: z.string().max(12).describe('机构代码 organisation'),
    createdAt: Instant,
    /** Deliver what comes after this position of the feed; absent: go on where delivery stood. */
    after: z.int().min(0).optional(),
    /** How often delivery was started anew from `after`. */
    restarts: z.int().min(0),
    /** Which secret holds. */
    secretNo: z.int().min(1),
    state: z
      .enum(['active', 'disabled', 'ended'])
      .describe('有效；24 小时未送达已停用；已终止 active, disabled after 24 hours, ended'),
    disabledAt: Instant.optional().describe('停用时间 disabled at'),
  })
  .meta({ id: 'Subscription', description: '回调 Subscription' });
export type Subscription = z.infer<typeof Subscription>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

export const SubscriptionEventBody = z.discriminatedUnion('type', [
  event('subscription-created', { subscription: Subscription }),
  event('subscription-restarted', { after: z.int().min(0).optional() }),
  event('subscription-secret-renewed', {}),
  event('subscription-disabled', { at: Instant }),
  event('subscription-ended', { at: Instant }),
]);
export type SubscriptionEventBody = z.infer<typeof SubscriptionEventBody>;

export const SubscriptionRequest = z
  .strictObject({
    url,
    events,
    cases: cases.default('organisation'),
    after: cursor
      .optional()
      .describe(
        '从 GET /v1/changes 的哪个 next 之后开始；不填从头开始 a `next` of GET /v1/changes; from the beginning when absent',
      ),
  })
  .meta({
    id: 'SubscriptionRequest',
    description: '登记回调 Callback to register',
    examples: [{ url: 'https://portal.example/sunlight', events: ['case-decided'], cases: 'organisation' }],
  });
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

const { after: _after, restarts: _restarts, secretNo: _secretNo, ...told } = Subscription.shape;
const example = {
  subscriptionId: '649900-SUB-0123456789abcdef',
  version: 1,
  countyCode: '649900',
  clientId: 'portal',
  url: 'https://portal.example/sunlight',
  cases: 'organisation' as const,
  createdBy: 'cc-1',
  post: 'CC' as const,
  orgCode: '649900',
  createdAt: '2026-08-03T02:00:00.000Z',
  state: 'active' as const,
};

export const SubscriptionView = z
  .strictObject({
    ...told,
    version: z.int().min(1).describe('版本 version'),
    secret: z.string().optional().describe('签名密钥，只在登记和更换时显示一次 secret of the signature, shown once'),
  })
  .meta({
    id: 'SubscriptionView',
    description: '回调 Subscription as shown',
    examples: [{ ...example, secret: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
  });
export type SubscriptionView = z.infer<typeof SubscriptionView>;

export const SubscriptionQuery = z
  .strictObject({ county: CountyCode.optional(), ...pageQuery })
  .meta({ id: 'SubscriptionQuery', description: '回调清单查询 Which callbacks to list', examples: [{ limit: 50 }] });

export const SubscriptionList = z
  .strictObject({ subscriptions: z.array(SubscriptionView).describe('回调 callbacks'), ...pageNext })
  .meta({ id: 'SubscriptionList', description: '回调清单 Callbacks', examples: [{ subscriptions: [example] }] });

export const RedeliveryRequest = z
  .strictObject({
    after: cursor
      .optional()
      .describe(
        '从该 position 之后重新送达；不填从停下处继续 deliver again what comes after this position; go on where it stopped when absent',
      ),
  })
  .meta({ id: 'RedeliveryRequest', description: '重新送达 Deliver again', examples: [{ after: '649900-120' }] });

/** One attempt, as the list of deliveries shows it. */
export const DeliveryAttempt = z
  .strictObject({
    position: cursor.describe('变更位置 position in the feed'),
    caseId: CaseId,
    version: z.int().min(1).describe('案件版本 version of the case'),
    at: Instant.describe('时间 when'),
    result: z.string().max(60).describe('delivered，或未送达的原因 delivered, or why not'),
  })
  .meta({ id: 'DeliveryAttempt', description: '一次送达 One delivery' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

export const DeliveryList = z
  .strictObject({
    subscriptionId: Subscription.shape.subscriptionId,
    state: Subscription.shape.state,
    reached: cursor.describe('已处理到的位置 position dealt with'),
    failingSince: Instant.optional().describe('连续未送达的起始时间 failing since'),
    nextAttemptAt: Instant.optional().describe('下次尝试时间 next attempt'),
    deliveries: z.array(DeliveryAttempt).describe('最近的送达，至多 50 次，新的在后 the last 50, latest at the end'),
  })
  .meta({
    id: 'DeliveryList',
    description: '回调送达情况 How a callback stands',
    examples: [
      {
        subscriptionId: example.subscriptionId,
        state: 'active',
        reached: '649900-120',
        deliveries: [
          {
            position: '649900-120',
            caseId: '649900101-DB-2026-000001',
            version: 3,
            at: '2026-08-03T02:00:00.000Z',
            result: 'delivered',
          },
        ],
      },
    ],
  });

/** What a receiver is sent: one version of one case and the event behind it. Never personal data. */
export const CallbackMessage = z
  .strictObject({
    subscriptionId: Subscription.shape.subscriptionId,
    position: cursor.describe('变更位置，重复送达时相同 position in the feed, the same when it comes again'),
    event: z.string().describe('事件类型 type of the event'),
    at: Instant.describe('登记时间 recorded at'),
    caseId: CaseId,
    version: z.int().min(1).describe('案件版本，只保留最高的 version of the case; keep the highest'),
    view: CaseView,
  })
  .meta({
    id: 'CallbackMessage',
    description: '回调内容 What a receiver is sent',
    examples: [
      {
        subscriptionId: example.subscriptionId,
        position: '649900-120',
        event: 'application-accepted',
        at: '2026-08-03T02:00:00.000Z',
        caseId: '649900101-DB-2026-000001',
        version: 2,
        view: caseViewExample,
      },
    ],
  });
export type CallbackMessage = z.infer<typeof CallbackMessage>;
