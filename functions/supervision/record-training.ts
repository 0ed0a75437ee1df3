import { type Training, TrainingEntry, Training as TrainingSchema } from '../../schemas/training.ts';
import { storedFile } from '../core/attachments.ts';
import { type Facts, staffOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/**
 * Records a training that took place: subject, day, who organised it, who and how many took part, with its materials (SEED 二(一)1,
 * 二(二)1, 二(二)2, 三(二)). Registered staff named in it count as trained from its day on.
 */
export const recordTraining = defineStep({
  id: 'supervision.record-training',
  zh: '登记培训',
  en: 'Record a training',
  route: 'POST /v1/trainings',
  provision: [cite('SEED', '三(二)'), cite('SEED', '二(二)1'), cite('SEED', '二(二)2')],
  input: TrainingEntry,
  output: TrainingSchema,
  status: 201,
  facts: ({ input, params }) => ({
    county: countyOf(input.division),
    attachments: input.attachments,
    staff: input.staff,
    subjects: [{ kind: 'training', id: trainingIdOf(input.division, params) }],
  }),
  decide: (facts, input, now) => {
    const training = trainingOf(facts, input, civilDateOf(now));
    const { trainingId, countyCode, on, staff } = training;
    return {
      event: { type: 'training-recorded', data: { training } },
      subject: { kind: 'training', id: trainingId },
      also: [
        {
          subject: { kind: 'county', id: countyCode },
          event: { type: 'staff-trained', data: { trainingId, on, staff } },
        },
      ],
      reply: training,
    };
  },
});

const trainingIdOf = (division: string, params: Readonly<Record<string, string>>): string =>
  `${division}-TR-${(params['requestKey'] ?? '').slice(0, 16)}`;

function trainingOf(facts: Facts, { division, attachments, ...entry }: TrainingEntry, today: string): Training {
  const countyCode = countyOf(division);
  const known = facts.county?.parts.divisions?.townships.some(({ code }) => code === division);
  must(facts.county && (division === countyCode || known), 'division-unknown', { division });
  const townshipCode = division === countyCode ? undefined : division;
  const own = covers(facts.actor, { countyCode, ...(townshipCode ? { townshipCode } : {}) });
  must(own && (townshipCode || !['TC', 'TD'].includes(facts.actor.post)), 'division-not-yours', { division });
  must(entry.on <= today, 'date-out-of-order', { on: entry.on, today });
  const staff = [...new Set(entry.staff)];
  const unknown = staff.filter((id) => !staffOf(facts, id));
  must(unknown.length === 0, 'staff-unknown', { staff: unknown });
  must(entry.persons >= staff.length, 'input-invalid', {
    errors: [{ path: 'persons', message: '参训人数少于所列人员 fewer than the staff that are named' }],
  });
  return {
    trainingId: trainingIdOf(division, facts.params),
    countyCode,
    ...(townshipCode ? { townshipCode } : {}),
    ...entry,
    staff,
    materials: attachments.map((id) => storedFile(facts, id, countyCode).sha256),
    recordedBy: facts.actor.personId,
  };
}
