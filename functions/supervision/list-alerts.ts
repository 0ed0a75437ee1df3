import type { AlertRecord } from '../../schemas/alert-record.ts';
import { AlertList, AlertListQuery } from '../../schemas/alert-view.ts';
import { alertViewOf } from '../core/alert-view.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf, worklist } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { isForEyesOf } from '../core/the-alert.ts';
import { cite } from '../law/sources.ts';

/**
 * Lists the alerts on a township's account by day, or all of a county's by case: those on the county's own account stand only in the
 * latter, and never count against the township (rulebook 3.9a).
 */
export const listAlerts = defineStep({
  id: 'supervision.list-alerts',
  zh: '提醒清单',
  en: 'List alerts',
  route: 'GET /v1/alerts',
  provision: [cite('SEED', '二(三)5')],
  input: AlertListQuery,
  output: AlertList,
  facts: ({ input, actor }) => {
    const { countyCode, townshipCode } = divisionAsked(actor, input);
    const page = { limit: input.limit, cursor: input.cursor };
    return {
      list: townshipCode
        ? { index: 'w', pk: worklist(townshipCode, 'alerts'), ...page }
        : { index: 'k', pk: subjectsOf(countyCode, 'alert'), ...page },
    };
  },
  decide: (facts, { level, open }) => {
    const alerts = headsOf<AlertRecord>(facts)
      .filter(({ head }) => isForEyesOf(facts.actor, head))
      .map(({ head }) => alertViewOf(head))
      .filter((one) => level === undefined || one.level === level)
      .filter((one) => open === undefined || one.open === (open === 'true'));
    return { reply: { alerts, ...nextOf(facts) } };
  },
});
