import * as z from 'zod';
import { CaseView } from '../../schemas/case.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { type CaseAct, reply } from '../core/case-reply.ts';
import { type Facts, theCase } from '../core/facts.ts';
import { issuePapers } from '../core/paper.ts';
import { must, Problem } from '../core/problem.ts';
import { settingOf } from '../core/setting.ts';
import { caseFacts, defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { clockOf } from '../law/clocks.ts';
import { materialRule, materialRules, requiredMaterials } from '../law/materials.ts';
import { cite } from '../law/sources.ts';
import { type Prohibition, rawBody, rawItems, villageStamp } from './village-stamp.ts';

const RequestedItem = z
  .strictObject({
    item: z.string().min(1).max(40).describe('材料目录编号 item of the catalogue'),
    arisesFrom: z
      .strictObject({
        attachmentId: z
          .string()
          .min(8)
          .max(64)
          .describe('补正时提交、由此才知道需要本项的材料 material supplied since, from which the need arose'),
        reason: z.string().min(1).max(400).describe('首次告知时为何无法知道 why it could not be known before'),
      })
      .optional()
      .describe('仅用于第二次告知 for a second request only'),
  })
  .meta({ id: 'RequestedItem', description: '需补充的材料 Item asked for', examples: [{ item: 'disability-card' }] });

const RequestMaterialsInput = z
  .strictObject({
    items: z.array(RequestedItem).min(1).max(20).describe('全部需补充的材料，一次性列明 everything missing, at once'),
    note: z.string().max(400).optional().describe('说明 note'),
  })
  .meta({
    id: 'RequestMaterialsInput',
    description: '一次性补正告知 Request for missing materials',
    examples: [{ items: [{ item: 'disability-card' }] }],
  });
type RequestMaterialsInput = z.infer<typeof RequestMaterialsInput>;

/** Items outside the closed catalogue, or that come by sharing or verification (P05, P11): refused wherever the case stands (B12). */
const prohibited = (body: unknown): Prohibition | undefined => {
  const stamp = villageStamp(body);
  if (stamp) return stamp;
  const items = rawItems(rawBody(body)['items']);
  const unlisted = items.find((item) => materialRule(item) === undefined);
  const catalogue = materialRules.filter(({ source }) => source === 'applicant').map(({ item }) => item);
  if (unlisted) return { code: 'item-not-in-catalogue', detail: { item: unlisted, catalogue } };
  const shared = items.map(materialRule).find((rule) => rule !== undefined && rule.source !== 'applicant');
  return shared && { code: 'item-available-by-sharing', detail: { item: shared.item, source: shared.how } };
};

/**
 * Asks the applicant once for everything that is missing (T2, W06). With service the intake term ends and the applicant's window of 15
 * working days starts (B3): a request that lies in a drawer stops no clock. A second request needs, for each item, a material supplied since from which the need arose.
 */
export const requestMaterials = defineStep({
  id: 'intake.request-materials',
  zh: '一次性告知补正材料',
  en: 'Request missing materials',
  route: 'POST /v1/cases/{caseId}/materials-request',
  provision: [cite('D57', '§10'), cite('LAW', '§62(2)'), cite('SEED', '二(三)1')],
  input: RequestMaterialsInput,
  output: CaseView,
  prohibited,
  early: ({ correction, status }) => {
    if (correction && status !== 'submitted')
      throw new Problem('second-request-forbidden', { requestedOn: correction.requestedOn, items: correction.items });
  },
  facts: caseFacts,
  decide: (facts, input, now) => {
    const { parts } = theCase(facts);
    const on = civilDateOf(now);
    const items = input.items.map(({ item }) => item);
    must(new Set(items).size === items.length, 'input-invalid', {
      errors: [{ path: 'items', message: '材料重复 an item is listed twice' }],
    });
    checkOnce(facts, input);
    const arising = input.items.flatMap(({ item, arisesFrom }) =>
      arisesFrom ? [{ item, from: arisesFrom.attachmentId, reason: arisesFrom.reason }] : [],
    );
    const act: CaseAct = {
      type: 'materials-requested',
      data: {
        items,
        ...(input.note ? { note: input.note } : {}),
        onFile: parts.materials.length,
        ...(arising.length > 0 ? { arising } : {}),
      },
      papers: notice(facts, input, on),
    };
    return reply(facts, act, now);
  },
});

/** The first request lists every required item that is missing; a later one only what arose since (T2). */
function checkOnce(facts: Facts, { items }: RequestMaterialsInput): void {
  const { head, parts } = theCase(facts);
  const { correction } = head;
  if (correction) {
    const since = new Set(parts.materials.slice(correction.onFile).map(({ attachmentId }) => attachmentId));
    const knowable = items.filter(({ arisesFrom }) => !arisesFrom || !since.has(arisesFrom.attachmentId));
    must(knowable.length === 0, 'second-request-forbidden', {
      requestedOn: correction.requestedOn,
      items: knowable.map(({ item }) => item),
    });
    return;
  }
  must(!items.some(({ arisesFrom }) => arisesFrom), 'input-invalid', {
    errors: [{ path: 'items', message: 'arisesFrom 仅用于第二次告知 is for a second request only' }],
  });
  const given = parts.materials.filter(({ item, from }) => from && items.some((asked) => asked.item === item));
  must(given.length === 0, 'second-request-forbidden', {
    items: given.map(({ item }) => item),
    earlier: given[0]?.from,
  });
  const known = new Set([...parts.materials, ...items].map(({ item }) => item));
  const missing = requiredMaterials.filter((item) => !known.has(item));
  must(missing.length === 0, 'materials-incomplete', { missing });
}

function notice(facts: Facts, input: RequestMaterialsInput, on: CivilDate) {
  const { head, parts } = theCase(facts);
  const setting = settingOf(facts, head.program, on);
  const intake = parts.terms.find(({ term, endedOn }) => term === 'intake' && endedOn === undefined);
  const rules = input.items.map(({ item }) => materialRule(item)).filter((rule) => rule !== undefined);
  return issuePapers({ facts, setting, townshipCode: head.townshipCode, on }, [
    {
      kind: 'W06',
      to: head.applicant,
      clauses: [cite('D57', '§10'), cite('LAW', '§62(2)')],
      ...(intake ? { serveBy: intake.dueOn } : {}),
      data: {
        items: rules.map(({ zh, how }) => ({ zh, how })),
        windowWorkingDays: clockOf(setting.clocks, 'clock.correctionWindow'),
        ...(input.note ? { note: input.note } : {}),
        program: head.program,
      },
    },
  ]);
}
