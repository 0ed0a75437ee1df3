import * as z from 'zod';
import { Delegation } from '../../schemas/delegation.ts';
import { Program } from '../../schemas/program.ts';
import { countyReply } from '../core/county-reply.ts';
import { delegationOf, type Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const DelegationRevocation = z
  .strictObject({ reason: z.string().min(1).max(400).describe('收回理由和文件 Reason and instrument') })
  .meta({
    id: 'DelegationRevocation',
    description: '收回授权 Revocation of a delegation',
    examples: [{ reason: '演示：该乡镇连续三个月超时限' }],
  });

/**
 * Takes a delegation back, effective on the day it is recorded (Asia/Shanghai): from then on the county decides that township's
 * cases. Decisions made before stand.
 */
export const revokeDelegation = defineStep({
  id: 'supervision.revoke-delegation',
  zh: '收回授权',
  en: 'Revoke a delegation',
  route: 'POST /v1/delegations/{delegationId}/revocation',
  provision: [cite('SEED', '二(三)5')],
  input: DelegationRevocation,
  output: Delegation,
  facts: ({ params, actor }) => {
    const named = partsOf(params);
    return { county: actor.orgCode, ...(named ? { townships: [named.township] } : {}) };
  },
  decide: (facts, { reason }, now) => {
    const delegation = theDelegation(facts);
    const on = civilDateOf(now);
    must(delegation.revokedOn === undefined, 'already-done', { revokedOn: delegation.revokedOn });
    must(delegation.until === undefined || delegation.until >= on, 'already-done', { until: delegation.until });
    return countyReply(
      delegation.countyCode,
      { type: 'delegation-revoked', data: { delegation, on, reason } },
      { ...delegation, revokedOn: on },
    );
  },
});

/** Program and township lie in the id: they are what the record is found by. */
function partsOf(
  params: Readonly<Record<string, string>>,
): { readonly program: Program; readonly township: string } | undefined {
  const match = /^([A-Z]{2}(?:_[A-Z]+)?)-(64\d{7})-\d{4}-\d{2}-\d{2}(?:-\d+)?$/.exec(params['delegationId'] ?? '');
  const program = Program.safeParse(match?.[1]);
  return match?.[2] && program.success ? { program: program.data, township: match[2] } : undefined;
}

function theDelegation(facts: Facts): Delegation {
  const delegationId = facts.params['delegationId'];
  const named = partsOf(facts.params);
  const delegation = named && delegationOf(facts, named.program, named.township);
  must(delegation && delegation.delegationId === delegationId, 'delegation-not-found', { delegationId });
  return delegation;
}
