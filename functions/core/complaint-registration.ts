import type * as z from 'zod';
import type { ComplaintHead, complaintFields } from '../../schemas/complaint.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { handlingPosts, levelFor, levelOfPost, organAt } from '../law/complaint-levels.ts';
import { lastDayOf } from '../law/term-start.ts';
import type { EventBody } from './event.ts';
import { type Facts, staffOf } from './facts.ts';
import { nearStaff } from './near-staff.ts';
import { must } from './problem.ts';
import { countySettingOf } from './setting.ts';
import type { PersonalRecord } from './step.ts';
import type { SubjectRef } from './subject.ts';
import { startSubjectTerms } from './subject-terms.ts';

export type ComplaintSaid = z.infer<z.ZodObject<typeof complaintFields>>;

/** A complaint about to exist: its subject and event, who complains as a sealed record, and its receipt. */
export interface RegisteredComplaint {
  readonly subject: SubjectRef;
  readonly event: EventBody;
  readonly personal: readonly PersonalRecord[];
  readonly head: Omit<ComplaintHead, 'terms' | 'papers' | 'handlers'>;
  readonly receiptBy: CivilDate;
}

/**
 * Registers a complaint (信访工作条例 §23, D57 §36): it goes to the lowest organ that it is not about, which has 15 days for the receipt.
 * Who complains is sealed under a token that names nobody. Needs the county, the staff complained of, and the case if there is one.
 * Refuses staff that are not registered (`staff-unknown`) and a day of receipt to come.
 */
export function registeredComplaint(
  facts: Facts,
  said: ComplaintSaid,
  at: { readonly now: string; readonly countyCode: string; readonly townshipCode?: string | undefined },
): RegisteredComplaint {
  const { now, countyCode, townshipCode } = at;
  const today = civilDateOf(now);
  const setting = countySettingOf(facts, today);
  const receivedOn = said.receivedOn ?? today;
  must(receivedOn <= today, 'date-out-of-order', { receivedOn });
  const head = headOf(facts, said, { ...at, receivedOn });
  const { level, orgCode, complaintId } = head;
  const [post = 'CC'] = handlingPosts[level];
  const holder = { org: level === 'region' ? 'city' : level, post: holderPost(post), orgCode } as const;
  const start = startSubjectTerms(['complaint-receipt'], {
    setting,
    fromOn: receivedOn,
    countyCode,
    townshipCode,
    holder,
  });
  return {
    subject: { kind: 'complaint', id: complaintId },
    event: { type: 'complaint-registered', data: { on: today, complaint: head }, terms: { start } },
    personal: sealed(head.complainant, said),
    head,
    receiptBy: start[0] ? lastDayOf(start[0]) : receivedOn,
  };
}

/** The post a term of a complaint is held by. */
export const holderPost = (post: string): 'TC' | 'CC' | 'CITY' =>
  post === 'TC' || post === 'TD' ? 'TC' : post === 'CC' ? 'CC' : 'CITY';

const sealed = (token: string | undefined, { complainant }: ComplaintSaid): PersonalRecord[] => {
  if (!token || !complainant) return [];
  const { name, phone, address } = complainant;
  return [{ token, data: { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) } }];
};

function headOf(
  facts: Facts,
  said: ComplaintSaid,
  at: { now: string; countyCode: string; townshipCode?: string | undefined; receivedOn: CivilDate },
): RegisteredComplaint['head'] {
  const { now, countyCode, townshipCode, receivedOn } = at;
  const { requestKey } = facts.params;
  if (!requestKey) throw new Error('a complaint needs the request key among the parameters');
  const about = aboutOf(facts, said);
  const posts = said.staff.flatMap((id) => staffOf(facts, id)?.posts.map(({ post }) => post) ?? []);
  // Who complains may be opened at the county at the lowest, and must be told the result: a named complaint is not left to a township.
  const byTownship = levelOfPost(facts.actor.post) === 'township' && !said.complainant;
  const takenAt = byTownship ? 'township' : 'county';
  const level = levelFor({ takenAt, posts, organisations: said.organisations });
  const caseId = facts.case?.head.caseId;
  return {
    complaintId: `${countyCode}-XF-${civilDateOf(now).slice(0, 4)}-${requestKey.slice(0, 12)}`,
    countyCode,
    ...(townshipCode ? { townshipCode } : {}),
    ...(caseId ? { caseId } : {}),
    channel: said.channel,
    receivedOn,
    realName: said.complainant !== undefined,
    ...(said.complainant ? { complainant: `t_${requestKey.slice(32, 64)}` } : {}),
    content: said.content,
    about,
    level,
    orgCode: organAt(level, { countyCode, townshipCode }),
    stage: 'handling',
    status: 'registered',
    registeredBy: facts.actor.personId,
  };
}

function aboutOf(facts: Facts, { staff, organisations }: ComplaintSaid): ComplaintHead['about'] {
  const records = staff.map((id) => {
    const record = staffOf(facts, id);
    must(record, 'staff-unknown', { staff: [id] });
    return record;
  });
  const head = facts.case?.head;
  const tasks = head ? [head.clerk, head.reviewer, head.decision?.by, ...head.surveyors] : [];
  const near = head ? [...head.relatives, ...nearStaff(facts)] : [];
  return {
    staff: [...staff],
    organisations: [...organisations],
    persons: records.map(({ token }) => token),
    near: records.flatMap(({ relatives }) => relatives.map(({ person }) => person)),
    barred: [...new Set([...tasks.filter((id) => id !== undefined), ...near])],
  };
}
