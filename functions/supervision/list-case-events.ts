import { CaseEventList, type CaseEventView, EventListQuery } from '../../schemas/case-event-view.ts';
import type { Event } from '../core/event.ts';
import { eventPartition } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/** The events of a case in order, each with its hash and that of the one before: what its state is the fold of. */
export const listCaseEvents = defineStep({
  id: 'supervision.list-case-events',
  zh: '案件事件清单',
  en: 'List the events of a case',
  route: 'GET /v1/cases/{caseId}/events',
  provision: [cite('SEED', '二(三)5')],
  input: EventListQuery,
  output: CaseEventList,
  facts: ({ params, input }) => ({
    case: params['caseId'],
    list: {
      partition: eventPartition('case', params['caseId'] ?? ''),
      limit: input.limit,
      cursor: input.cursor,
    },
  }),
  decide: (facts) => ({ reply: { events: recordsOf<Event>(facts).map(viewOfEvent), ...nextOf(facts) } }),
});

const viewOfEvent = (event: Event): CaseEventView => {
  const { seq, at, type, step, actor, lawPack, calendar, delegationId, mandateId, prevHash, hash } = event;
  return {
    seq,
    at,
    type,
    step,
    actor,
    data: event.data as Record<string, unknown>,
    papers: (event.papers ?? []).map(({ paperId, kind, number }) => ({ paperId, kind, number })),
    lawPack,
    calendar,
    ...(delegationId ? { delegationId } : {}),
    ...(mandateId ? { mandateId } : {}),
    prevHash,
    hash,
  };
};
