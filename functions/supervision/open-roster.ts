import * as z from 'zod';
import { Month } from '../../schemas/dates.ts';
import { Program } from '../../schemas/program.ts';
import { type RosterHead, RosterView } from '../../schemas/roster.ts';
import type { Facts } from '../core/facts.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf } from '../core/listing.ts';
import { must } from '../core/problem.ts';
import { amountEntered, rosterIdOf, rosterIn, rosterOf, rosterReply, rosterView } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { nextDay } from '../law/calendar.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { parameterOn } from '../law/parameters.ts';
import { cutoffOn, endOfDay, paidMonthly, previousMonth } from '../law/roster.ts';
import { cite } from '../law/sources.ts';

const OpenRosterInput = z.strictObject({ program: Program, month: Month.describe('发放月份 month to pay') }).meta({
  id: 'OpenRosterInput',
  description: '编制发放名册 Roster of a month',
  examples: [{ program: 'DB_URBAN', month: '2026-09' }],
});

/**
 * Freezes the roster of a month (B20; D57 §25) and starts building it page by page: every entitlement as known at the end of the cut-off day
 * of the month before, back pay, no stops. Only the county ever may (P04, 权钱分离). Asked again while it is being built it goes on with the
 * work; asked again later it answers where the roster stands. Months follow each other, 特困 comes before 低保.
 */
export const openRoster = defineStep({
  id: 'supervision.open-roster',
  zh: '编制发放名册',
  en: 'Open a roster',
  route: 'POST /v1/rosters',
  provision: [cite('SEED', '二(二)1'), cite('D57', '§25')],
  input: OpenRosterInput,
  effects: ['continue-roster'],
  output: RosterView,
  status: 202,
  prohibited: amountEntered,
  facts: ({ actor, input: { program, month } }) => {
    const idOf = (of: string, at: string) => rosterOf(rosterIdOf(actor.orgCode, of, at));
    const pk = subjectsOf(actor.orgCode, 'roster');
    return {
      county: actor.orgCode,
      subjects: [idOf(program, month), idOf(program, previousMonth(month)), idOf('TK', month)],
      list: { index: 'k', pk, prefix: `${actor.orgCode}-${program}-`, limit: 1 },
    };
  },
  decide: (facts, { program, month }, now) => {
    must(paidMonthly.includes(program), 'roster-without-payment', { programs: paidMonthly });
    const countyCode = facts.actor.orgCode;
    const rosterId = rosterIdOf(countyCode, program, month);
    const effect = { kind: 'continue-roster', rosterId } as const;
    const there = rosterIn(facts, rosterId)?.head;
    if (there) return { reply: rosterView(there), ...(there.state === 'building' ? { effect } : {}) };
    const on = civilDateOf(now);
    const { cutoff, payBy } = daysOf(facts, month, on);
    must(on > cutoff, 'roster-not-due', { cutoffOn: cutoff, opensOn: nextDay(cutoff) });
    const earlier = checkOrder(facts, { countyCode, program, month });
    const { personId: by } = facts.actor;
    const data = { rosterId, program, month, on, cutoffOn: cutoff, freezeAt: endOfDay(cutoff), payBy, earlier, by };
    return { ...rosterReply(facts, { type: 'roster-opened', data }), effect };
  },
});

/** Cut-off and pay day by the county's parameters of the day. */
function daysOf(facts: Facts, month: string, on: string): { readonly cutoff: string; readonly payBy: string } {
  const records = facts.county?.parts.parameters ?? [];
  must(facts.county?.parts.divisions, 'program-closed', { missing: ['divisions'] });
  const dayOf = (key: 'roster.cutoffDay' | 'pay.dayOfMonth'): number =>
    Number(parameterOn(records, key, { program: 'DB_URBAN', on })?.value);
  return {
    cutoff: cutoffOn(month, dayOf('roster.cutoffDay')),
    payBy: `${month}-${String(dayOf('pay.dayOfMonth')).padStart(2, '0')}`,
  };
}

/** Month by month without a gap, each built before the next; 特困 of the month before 低保. Answers the freezes before this one. */
function checkOrder(
  facts: Facts,
  { countyCode, program, month }: { readonly countyCode: string; readonly program: string; readonly month: string },
): RosterHead['earlier'] {
  const [first] = headsOf<RosterHead>(facts);
  const before = rosterIdOf(countyCode, program, previousMonth(month));
  const previous = rosterIn(facts, before)?.head;
  must(!first || (previous && previous.state !== 'building'), 'roster-order', { first: before });
  const support = rosterIdOf(countyCode, 'TK', month);
  const built = (rosterIn(facts, support)?.head.state ?? 'building') !== 'building';
  must(!program.startsWith('DB_') || built, 'roster-order', { first: support });
  return previous ? [...previous.earlier, { month: previous.month, at: previous.freezeAt }] : [];
}
