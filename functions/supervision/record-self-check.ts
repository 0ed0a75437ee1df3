import { type SelfCheck, SelfCheckEntry, SelfCheckView } from '../../schemas/self-check.ts';
import type { Term } from '../../schemas/term.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { selfCheckView } from '../core/self-check-fold.ts';
import { countySettingOf } from '../core/setting.ts';
import { defineStep } from '../core/step.ts';
import { startSubjectTerms } from '../core/subject-terms.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

/**
 * Records what a township checked of its own work and what it found (SEED 二(三)5: 加强自查，尽快整改). Faults are to be put right within
 * a term the county sees (`clock.selfCheck`, design).
 */
export const recordSelfCheck = defineStep({
  id: 'supervision.record-self-check',
  zh: '登记乡镇自查',
  en: 'Record a self-check',
  route: 'POST /v1/self-checks',
  provision: [cite('SEED', '二(三)5')],
  input: SelfCheckEntry,
  output: SelfCheckView,
  status: 201,
  facts: ({ input, actor, params }) => ({
    county: countyOf(actor.orgCode),
    subjects: [
      { kind: 'self-check', id: idOf(actor.orgCode, params) },
      ...input.cases.map((id) => ({ kind: 'case' as const, id })),
    ],
  }),
  decide: (facts, input, now) => {
    const on = civilDateOf(now);
    const check = checkOf(facts, input, on);
    return {
      event: {
        type: 'self-check-recorded',
        data: { selfCheck: check, notes: input.findings.map(({ note }) => note) },
      },
      subject: { kind: 'self-check', id: check.selfCheckId },
      reply: selfCheckView(check, on),
    };
  },
});

const idOf = (township: string, params: Readonly<Record<string, string>>): string =>
  `${township}-SC-${(params['requestKey'] ?? '').slice(0, 16)}`;

function checkOf(facts: Facts, { cases, findings }: SelfCheckEntry, on: string): SelfCheck {
  const { personId, orgCode: townshipCode } = facts.actor;
  const countyCode = countyOf(townshipCode);
  must(covers(facts.actor, { countyCode, townshipCode }), 'division-not-yours', { division: townshipCode });
  const absent = cases.find((id) => townshipOf(id) !== townshipCode || !stateOf(facts, { kind: 'case', id }));
  must(!absent, 'case-not-found', { caseId: absent });
  const strange = findings.findIndex(({ caseId }) => caseId !== undefined && !cases.includes(caseId));
  must(strange === -1, 'input-invalid', {
    errors: [{ path: `findings.${strange}.caseId`, message: '不在自查的案件中 not among the cases checked' }],
  });
  return {
    selfCheckId: idOf(townshipCode, facts.params),
    countyCode,
    townshipCode,
    on,
    cases: [...new Set(cases)],
    findings: findings.map(({ fault, caseId }, i) => ({ no: i + 1, fault, ...(caseId ? { caseId } : {}) })),
    checkedBy: personId,
    terms: findings.length > 0 ? termOf(facts, { on, countyCode, townshipCode }) : [],
  };
}

const termOf = (
  facts: Facts,
  { on, ...division }: { readonly on: string; readonly countyCode: string; readonly townshipCode: string },
): Term[] => startSubjectTerms(['self-check'], { setting: countySettingOf(facts, on), fromOn: on, ...division });
