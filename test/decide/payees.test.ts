import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { fold } from '../../functions/core/fold.ts';
import { accountAt } from '../../functions/core/payee.ts';
import type { PayeeState } from '../../functions/core/payee-fold.ts';
import { approvePayee } from '../../functions/supervision/approve-payee.ts';
import { enterPayee } from '../../functions/supervision/enter-payee.ts';
import { fileCardKeeping } from '../../functions/supervision/file-card-keeping.ts';
import { readPayee } from '../../functions/supervision/read-payee.ts';
import type { Actor } from '../../schemas/actor.ts';
import { residentId } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld, noon, type Played, play, type World } from '../world.ts';
import { accountOf, buildUrban, checker, lineIn, pay, payer, receiving } from './funded-county.ts';

const clerk = actor('TC', 't1-tc');
const applicantOf = (n: number): string => residentId('19851120', 100 + n * 3);
const enter = (
  world: World,
  caseId: string,
  more: Record<string, unknown> = {},
  as: Actor = clerk,
  on = '2026-08-11',
) =>
  play(world, enterPayee, {
    actor: as,
    now: noon(on),
    input: {
      caseId,
      kind: 'member',
      name: '测试户主',
      idNumber: applicantOf(1),
      account: accountOf(1),
      evidence: [attach(world, 'card')],
      ...more,
    },
  });
const decide = (world: World, caseId: string, as: Actor = checker, result = 'approved', on = '2026-08-11'): Played =>
  play(world, approvePayee, { actor: as, now: noon(on, '11:00'), params: { caseId }, input: { result } });
const payeeIn = (world: World, caseId: string): PayeeState => world.states.get(`payee:${caseId}`) as PayeeState;
const fresh = (n = 1): { world: World; caseId: string } => {
  const world = demonstrationWorld();
  return { world, caseId: receiving(world, { n }) };
};

describe('the payee of a household', () => {
  it('is a member’s account, entered by one and approved by another; events carry tokens only', () => {
    const { world, caseId } = fresh();
    const entered = enter(world, caseId);
    expect(entered.reply).toMatchObject({ caseId, pending: { kind: 'member', enteredBy: 't1-tc' }, former: 0 });
    expect(JSON.stringify(world.events)).not.toContain(accountOf(1));
    expect(decide(world, caseId, actor('CC', 't1-tc', '649900')).code).toBe('same-person-approves');
    expect(decide(world, caseId, actor('TD', 't1-td')).code).toBe('township-may-not-pay');
    expect(decide(world, caseId).reply).toMatchObject({ current: { approvedBy: 'cc-3' } });
    expect(decide(world, caseId).code).toBe('payee-not-pending');
    const state = world.events
      .filter(({ subjectKind }) => subjectKind === 'payee')
      .reduce<unknown>((before, event) => fold(before as never, event), undefined);
    expect(payeeIn(world, caseId)).toEqual(state);
  });

  it('is nobody outside the household without a file: a guardian with evidence, an institution only for central 特困', () => {
    const { world, caseId } = fresh();
    const stranger = { idNumber: applicantOf(50) };
    expect(enter(world, caseId, stranger).code).toBe('payee-not-of-household');
    expect(enter(world, caseId, { ...stranger, kind: 'guardian', evidence: [] }).code).toBe('input-invalid');
    expect(enter(world, caseId, { ...stranger, kind: 'guardian', evidence: ['att-0000000000000000'] }).code).toBe(
      'attachment-not-found',
    );
    const institution = { kind: 'institution', idNumber: undefined, creditCode: '91640100MA76ABCD1X' };
    expect(enter(world, caseId, institution).code).toBe('payee-not-of-household');
    expect(enter(world, caseId, { ...stranger, kind: 'guardian' }).ok).toBe(true);
    const central = receiving(world, { n: 5, program: 'TK' });
    const state = caseIn(world, central);
    const members = state.parts.household.members.map((one) => ({ ...one, supportChoice: 'central' as const }));
    const household = { ...state.parts.household, members };
    world.states.set(`case:${central}`, { ...state, parts: { ...state.parts, household } } as CaseState);
    expect(enter(world, central, { ...institution, account: accountOf(5) }).ok).toBe(true);
  });

  it('one account stands for one household, except within a family', () => {
    const { world, caseId } = fresh();
    pay(world, caseId, 1);
    const other = receiving(world, { n: 2 });
    expect(enter(world, other, { idNumber: applicantOf(2) }).code).toBe('account-of-another-household');
    expect(enter(world, other, { kind: 'guardian' }).code).toBe('account-of-another-household');
    const sameFamily = receiving(world, { n: 3, program: 'GL', people: 1 });
    expect(enter(world, sameFamily).ok).toBe(true);
  });

  it('a change is told to the owner until now by token, twice, and takes effect for the next freeze', () => {
    const { world, caseId } = fresh();
    expect(enter(world, caseId).ok).toBe(true);
    decide(world, caseId);
    const before = payeeIn(world, caseId).head.accounts[0];
    expect(enter(world, caseId).code).toBe('already-done');
    expect(enter(world, caseId, { account: accountOf(99) }, clerk, '2026-08-16').ok).toBe(true);
    expect(enter(world, caseId, { account: accountOf(98) }).code).toBe('payee-pending');
    decide(world, caseId, payer, 'approved', '2026-08-16');
    const rosterId = buildUrban(world, '2026-09', '2026-08-16');
    expect(lineIn(world, rosterId, caseId)?.account).toBe(before?.account);
    const next = buildUrban(world, '2026-10', '2026-09-16');
    expect(lineIn(world, next, caseId)?.account).toBe(
      accountAt(payeeIn(world, caseId).head, noon('2026-09-15'))?.account,
    );
    expect(lineIn(world, next, caseId)?.account).not.toBe(before?.account);
  });

  it('sent back, the account is free again and the old one goes on', () => {
    const { world, caseId } = fresh();
    pay(world, caseId, 1);
    enter(world, caseId, { account: accountOf(99) });
    expect(decide(world, caseId, checker, 'rejected').reply).toMatchObject({ former: 0, current: {} });
    expect(payeeIn(world, caseId).head.pending).toBeUndefined();
    const other = receiving(world, { n: 2 });
    expect(enter(world, other, { idNumber: applicantOf(2), account: accountOf(99) }).ok).toBe(true);
  });

  it('is read without a number, by those of the division', () => {
    const { world, caseId } = fresh();
    const read = (as: Actor) => play(world, readPayee, { actor: as, now: noon('2026-08-12'), params: { caseId } });
    expect(read(payer).code).toBe('payee-not-found');
    pay(world, caseId, 1);
    expect(JSON.stringify(read(payer).reply)).not.toContain(accountOf(1));
    expect(read(actor('TC', 't2-tc')).code).toBe('case-not-found');
    expect(enter(world, caseId, { account: accountOf(97) }, actor('TC', 't2-tc')).code).toBe('case-not-found');
    expect(read(actor('VC', 't1-vc')).code).toBe('post-not-permitted');
  });
});

describe('a card kept by others (D57 §26)', () => {
  const filed = (world: World, caseId: string, input: unknown, as: Actor = checker) =>
    play(world, fileCardKeeping, { actor: as, now: noon('2026-08-12'), params: { caseId }, input });

  it('takes a written agreement filed at the county and a registered keeper', () => {
    const { world, caseId } = fresh();
    pay(world, caseId, 1);
    const keeping = { keeper: 't1-vc', from: '2026-08-12' };
    expect(filed(world, caseId, keeping).code).toBe('card-agreement-missing');
    const agreement = attach(world, 'agreement');
    expect(filed(world, caseId, { ...keeping, agreement, keeper: 'nobody' }).code).toBe('card-keeper-unknown');
    expect(filed(world, caseId, { ...keeping, agreement }, clerk).code).toBe('post-not-permitted');
    expect(filed(world, caseId, { ...keeping, agreement }).reply.card).toMatchObject({
      keeper: 't1-vc',
      filedBy: 'cc-3',
    });
    expect(filed(world, caseId, { ended: true }).reply.card.until).toBe('2026-08-12');
    expect(filed(world, caseId, { ended: true }).code).toBe('already-done');
  });
});
