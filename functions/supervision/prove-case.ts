import * as z from 'zod';
import { ProofPack } from '../../schemas/ledger.ts';
import { theCase } from '../core/facts.ts';
import { defineStep } from '../core/step.ts';
import { calendarOf } from '../law/calendar.ts';
import { cite, lawPacks } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/**
 * Everything that is needed to check a case away from the system: its events byte for byte, the proof of each that it is in the
 * county's log, the signed checkpoint with the cosignatures of witnesses, and the law packs and calendar. Persons are tokens: nobody's
 * name is in it, and erasing a person leaves it valid (design decision 10). `npm run verify` needs nothing else.
 */
export const proveCase = defineStep({
  id: 'supervision.prove-case',
  zh: '出具案件存证证明',
  en: 'Prove the events of a case',
  route: 'GET /v1/cases/{caseId}/proof',
  provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
  input: z.strictObject({}),
  output: ProofPack,
  effects: ['prove-case'],
  facts: ({ params }) => ({ case: params['caseId'], county: countyOf(params['caseId'] ?? '') }),
  decide: (facts) => {
    const { head } = theCase(facts);
    const { caseId, countyCode } = head;
    const calendar = calendarOf(
      facts.county?.parts.calendars?.notices ?? [],
      facts.county?.parts.calendars?.regional ?? [],
    );
    return {
      effect: { kind: 'prove-case' as const, caseId, countyCode },
      reply: {
        format: 'sunlight-proof/1' as const,
        caseId,
        countyCode,
        checkpoint: '',
        verifierKey: '',
        events: [],
        lawPacks: lawPacks.map(({ id, fromOn, layers }) => ({ id, fromOn, layers: [...layers] })),
        calendar: { version: calendar.version, notices: [...calendar.notices], regional: [...calendar.regional] },
      },
    };
  },
});
