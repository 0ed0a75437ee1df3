import type { CaseHead } from '../../schemas/case.ts';
import { groupOf } from '../../schemas/program.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { amended } from './amendment-fold.ts';
import { reopened } from './case-appeals-fold.ts';
import { careAssessed, changeInManagement, isInManagement } from './case-benefit-fold.ts';
import type { CaseEvent } from './case-event.ts';
import { changeInReview } from './case-review-fold.ts';
import { recountedHead } from './recount-fold.ts';
import { relativeFiled } from './relative-filed.ts';

type Submitted = Extract<CaseEvent, { type: 'application-submitted' }>;

const declared = ({ declaredRelatives = [] }: Submitted['data']): string[] => [
  ...new Set(declaredRelatives.map(({ staff }) => staff)),
];

/** Recognised is who receives by a decision on record: what the form says opens nothing (TA26 二(二)). */
const aidOf = ({ program, household }: Submitted['data']): Pick<CaseHead, 'aid'> => {
  const { aidRequest, members } = household;
  if (groupOf(program) !== 'LS' || !aidRequest) return {};
  const recognised = members.some(({ receives = [] }) =>
    receives.some((one) => ['TK', 'DB', 'BY', 'GX'].includes(one)),
  );
  return { aid: { type: aidRequest.type, ...(recognised ? { recognised: true as const } : {}) } };
};

const begin = ({ subjectId, data }: Submitted): CaseHead => ({
  caseId: subjectId as CaseHead['caseId'],
  countyCode: data.countyCode,
  townshipCode: data.townshipCode,
  villageCode: data.villageCode,
  program: data.program,
  mode: data.mode,
  ...(data.delegationId ? { delegationId: data.delegationId } : {}),
  status: data.program === 'LS_FAST' ? 'registered' : 'submitted',
  channel: data.channel,
  clientId: '',
  ...(data.externalNo ? { externalNo: data.externalNo } : {}),
  submittedAt: data.submittedAt,
  applicant: data.applicant,
  electronicService: data.electronicService,
  ...(data.declaredIncomeFen === undefined ? {} : { declaredFen: data.declaredIncomeFen }),
  ...aidOf(data),
  ...(data.alone ? { alone: true as const } : {}),
  members: data.household.members.length,
  consentsComplete: data.consentsComplete === true,
  relatives: declared(data),
  ...(declared(data).length > 0 ? { unfiledRelatives: declared(data) } : {}),
  surveyors: [],
  round: 0,
  objections: 0,
  objectionOpen: false,
  attempts: 0,
  paperCounts: {},
});

const withoutAbsent = (head: CaseHead): CaseHead =>
  Object.values(head).includes(undefined)
    ? (Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)) as CaseHead)
    : head;

/** The case item after an event: an exhaustive switch, so that a new event type cannot be forgotten. */
export function foldHead(before: CaseHead | undefined, event: CaseEvent): CaseHead {
  const head = before ?? (event.type === 'application-submitted' ? begin(event) : undefined);
  if (head === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  const next = countPapers(withoutAbsent({ ...head, ...change(head, event) }), event);
  if (event.type !== 'application-submitted') return next;
  const { clientId, act, personId } = event.actor;
  const { data, terms } = event;
  const fast = data.program === 'LS_FAST' ? { clerk: personId, dueOn: terms?.start?.[0]?.dueOn } : {};
  return withoutAbsent({ ...next, clientId, ...(act ? { owner: act } : {}), ...fast });
}

const countPapers = (head: CaseHead, event: CaseEvent): CaseHead => {
  if (!event.papers?.length) return head;
  const paperCounts = { ...head.paperCounts };
  for (const { kind } of event.papers) paperCounts[kind] = (paperCounts[kind] ?? 0) + 1;
  return { ...head, paperCounts };
};

function change(head: CaseHead, event: CaseEvent): Partial<CaseHead> {
  switch (event.type) {
    case 'application-submitted':
      return {};
    case 'materials-requested':
      return {
        status: 'correction-requested',
        correction: { requestedOn: civilDateOf(event.at), items: event.data.items, onFile: event.data.onFile },
      };
    case 'materials-supplied':
      return event.data.complete ? { status: 'submitted', completedOn: event.data.on } : {};
    case 'application-accepted': {
      const { on, mode, delegationId, dueOn, targetOn, postBy, provisional, relativesFound } = event.data;
      return {
        status: 'accepted',
        acceptedOn: on,
        mode,
        delegationId,
        clerk: event.actor.personId,
        dueOn,
        targetOn,
        postBy,
        provisional,
        unfiledRelatives: relativesFound,
        relatives: [...new Set([...head.relatives, ...relativesFound])],
      };
    }
    case 'application-refused':
      return { status: 'refused', endedOn: event.data.on, endedBy: event.actor.personId };
    case 'application-withdrawn':
      return { status: 'withdrawn', endedOn: event.data.on };
    case 'application-lapsed':
      return { status: 'lapsed', endedOn: event.data.on, endedBy: event.actor.personId };
    case 'relative-filed':
      return relativeFiled(head, event.data);
    case 'mandate-recorded':
    case 'mandate-revoked':
      return {};
    case 'consents-recorded':
      return { consentsComplete: event.data.complete };
    case 'facts-amended':
      return amended(head, event.data);
    case 'needs-assessed':
      return { needs: { ...head.needs, on: event.data.on, found: event.data.needs } };
    case 'case-referred':
      return referred(head, event);
    case 'complaint-recorded':
      return { complaint: true, complaintOn: event.data.on };
    case 'non-cooperation-recorded':
      return {
        attempts: head.attempts + 1,
        ...(event.data.warned ? { warnedOn: head.warnedOn ?? event.data.on } : {}),
      };
    case 'overdue-explained':
      return {};
    case 'terms-recounted':
      return recountedHead(head, event.terms?.recount ?? []);
    case 'paper-served':
      return served(head, event);
    case 'procedure-terminated':
      return { status: 'terminated', endedOn: event.data.on, endedBy: event.actor.personId };
    case 'confirmation-published':
      return settledOr('active', head, event.data.on, { publishedOn: event.data.on });
    case 'self-care-change-reported':
      return {};
    case 'self-care-assessed':
      return careAssessed(head, event);
    case 'case-received': {
      const { on, mode, finished, delegationId } = event.data;
      return { mode, delegationId, ...(finished ? { receivedOn: on } : {}) };
    }
    case 'appeal-recorded':
      return {};
    case 'appeal-settled':
      return reopened(head, event);
    case 'fast-aid-paid':
      return fastAidPaid(event);
    case 'fast-aid-supplemented':
      return { status: 'supplemented' };
    case 'fast-aid-filed':
      return { status: 'settled', endedOn: event.data.on };
    default:
      return isInManagement(event) ? changeInManagement(event) : changeInReview(head, event);
  }
}

/** What is decided on once and paid once is settled with it: no status goes on (rulebook 3.6). */
const settledOr = (
  status: CaseHead['status'],
  head: CaseHead,
  on: string,
  more: Partial<CaseHead> = {},
): Partial<CaseHead> =>
  groupOf(head.program) === 'LS' ? { ...more, status: 'settled', endedOn: on } : { ...more, status };

const fastAidPaid = ({ data, actor }: Extract<CaseEvent, { type: 'fast-aid-paid' }>): Partial<CaseHead> => {
  const { on, amountFen, lawPack, calendar, delegationId } = data;
  const decision = { result: 'confirmed' as const, on, by: actor.personId, amountFen, lawPack, calendar };
  return { status: 'paid', decision: { ...decision, ...(delegationId ? { delegationId } : {}) } };
};

/** Service of W06 opens the applicant's window to complete the materials (B3), that of W12 the window to object (D57 §18). */
const served = (head: CaseHead, event: Extract<CaseEvent, { type: 'paper-served' }>): Partial<CaseHead> => {
  const windowOf = (name: 'correction' | 'verification-objection'): string | undefined =>
    event.terms?.start?.find(({ term }) => term === name)?.dueOn;
  const correction = windowOf('correction');
  const objection = windowOf('verification-objection');
  return {
    ...(correction && head.correction ? { correction: { ...head.correction, windowEndsOn: correction } } : {}),
    ...(objection && head.verification ? { verification: { ...head.verification, windowEndsOn: objection } } : {}),
  };
};

/** Which departments were asked, each once: the referrals themselves are subjects of their own. */
const referred = (
  { needs }: CaseHead,
  { data: { department } }: Extract<CaseEvent, { type: 'case-referred' }>,
): Partial<CaseHead> =>
  needs ? { needs: { ...needs, referred: [...new Set([...(needs.referred ?? []), department])] } } : {};
