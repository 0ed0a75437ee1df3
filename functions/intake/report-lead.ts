import { type Lead, LeadReport, LeadView } from '../../schemas/lead.ts';
import type { Facts } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { countySettingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import { leadViewOf } from '../core/the-lead.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';
import { checkDivision } from './application-checks.ts';

/**
 * Reports a household in need that nobody applied for (主动发现; LAW §39, SEED 二(一)3, 二(二)3). Who it is about is sealed in a record
 * of the lead's own, which replaces nothing on file; the identity number may be unknown. The township then has three working days to
 * make contact (design; `clock.leadContact`).
 */
export const reportLead = defineStep({
  id: 'intake.report-lead',
  zh: '报告主动发现线索',
  en: 'Report a lead',
  route: 'POST /v1/leads',
  provision: [cite('LAW', '§39'), cite('SEED', '二(一)3'), cite('SEED', '二(二)3'), cite('D57', '§6')],
  input: LeadReport,
  output: LeadView,
  status: 201,
  facts: ({ input, params }) => ({
    county: countyOf(input.townshipCode),
    people: input.person.idNumber ? [input.person.idNumber] : [],
    subjects: [{ kind: 'lead', id: leadIdOf(input.townshipCode, params) }],
  }),
  decide: (facts, input, now) => {
    const lead = leadOf(facts, input, now);
    return {
      event: { type: 'lead-reported', data: { lead } },
      subject: { kind: 'lead', id: lead.leadId },
      personal: [{ token: lead.contactToken, data: input.person }],
      reply: leadViewOf(lead, 1, lead.reportedOn),
    };
  },
});

/** The number follows from the request's key, so that a repeated request names the same lead. */
const leadIdOf = (township: string, params: Readonly<Record<string, string>>): string =>
  `${township}-LEAD-${(params['requestKey'] ?? '').slice(0, 16)}`;

function leadOf(facts: Facts, input: LeadReport, now: string): Lead {
  const { townshipCode, villageCode, source, needs, withoutCapacity, person } = input;
  const countyCode = countyOf(townshipCode);
  const on = civilDateOf(now);
  const setting = countySettingOf(facts, on);
  checkDivision({ townshipCode, villageCode }, setting.divisions);
  must(covers(facts.actor, { countyCode, townshipCode, villageCode }), 'division-not-yours', { division: villageCode });
  const terms = startSubjectTerms(['lead-contact'], { setting, fromOn: on, countyCode, townshipCode });
  const [{ dueOn = on, provisional = false } = {}] = terms;
  const { requestKey } = facts.params;
  if (!requestKey) throw new Error('a lead needs the request key among the parameters');
  return {
    leadId: leadIdOf(townshipCode, facts.params),
    countyCode,
    townshipCode,
    villageCode,
    source,
    needs: [...new Set(needs)],
    withoutCapacity,
    contactToken: `t_${requestKey.slice(-32)}`,
    ...(person.idNumber ? { person: facts.people[person.idNumber]?.token ?? '' } : {}),
    reportedOn: on,
    reportedBy: facts.actor.personId,
    contactBy: dueOn,
    provisional,
    contacts: [],
    reached: false,
    informed: false,
    terms,
  };
}
