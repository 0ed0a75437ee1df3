import { cite } from './sources.ts';
import type { TermRow } from './term-row.ts';

const fromProposal = ['提出意见之日', 'the proposal'] as const;
const fromDecision = ['决定作出之日', 'the decision'] as const;

/** Terms of dynamic management (rulebook 6, 7.5; 4, W23 to W28). Lengths that are law say so; the others are defaults of this system. */
export const managementTermRows = {
  reverification: {
    names: ['定期核查', 're-verification'],
    from: ['上次决定或核查之日', 'the last decision or verification'],
    by: ['township', 'TC'],
    clock: 'reverify.months.unstable',
    unit: 'months',
    cycle: true,
    law: true,
    basis: [cite('D57', '§31'), cite('Z18', '二(二)7')],
  },
  'change-check': {
    names: ['核查家庭变化', 'check of a change'],
    from: ['收到变化报告之日', 'receipt of the report'],
    by: ['township', 'TC'],
    clock: 'clock.changeCheck',
    basis: [cite('LAW', '§46'), cite('DESIGN', '6.3')],
  },
  'death-adjustment': {
    names: ['成员死亡后核查并办结增减停发', 'adjustment after the death of a member'],
    from: ['成员死亡之日', 'the death'],
    by: ['township', 'TD'],
    clock: 'clock.death',
    unit: 'months',
    law: true,
    basis: [cite('N83', '一(三)'), cite('CIVIL', '§203')],
  },
  'hearing-notice': {
    names: ['送达听取意见告知书', 'service of the notice asking for views'],
    from: fromProposal,
    by: ['township', 'TC'],
    clock: 'clock.hearingNotice',
    basis: [cite('LAW', '§48'), cite('DESIGN', 'W23')],
  },
  hearing: {
    names: ['陈述意见', 'representations'],
    from: ['听取意见告知书送达之日', 'service of the notice'],
    by: ['applicant', 'AP'],
    clock: 'clock.hearing',
    basis: [cite('LAW', '§48'), cite('DESIGN', 'W23、B3')],
  },
  adjustment: {
    names: ['决定增发、减发、停发', 'decision on the amount'],
    from: fromProposal,
    by: ['township', 'TD'],
    clock: 'clock.adjustment',
    basis: [cite('D57', '§32'), cite('DESIGN', '6.3')],
  },
  'adjustment-notice': {
    names: ['送达增减停发、渐退或撤销文书', 'service of the decision'],
    from: fromDecision,
    by: ['township', 'TC'],
    clock: 'clock.adjustmentNotice',
    basis: [cite('LAW', '§48'), cite('DESIGN', 'W25、W26、W28')],
  },
  'adjustment-publication': {
    names: ['公示动态调整结果', 'publication of a change'],
    from: fromDecision,
    by: ['township', 'TC'],
    clock: 'clock.publish',
    basis: [cite('SEED', '二(三)4'), cite('DESIGN', 'T16')],
  },
  'fade-out-end': {
    names: ['渐退期满核查并作出决定', 'decision at the end of a fade-out'],
    from: ['渐退决定作出之日', 'the decision on the fade-out'],
    by: ['township', 'TD'],
    clock: 'fade.maxMonths',
    unit: 'months',
    rolls: false,
    fixed: true,
    law: true,
    basis: [cite('N83', '一(三)'), cite('D57', '§33')],
  },
  'termination-recheck': {
    names: ['终止供养公示异议的复查', 'check after an objection to a proposed end'],
    from: ['收到公示异议之日', 'receipt of the objection'],
    by: ['township', 'TR'],
    clock: 'clock.tk.reinvestigate',
    law: true,
    basis: [cite('T43', '§26')],
  },
  'correction-order': {
    names: ['按责令纠正要求纠正', 'correction the county ordered'],
    from: ['责令纠正之日', 'the order'],
    by: ['township', 'TD'],
    clock: 'clock.correctionOrder',
    basis: [cite('SEED', '二(三)5'), cite('DESIGN', '7.5')],
  },
} as const satisfies Readonly<Record<string, TermRow>>;
