import * as z from 'zod';
import { CivilDate } from '../../schemas/dates.ts';
import { Delegation, LegalBasis } from '../../schemas/delegation.ts';
import { TownshipCode } from '../../schemas/ids.ts';
import { Program } from '../../schemas/program.ts';
import { countyReply } from '../core/county-reply.ts';
import { delegationOf, type Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { addDays } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

const DelegationGrant = z
  .strictObject({
    program: Program,
    townships: z
      .array(TownshipCode)
      .min(1)
      .max(40)
      .refine((codes) => new Set(codes).size === codes.length, '乡镇（街道）重复 a township is listed twice')
      .describe('受权乡镇（街道）代码 Townships that receive the power'),
    legalBasis: LegalBasis,
    from: CivilDate.describe('生效日期 First day in force'),
    until: CivilDate.optional().describe('截止日期（含当日），无期限不填 Last day in force; absent when open-ended'),
  })
  .meta({
    id: 'DelegationGrant',
    description: '下放审核确认权限 Delegation of the power to confirm',
    examples: [
      {
        program: 'DB_URBAN',
        townships: ['649900101', '649900102'],
        legalBasis: {
          title: '演示县人民政府关于下放社会救助审核确认权限的决定（演示数据）',
          documentNo: '演政发〔2025〕1号',
          issuedBy: '演示县人民政府',
        },
        from: '2026-01-01',
      },
    ],
  });
type DelegationGrant = z.infer<typeof DelegationGrant>;

const GrantedDelegations = z
  .strictObject({ delegations: z.array(Delegation).describe('已登记的授权，每个乡镇一项 One delegation a township') })
  .meta({
    id: 'GrantedDelegations',
    description: '已登记的授权 Delegations granted',
    examples: [
      {
        delegations: [
          {
            delegationId: 'DB_URBAN-649900101-2026-01-01',
            countyCode: '649900',
            townshipCode: '649900101',
            program: 'DB_URBAN',
            legalBasis: {
              title: '演示县人民政府关于下放社会救助审核确认权限的决定（演示数据）',
              documentNo: '演政发〔2025〕1号',
              issuedBy: '演示县人民政府',
            },
            from: '2026-01-01',
          },
        ],
      },
    ],
  });

/**
 * Gives townships the power to confirm a program (LAW §44(2)), by instrument, number and days. One delegation a township: each is
 * revoked by itself. A township holds one delegation a program at a time, and the next is granted once the last has ended.
 */
export const grantDelegation = defineStep({
  id: 'supervision.grant-delegation',
  zh: '下放审核确认权限',
  en: 'Grant a delegation',
  route: 'POST /v1/delegations',
  provision: [cite('LAW', '§44(2)'), cite('SEED', '二(一)1')],
  input: DelegationGrant,
  output: GrantedDelegations,
  status: 201,
  facts: ({ input, actor }) => ({ county: actor.orgCode, townships: input.townships }),
  decide: (facts, input, now) => {
    const { orgCode: countyCode } = facts.actor;
    must(input.until === undefined || input.until >= input.from, 'date-out-of-order', {
      from: input.from,
      until: input.until,
    });
    checkTownships(facts, input.townships);
    const delegations = input.townships.map((township) => granted(facts, { input, township, now }));
    return countyReply(countyCode, { type: 'delegation-granted', data: { delegations } }, { delegations });
  },
});

function checkTownships(facts: Facts, townships: readonly string[]): void {
  const known = new Set(facts.county?.parts.divisions?.townships.map(({ code }) => code));
  for (const division of townships) must(known.has(division), 'division-unknown', { division });
}

function granted(
  facts: Facts,
  { input, township, now }: { readonly input: DelegationGrant; readonly township: string; readonly now: string },
): Delegation {
  const { program, legalBasis, from, until } = input;
  const former = delegationOf(facts, program, township);
  const endedOn = former && lastDayOf(former);
  const free = !former || (endedOn !== undefined && endedOn < from && endedOn < civilDateOf(now));
  must(free, 'delegation-overlaps', { delegationId: former?.delegationId, township, until: endedOn });
  const base = `${program}-${township}-${from}`;
  return {
    delegationId: former ? `${base}-${(facts.county?.version ?? 0) + 1}` : base,
    countyCode: facts.actor.orgCode,
    townshipCode: township,
    program,
    legalBasis,
    from,
    ...(until ? { until } : {}),
  };
}

/** The last day a delegation was or will be in force; a revocation takes effect on its own day. */
function lastDayOf({ until, revokedOn }: Delegation): string | undefined {
  const revoked = revokedOn && addDays(revokedOn, -1);
  if (revoked === undefined || until === undefined) return revoked ?? until;
  return revoked < until ? revoked : until;
}
