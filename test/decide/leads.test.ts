import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { contactLead } from '../../functions/intake/contact-lead.ts';
import { reportLead } from '../../functions/intake/report-lead.ts';
import { settleLead } from '../../functions/intake/settle-lead.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { withdrawApplication } from '../../functions/intake/withdraw-application.ts';
import { attributesJson } from '../../functions/supervision/lake-attributes.ts';
import { listLeads } from '../../functions/supervision/list-leads.ts';
import { readLead } from '../../functions/supervision/read-lead.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree, type Person } from '../applications.ts';
import { actor, attach, demonstrationWorld, noon, type Played, play, tokenOf, type World } from '../world.ts';
import { idNumberOf } from './usual-acts.ts';

const village = actor('VC', 't1-vc', '649900101201');
const clerk = actor('TC', 't1-tc');
const county = actor('CC', 'cc-1');
const person = { name: '测试丙', phone: '13900000000', address: '演示村三组' };
const requestKey = (n: number): string => createHash('sha256').update(`${n}`).digest('hex');

const first = (series: number): Person => familyOfThree(series)[0] as Person;

const report = (world: World, more: object = {}, as: Actor = village, n = 1): Played =>
  play(world, reportLead, {
    actor: as,
    now: noon('2026-08-03'),
    params: { requestKey: requestKey(n) },
    input: {
      townshipCode: '649900101',
      villageCode: '649900101201',
      source: 'grid-worker',
      needs: ['living', 'medical'],
      person,
      ...more,
    },
  });
const reported = (more: object = {}): { readonly world: World; readonly leadId: string } => {
  const world = demonstrationWorld();
  return { world, leadId: report(world, more).reply.leadId };
};
const contact = (world: World, leadId: string, more: object = {}, on = '2026-08-04', as: Actor = clerk): Played =>
  play(world, contactLead, {
    actor: as,
    now: noon(on),
    params: { leadId },
    input: { method: 'visit', reached: true, informed: true, ...more },
  });
const settle = (world: World, leadId: string, input: object, as: Actor = clerk): Played =>
  play(world, settleLead, { actor: as, now: noon('2026-08-05'), params: { leadId }, input });
const submit = (world: World): string =>
  play(world, submitApplication, {
    actor: clerk,
    now: noon('2026-08-05'),
    input: application(world, familyOfThree(1)),
  }).reply.caseId;

describe('a lead (主动发现)', () => {
  it('is to be contacted within three working days, over the weekend', () => {
    const { reply } = report(demonstrationWorld());
    expect(reply).toMatchObject({ reportedOn: '2026-08-03', contactBy: '2026-08-06', overdue: false, contacts: [] });
    const friday = play(demonstrationWorld(), reportLead, {
      actor: village,
      now: noon('2026-08-07'),
      params: { requestKey: requestKey(2) },
      input: { townshipCode: '649900101', villageCode: '649900101201', source: 'staff', needs: ['care'], person },
    });
    expect(friday.reply.contactBy).toBe('2026-08-12');
  });

  it('keeps name, phone and address out of its event, with or without an identity number', () => {
    const idNumber = idNumberOf(first(1));
    for (const known of [{}, { person: { ...person, idNumber } }]) {
      const world = demonstrationWorld();
      const { event, reply } = report(world, known);
      const text = JSON.stringify([event, reply]);
      for (const private_ of [person.name, person.phone, person.address, idNumber])
        expect(text).not.toContain(private_);
      expect(reply.person).toBe('person' in known ? tokenOf(idNumber) : undefined);
      expect(attributesJson({ ...(event?.data as object) })).not.toContain(person.name);
    }
  });

  it('goes from contact to application, and names the case', () => {
    const { world, leadId } = reported();
    expect(contact(world, leadId).reply).toMatchObject({ contactedOn: '2026-08-04', reached: true, informed: true });
    const caseId = submit(world);
    const { reply } = settle(world, leadId, { outcome: 'APPLIED', caseId });
    expect(reply).toMatchObject({ outcome: 'APPLIED', caseId, settledOn: '2026-08-05' });
    expect(reply.helpedBy).toBeUndefined();
  });

  it('is late from the day after the last day, and stays late when the contact comes', () => {
    const { world, leadId } = reported();
    const overdue = (on: string): readonly string[] =>
      play(world, listLeads, { actor: clerk, now: noon(on), input: { overdue: 'true' } }).reply.leads.map(
        (one: { leadId: string }) => one.leadId,
      );
    expect(overdue('2026-08-06')).toEqual([]);
    expect(overdue('2026-08-07')).toEqual([leadId]);
    expect(contact(world, leadId, {}, '2026-08-10').reply.overdue).toBe(true);
    expect(overdue('2026-08-11')).toEqual([leadId]);
    const timely = reported();
    contact(timely.world, timely.leadId, { reached: false, informed: false }, '2026-08-06');
    expect(contact(timely.world, timely.leadId, {}, '2026-08-12').reply.overdue).toBe(false);
  });

  it('refuses a contact that leaves the policy unsaid, and one that tells nobody', () => {
    const { world, leadId } = reported();
    expect(contact(world, leadId, { informed: false }).code).toBe('lead-not-informed');
    expect(contact(world, leadId, { reached: false }).code).toBe('input-invalid');
    expect(settle(world, leadId, { outcome: 'DECLINED' }).code).toBe('lead-not-informed');
    expect(contact(world, leadId).ok).toBe(true);
    expect(settle(world, leadId, { outcome: 'DECLINED' }).reply.outcome).toBe('DECLINED');
  });

  it('helps a person without legal capacity to apply: the clerk applies without an agent, and nobody declines for the person', () => {
    const { world, leadId } = reported({ withoutCapacity: true });
    contact(world, leadId);
    expect(settle(world, leadId, { outcome: 'DECLINED' }).code).toBe('lead-help-owed');
    const caseId = submit(world);
    expect(settle(world, leadId, { outcome: 'APPLIED', caseId }).reply.helpedBy).toBe('t1-tc');
  });

  it('says not found only after an attempt, and never of a person who was reached', () => {
    const { world, leadId } = reported();
    expect(settle(world, leadId, { outcome: 'NOT_FOUND' }).code).toBe('lead-not-tried');
    contact(world, leadId, { reached: false, informed: false });
    const other = report(world, {}, village, 2).reply.leadId as string;
    contact(world, other);
    expect(settle(world, other, { outcome: 'NOT_FOUND' }).code).toBe('lead-was-reached');
    expect(settle(world, leadId, { outcome: 'NOT_FOUND' }).ok).toBe(true);
    expect(contact(world, leadId).code).toBe('lead-settled');
    expect(settle(world, leadId, { outcome: 'NOT_FOUND' }).code).toBe('lead-settled');
  });

  it('takes no case that is absent, closed or another person’s', () => {
    const stranger = { person: { ...person, idNumber: idNumberOf(first(5)) } };
    const { world, leadId } = reported(stranger);
    const absent = '649900101-DB-2026-000009';
    expect(settle(world, leadId, { outcome: 'APPLIED' }).code).toBe('input-invalid');
    expect(settle(world, leadId, { outcome: 'APPLIED', caseId: absent }).code).toBe('case-not-found');
    const caseId = submit(world);
    expect(settle(world, leadId, { outcome: 'APPLIED', caseId }).code).toBe('member-not-listed');
    expect(settle(world, leadId, { outcome: 'DECLINED', caseId }).code).toBe('lead-not-informed');
    contact(world, leadId);
    expect(settle(world, leadId, { outcome: 'DECLINED', caseId }).code).toBe('input-invalid');
    play(world, withdrawApplication, {
      actor: clerk,
      now: noon('2026-08-05'),
      params: { caseId },
      input: { statement: attach(world, 'statement') },
    });
    expect(settle(world, leadId, { outcome: 'ALREADY_COVERED', caseId }).code).toBe('lead-case-closed');
    expect(settle(world, leadId, { outcome: 'ALREADY_COVERED' }).ok).toBe(true);
  });

  it('does not exist beyond its division, and a village reports only its own', () => {
    const { world, leadId } = reported();
    expect(contact(world, leadId, {}, '2026-08-04', actor('TC', 't2-tc')).code).toBe('lead-not-found');
    expect(settle(world, leadId, { outcome: 'DECLINED' }, actor('CC', 'c', '640104')).code).toBe('lead-not-found');
    expect(report(world, {}, actor('VC', 't1-vc', '649900101202')).code).toBe('division-not-yours');
    expect(report(world, { villageCode: '649900101999' }).code).toBe('division-unknown');
    expect(contact(world, 'x').code).toBe('lead-not-found');
  });

  it('stands in the list of its township and county, by the last day, and in the village’s own', () => {
    const { world, leadId } = reported();
    const second = report(world, { villageCode: '649900101202' }, clerk, 2).reply.leadId as string;
    const ids = (as: Actor, input: object = {}): readonly string[] =>
      play(world, listLeads, { actor: as, now: noon('2026-08-04'), input }).reply.leads.map(
        (one: { leadId: string }) => one.leadId,
      );
    expect([...ids(clerk)].sort()).toEqual([leadId, second].sort());
    expect([...ids(county)].sort()).toEqual([leadId, second].sort());
    expect(ids(village)).toEqual([leadId]);
    expect(ids(actor('TC', 't2-tc'))).toEqual([]);
    contact(world, leadId);
    settle(world, leadId, { outcome: 'DECLINED' });
    expect(ids(clerk, { open: 'true' })).toEqual([second]);
    expect(ids(clerk).at(-1)).toBe(leadId);
  });

  it('shows whom to reach to those who make contact, and to nobody else', () => {
    const { world, leadId } = reported();
    const read = (as: Actor, names = {}): Played =>
      play(world, readLead, { actor: as, now: noon('2026-08-04'), params: { leadId }, names });
    const { contactToken } = read(clerk).reply;
    expect(read(clerk, { [contactToken as string]: person }).reply.contact).toEqual(person);
    expect(read(clerk).reply.contact).toBeUndefined();
    expect(read(actor('CV', 'cv-1')).code).toBe('post-not-permitted');
    expect(read(actor('VC', 't1-vc', '649900101202')).code).toBe('lead-not-found');
  });
});
