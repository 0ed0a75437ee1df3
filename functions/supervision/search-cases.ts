import { CaseSearch, CaseSearchResult } from '../../schemas/case-list.ts';
import { covers } from '../core/perform.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

/**
 * Finds the open cases of a person by identity number. A case of another division is answered like none, and every search is kept
 * in the access log with its purpose, also one that finds nothing (design decisions 13 and 14).
 */
export const searchCases = defineStep({
  id: 'supervision.search-cases',
  zh: '按公民身份号码查找案件',
  en: 'Search cases by identity number',
  route: 'POST /v1/case-searches',
  provision: [cite('PIPL', '§6')],
  input: CaseSearch,
  output: CaseSearchResult,
  facts: ({ input }) => ({ people: [input.idNumber] }),
  reveals: () => [],
  decide: (facts, { idNumber }) => {
    const own = (facts.people[idNumber]?.open ?? []).filter(({ caseId }) =>
      covers(facts.actor, { countyCode: countyOf(caseId), townshipCode: townshipOf(caseId) }),
    );
    return { reply: { cases: own.map(({ caseId, program }) => ({ caseId, program })) } };
  },
});
