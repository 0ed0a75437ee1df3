import { type Recognition, RecognitionAnswer, RecognitionQuestion } from '../../schemas/department.ts';
import { groupOf } from '../../schemas/program.ts';
import { type DepartmentState, departmentIdOf } from '../core/department-fold.ts';
import { type OpenCase, stateOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/**
 * Tells a registered system of another department whether a person is recognised, so that it need not look into the means again
 * (LAW §42(2)): category, first and last day, and nothing of money. A person without a status, one of another county and one nobody
 * knows are answered alike. Each question has a purpose and is kept in the access log.
 */
export const askRecognition = defineStep({
  id: 'supervision.ask-recognition',
  zh: '查询认定状态',
  en: 'Ask for a recognition',
  route: 'POST /v1/recognitions',
  provision: [cite('LAW', '§42(2)'), cite('LAW', '§11')],
  input: RecognitionQuestion,
  output: RecognitionAnswer,
  facts: ({ input, actor }) => ({
    people: [input.idNumber],
    subjects: [{ kind: 'department', id: departmentIdOf(actor.orgCode, actor.clientId) }],
  }),
  reveals: () => [],
  decide: (facts, { idNumber }, now) => {
    const { actor } = facts;
    const today = civilDateOf(now);
    const id = departmentIdOf(actor.orgCode, actor.clientId);
    const client = stateOf<DepartmentState>(facts, { kind: 'department', id })?.head;
    must(client && today <= (client.until ?? today), 'client-not-registered', { client: actor.clientId });
    const open = facts.people[idNumber]?.open ?? [];
    const own = open.filter(({ caseId }) => countyOf(caseId) === client.countyCode);
    return { reply: { recognitions: own.flatMap((one) => recognised(one, today)) } };
  },
});

/** The recognition that a case gives on a day; none of a case that is not confirmed, has run out, or is of another kind than LAW §42(2) names. */
function recognised({ program, receiving, from, until }: OpenCase, today: string): Recognition[] {
  const category = groupOf(program);
  if (!receiving || !from || (until !== undefined && until < today)) return [];
  if (category === 'GL' || category === 'LS') return [];
  return [{ status: 'recognised', category, from, ...(until ? { until } : {}) }];
}
