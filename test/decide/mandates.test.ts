import { describe, expect, it } from '@jest/globals';
import { recordConsents } from '../../functions/intake/record-consents.ts';
import { recordMandate } from '../../functions/intake/record-mandate.ts';
import { revokeMandate } from '../../functions/intake/revoke-mandate.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { supplyMaterials } from '../../functions/intake/supply-materials.ts';
import { scopeOf } from '../../functions/law/mandates.ts';
import { powers } from '../../functions/law/powers.ts';
import { recordDelivery } from '../../functions/review/record-delivery.ts';
import { steps } from '../../functions/steps.ts';
import { listChanges } from '../../functions/supervision/list-changes.ts';
import { listMandates } from '../../functions/supervision/list-mandates.ts';
import { readCase } from '../../functions/supervision/read-case.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree, type Person, residentId } from '../applications.ts';
import {
  attach,
  caseIn,
  demonstrationWorld,
  noon,
  type Played,
  play,
  refolded,
  tokenOf,
  type World,
} from '../world.ts';
import { act, applicant, clerk, snapshot, submitted, village } from './intake-cases.ts';

const idNumber = residentId('19700101', 901);
const agent: Actor = { ...applicant, post: 'AG', personId: 'agent-1' };
const given = (world: World, more: object = {}): Record<string, unknown> => ({
  name: '测试代理',
  idNumber,
  mandate: attach(world, 'W04'),
  relation: 'relative',
  ...more,
});
const body = (world: World, more: object = {}, persons: readonly Person[] = familyOfThree(0)) =>
  application(world, persons, { agent: given(world, more) });
const submit = (world: World, more: object = {}, by: Actor = agent, persons?: readonly Person[]): Played =>
  play(world, submitApplication, { actor: by, now: noon('2026-08-03'), input: body(world, more, persons) });

/** A case of an applicant at the portal, with a mandate for the agent given on 3 August. */
const mandated = (more: object = {}): { readonly world: World; readonly caseId: string } => {
  const world = demonstrationWorld();
  const caseId = submitted(world, { on: '2026-08-03', by: applicant });
  const input = given(world, { account: 'agent-1', ...more });
  const played = act(world, recordMandate, { caseId, on: '2026-08-03', by: applicant, input });
  if (!played.ok) throw new Error(`${played.code} ${JSON.stringify(played.detail)}`);
  return { world, caseId };
};
const consents = (world: World): Record<string, unknown> => ({
  consents: [
    {
      by: { idNumber: residentId('19851120', 100) },
      attachmentId: attach(world, 'consent'),
      signedOn: '2026-08-03',
    },
  ],
});
const consent = ({ world, caseId }: { world: World; caseId: string }, on: string, by: Actor = agent): Played =>
  act(world, recordConsents, { caseId, on, by, input: consents(world) });
const report = ({ world, caseId }: { world: World; caseId: string }, on: string): Played => {
  const step = steps.find(({ id }) => id === 'review.record-representations');
  if (!step) throw new Error('no step');
  return act(world, step, { caseId, on, by: agent, input: { form: 'heard' } });
};

describe('an agent who applies', () => {
  it('opens the case under a mandate that says for what and how long, and names it in what follows', () => {
    const world = demonstrationWorld();
    const { reply, event } = submit(world, { scope: ['apply', 'service'], until: '2026-12-31' });
    expect(caseIn(world, reply.caseId).parts.mandates).toEqual([
      {
        mandateId: 'M-1',
        kind: 'mandate',
        agent: tokenOf(idNumber),
        account: 'agent-1',
        relation: 'relative',
        scope: ['apply', 'service'],
        from: '2026-08-03',
        until: '2026-12-31',
        paper: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(JSON.stringify(event)).not.toContain('测试代理');
    const { caseId } = reply;
    expect(consent({ world, caseId }, '2026-08-04').event?.mandateId).toBe('M-1');
    expect(consent({ world, caseId }, '2026-08-04', applicant).event?.mandateId).toBeUndefined();
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('is refused where the mandate does not say so, has not begun or is over', () => {
    const world = demonstrationWorld();
    expect(submit(world, { scope: ['service'] }).code).toBe('mandate-scope');
    expect(submit(world, { from: '2026-08-04' }).code).toBe('mandate-not-begun');
    expect(submit(world, { from: '2026-08-01', until: '2026-08-02' }).code).toBe('mandate-expired');
    expect(submit(world, { from: '2026-08-03', until: '2026-08-01' }).code).toBe('date-out-of-order');
    expect(submit(world, { from: '2026-08-01', until: '2026-08-03' }).ok).toBe(true);
  });

  it('is the village committee only under its own name', () => {
    const world = demonstrationWorld();
    expect(submit(world, {}, village).code).toBe('input-invalid');
    const { reply } = submit(world, { relation: 'village-committee' }, village);
    expect(caseIn(world, reply.caseId).parts.mandates?.[0]).toMatchObject({ village: village.orgCode });
  });

  it('is a guardian where a minor applies, whose authority ends the day before the eighteenth birthday', () => {
    const world = demonstrationWorld();
    const minor: Person[] = [{ birth: '20101105', sequence: 400, relation: '01' }];
    expect(submit(world, {}, agent, minor).code).toBe('guardian-needed');
    const { reply } = submit(world, { kind: 'guardian', scope: ['apply'] }, agent, minor);
    expect(caseIn(world, reply.caseId).parts.mandates?.[0]).toMatchObject({
      kind: 'guardian',
      until: '2028-11-04',
      scope: expect.arrayContaining(['appeal', 'representations']),
    });
    const adult: Person[] = [{ birth: '20080803', sequence: 401, relation: '01' }];
    expect(submit(demonstrationWorld(), {}, agent, adult).ok).toBe(true);
  });
});

describe('an agent who acts on a case', () => {
  it('needs a mandate, and one of the agent’s own', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', by: applicant });
    const before = snapshot(world, caseId);
    expect(consent({ world, caseId }, '2026-08-04').code).toBe('mandate-missing');
    expect(act(world, readCase, { caseId, on: '2026-08-04', by: agent }).code).toBe('mandate-missing');
    expect(snapshot(world, caseId)).toBe(before);
    const at = mandated();
    expect(consent(at, '2026-08-04', { ...agent, personId: 'agent-2' }).code).toBe('mandate-missing');
    expect(consent(at, '2026-08-04').ok).toBe(true);
  });

  it('acts on the last day of the mandate, and not on the day after', () => {
    const at = mandated({ until: '2026-08-10' });
    expect(consent(at, '2026-08-11').code).toBe('mandate-expired');
    expect(consent(at, '2026-08-10').ok).toBe(true);
  });

  it('acts from its first day on', () => {
    const at = mandated({ from: '2026-08-05' });
    expect(consent(at, '2026-08-04').code).toBe('mandate-not-begun');
    expect(consent(at, '2026-08-05').ok).toBe(true);
  });

  it('does what the mandate says and nothing else, before the state of the case is looked at', () => {
    const at = mandated({ scope: ['apply'] });
    expect(report(at, '2026-08-04').code).toBe('mandate-scope');
    const wider = mandated({ scope: ['representations'] });
    expect(report(wider, '2026-08-04').code).toBe('step-out-of-order');
    expect(consent(wider, '2026-08-04').code).toBe('mandate-scope');
    const input = { materials: [{ item: 'disability-card', attachmentId: attach(at.world, 'card') }] };
    expect(act(at.world, supplyMaterials, { caseId: at.caseId, on: '2026-08-04', by: agent, input }).code).toBe(
      'step-out-of-order',
    );
  });

  it('acts under whichever of several mandates carries the act', () => {
    const at = mandated({ scope: ['service'] });
    const input = given(at.world, { account: 'agent-1', scope: ['apply'] });
    act(at.world, recordMandate, { caseId: at.caseId, on: '2026-08-04', input });
    expect(consent(at, '2026-08-05').event?.mandateId).toBe('M-2');
  });

  it('stops on the day the applicant takes the mandate back, or the agent gives it up', () => {
    for (const by of [applicant, agent]) {
      const at = mandated();
      const { world, caseId } = at;
      expect(consent(at, '2026-08-05').ok).toBe(true);
      const input = { mandateId: 'M-1' };
      expect(act(world, revokeMandate, { caseId, on: '2026-08-06', by, input }).ok).toBe(true);
      expect(consent(at, '2026-08-06').code).toBe('mandate-revoked');
      expect(act(world, readCase, { caseId, on: '2026-08-06', by: agent }).code).toBe('mandate-revoked');
      expect(act(world, revokeMandate, { caseId, on: '2026-08-07', by: applicant, input }).code).toBe(
        'mandate-revoked',
      );
      expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
    }
  });

  it('ends no mandate of another agent, and the clerk ends one only on a signed statement', () => {
    const { world, caseId } = mandated();
    const other = given(world, { account: 'agent-2', idNumber: residentId('19700101', 903) });
    act(world, recordMandate, { caseId, on: '2026-08-04', by: applicant, input: other });
    const revoke = (by: Actor, input: object): Played =>
      act(world, revokeMandate, { caseId, on: '2026-08-05', by, input });
    expect(revoke(agent, { mandateId: 'M-2' }).code).toBe('mandate-not-found');
    expect(revoke(applicant, { mandateId: 'M-9' }).code).toBe('mandate-not-found');
    expect(revoke(clerk, { mandateId: 'M-2' }).code).toBe('input-invalid');
    expect(revoke(clerk, { mandateId: 'M-2', statement: attach(world, 'revocation') }).ok).toBe(true);
  });

  it('has no mandate any more once who gave it has died (CIVIL §173)', () => {
    const at = mandated();
    const state = caseIn(at.world, at.caseId);
    const { household } = state.parts;
    const died = { kind: 'deceased' as const, fromOn: '2026-08-05' };
    const members = household.members.map((one, i) => (i === 0 ? { ...one, statuses: [died] } : one));
    at.world.states.set(`case:${at.caseId}`, {
      ...state,
      parts: { ...state.parts, household: { ...household, members } },
    });
    expect(consent(at, '2026-08-04').ok).toBe(true);
    expect(consent(at, '2026-08-05')).toMatchObject({ code: 'mandate-expired', detail: { principal: 'deceased' } });
  });

  it('is a guardian by proof, which nobody’s wish ends', () => {
    const { world, caseId } = mandated({ kind: 'guardian', relation: 'family' });
    const revoke = (by: Actor, input: object = {}): Played =>
      act(world, revokeMandate, { caseId, on: '2026-08-05', by, input: { mandateId: 'M-1', ...input } });
    const statement = attach(world, 'judgment');
    expect(revoke(applicant, { statement }).code).toBe('guardianship-by-proof');
    expect(revoke(agent, { statement }).code).toBe('guardianship-by-proof');
    expect(revoke(clerk).code).toBe('guardianship-by-proof');
    expect(revoke(clerk, { statement }).ok).toBe(true);
  });

  it('gives no mandate to another, and is not the applicant', () => {
    const { world, caseId } = mandated();
    const record = (by: Actor, more: object = {}): Played =>
      act(world, recordMandate, { caseId, on: '2026-08-04', by, input: given(world, more) });
    expect(record(agent).code).toBe('post-not-permitted');
    expect(record(clerk, { idNumber: residentId('19851120', 100) }).code).toBe('input-invalid');
  });

  it('receives papers for the applicant only under a mandate for that, in force on the day of service', () => {
    const serve = (at: { world: World; caseId: string }, mandateId: string, servedOn: string): Played =>
      act(at.world, recordDelivery, {
        caseId: at.caseId,
        on: '2026-08-12',
        input: { paperId: 'W05-1', method: 'direct', servedOn, mandateId },
      });
    expect(serve(mandated(), 'M-1', '2026-08-04').code).toBe('mandate-scope');
    expect(serve(mandated(), 'M-7', '2026-08-04').code).toBe('mandate-not-found');
    const short = mandated({ scope: ['service'], until: '2026-08-10' });
    expect(serve(short, 'M-1', '2026-08-11').code).toBe('mandate-expired');
    const served = serve(short, 'M-1', '2026-08-10');
    expect(served.event?.data).toMatchObject({ delivery: { mandateId: 'M-1', signedBy: '受托人（监护人）' } });
    expect(served.event?.papers?.[0]?.data['signedBy']).toBe('受托人（监护人）');
  });

  it('follows no feed: who is no longer mandated would go on seeing how the case stands', () => {
    const { world } = mandated();
    const asked = { actor: agent, now: noon('2026-08-05'), input: {} };
    expect(play(world, listChanges, asked).code).toBe('post-not-permitted');
  });

  it('stands in the list of the case, and no agent reads it after the end', () => {
    const { world, caseId } = mandated();
    const list = (by: Actor): Played => act(world, listMandates, { caseId, on: '2026-08-05', by });
    expect(list(agent).reply.mandates).toHaveLength(1);
    expect(list(clerk).reply.mandates[0]).toMatchObject({ mandateId: 'M-1', agent: tokenOf(idNumber) });
    act(world, revokeMandate, { caseId, on: '2026-08-05', by: applicant, input: { mandateId: 'M-1' } });
    expect(list(agent).code).toBe('mandate-revoked');
    expect(list(clerk).reply.mandates[0]).toMatchObject({ revokedOn: '2026-08-05' });
  });
});

describe('the table of what needs which mandate', () => {
  it('has a row for every act on a case that an agent may do', () => {
    const onCases = steps.filter(({ route }) => route.includes('{caseId}')).map(({ id }) => id.split('.')[1] ?? '');
    const ofAgents = powers.filter(({ act: one, posts }) => posts.includes('AG') && onCases.includes(one));
    expect(ofAgents.length).toBeGreaterThan(12);
    expect(ofAgents.map(({ act: one }) => one).filter((one) => scopeOf(one) === undefined)).toEqual([]);
  });
});
