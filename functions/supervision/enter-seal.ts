import { SealEntry, SealRecord } from '../../schemas/seal.ts';
import { storedFile } from '../core/attachments.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** Enters the picture of an organ's seal. Papers carry it once another person has approved it: one person alone seals nothing (SD9). */
export const enterSeal = defineStep({
  id: 'supervision.enter-seal',
  zh: '录入印章图像',
  en: 'Enter the picture of a seal',
  route: 'POST /v1/seals',
  provision: [cite('SEED', '二(二)1'), cite('DESIGN', '4', 'design')],
  input: SealEntry,
  output: SealRecord,
  status: 201,
  facts: ({ input, params }) => ({
    county: countyOf(input.orgCode),
    attachments: [input.attachmentId],
    subjects: [{ kind: 'seal', id: idOf(input.orgCode, params) }],
  }),
  decide: (facts, { orgCode, attachmentId }, now) => {
    const { actor, county, params } = facts;
    must(countyOf(orgCode) === actor.orgCode, 'division-not-yours', { division: orgCode });
    const known = county?.parts.divisions?.townships.some(({ code }) => code === orgCode);
    must(known || orgCode === county?.parts.divisions?.countyCode, 'division-unknown', { division: orgCode });
    const { contentType, sha256 } = storedFile(facts, attachmentId, actor.orgCode);
    must(contentType === 'image/png' || contentType === 'image/jpeg', 'input-invalid', {
      errors: [{ path: 'attachmentId', message: '印章须为 PNG 或 JPEG 图像 a seal is a PNG or JPEG' }],
    });
    const sealId = idOf(orgCode, params);
    const seal = { sealId, orgCode, attachmentId, sha256, enteredBy: actor.personId, enteredAt: now };
    return { event: { type: 'seal-entered', data: { seal } }, subject: { kind: 'seal', id: sealId }, reply: seal };
  },
});

const idOf = (orgCode: string, params: Readonly<Record<string, string>>): string =>
  `${orgCode}-SEAL-${(params['requestKey'] ?? '').slice(0, 16)}`;
