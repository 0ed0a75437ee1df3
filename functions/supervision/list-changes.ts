import { type Change, ChangePage, ChangeQuery } from '../../schemas/change.ts';
import { divisionAsked } from '../core/division-asked.ts';
import type { Facts } from '../core/facts.ts';
import { feedOf, positionText } from '../core/list-keys.ts';
import { covers, isApplicant } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { cursorOf, positionOf } from '../core/the-subscription.ts';
import { cite } from '../law/sources.ts';

/** A change as the feed keeps it, with whose case it is. */
type Fed = Change & { readonly clientId?: string; readonly owner?: string };

/**
 * The changes of a county's cases in order, for callers that cannot be called back (SEED 二(四)). Following `next` gives the same view as
 * `GET /v1/cases`; entries of other divisions and, for applicants, of other persons are left out, so that a page may be empty and
 * yet lead on.
 */
export const listChanges = defineStep({
  id: 'supervision.list-changes',
  zh: '案件变更',
  en: 'List changes',
  route: 'GET /v1/changes',
  provision: [cite('SEED', '二(四)')],
  input: ChangeQuery,
  output: ChangePage,
  facts: ({ input, actor }) => {
    const { countyCode } = divisionAsked(actor, { county: input.county });
    const from = positionText(positionOf(countyCode, input.after) + 1);
    return { list: { partition: feedOf(countyCode), from, limit: input.limit } };
  },
  decide: (facts, { county, after }) => {
    const { countyCode } = divisionAsked(facts.actor, { county });
    const records = facts.list?.records ?? [];
    const last = records.at(-1);
    const changes = records
      .map(({ record }) => record as Fed)
      .filter((one) => isVisible(facts, one))
      .map(({ caseId, version, view }) => ({ caseId, version, view }));
    return { reply: { changes, next: cursorOf(countyCode, last ? Number(last.sk) : positionOf(countyCode, after)) } };
  },
});

const isVisible = ({ actor }: Facts, { view, clientId, owner }: Fed): boolean =>
  isApplicant(actor) ? owner !== undefined && owner === actor.act && clientId === actor.clientId : covers(actor, view);
