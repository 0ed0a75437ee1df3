import { describe, expect, it } from '@jest/globals';
import { recordConsents } from '../../functions/intake/record-consents.ts';
import { personsWithoutConsent } from '../../functions/law/consents.ts';
import { familyOfThree, residentId } from '../applications.ts';
import { attach, caseIn, demonstrationWorld, refolded, tokenOf, type World } from '../world.ts';
import { accepted, act, snapshot, submitted, village } from './intake-cases.ts';

const husband = residentId('19851120', 100);
const wife = residentId('19870604', 101);
const consent = (world: World, by: Record<string, string>, signedOn = '2026-08-03') => ({
  by,
  attachmentId: attach(world, `consent ${JSON.stringify(by)}`),
  signedOn,
});

describe('intake.record-consents', () => {
  it('is complete once every counted adult has signed; the child of 10 is not asked (LAW §40)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const { household } = caseIn(world, caseId).parts;
    expect(personsWithoutConsent(household, [], { program: 'DB_URBAN', on: '2026-08-03' })).toEqual([
      tokenOf(husband),
      tokenOf(wife),
    ]);

    const first = { consents: [consent(world, { idNumber: husband })] };
    const half = act(world, recordConsents, { caseId, on: '2026-08-03', input: first });
    expect(half.event?.data).toMatchObject({ complete: false, consents: [{ person: tokenOf(husband) }] });
    expect(caseIn(world, caseId).head.consentsComplete).toBe(false);

    const second = { consents: [consent(world, { member: tokenOf(wife) })] };
    expect(act(world, recordConsents, { caseId, on: '2026-08-03', input: second }).reply.status).toBe('submitted');
    expect(caseIn(world, caseId).head.consentsComplete).toBe(true);
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('takes consents after acceptance, all at once', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: '2026-08-03' });
    const input = { consents: [consent(world, { idNumber: husband }), consent(world, { idNumber: wife })] };
    expect(act(world, recordConsents, { caseId, on: '2026-08-05', input }).reply.status).toBe('accepted');
    expect(caseIn(world, caseId).head.consentsComplete).toBe(true);
  });

  it('asks a child who has come of age by the day of recording', () => {
    const world = demonstrationWorld();
    const born = { birth: '20080810', sequence: 102, relation: '20', more: { labourAbility: '1', student: true } };
    const persons = [...familyOfThree(0).slice(0, 2), born];
    const caseId = submitted(world, { on: '2026-08-03', persons });
    const { household } = caseIn(world, caseId).parts;
    const given = [{ person: tokenOf(husband) }, { person: tokenOf(wife) }];
    expect(personsWithoutConsent(household, given, { program: 'DB_URBAN', on: '2026-08-09' })).toEqual([]);
    expect(personsWithoutConsent(household, given, { program: 'DB_URBAN', on: '2026-08-10' })).toEqual([
      tokenOf(residentId('20080810', 102)),
    ]);
  });

  it('refuses strangers, tomorrow’s signatures, altered files and ambiguous names', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const before = snapshot(world, caseId);
    const record = (one: unknown, by?: typeof village) =>
      act(world, recordConsents, { caseId, on: '2026-08-03', input: { consents: [one] }, ...(by ? { by } : {}) }).code;
    expect(record(consent(world, { idNumber: residentId('19600101', 900) }))).toBe('member-not-listed');
    expect(record(consent(world, { member: tokenOf('nobody') }))).toBe('member-not-listed');
    expect(record(consent(world, { idNumber: husband }, '2026-08-04'))).toBe('date-out-of-order');
    expect(record({ ...consent(world, { idNumber: husband }), attachmentId: attach(world, 'x', 'altered') })).toBe(
      'attachment-altered',
    );
    expect(record(consent(world, { idNumber: husband, member: tokenOf(husband) }))).toBe('input-invalid');
    expect(record(consent(world, {}))).toBe('input-invalid');
    expect(record(consent(world, { idNumber: husband }), village)).toBe('post-not-permitted');
    expect(snapshot(world, caseId)).toBe(before);
  });
});

describe('of whom consent is asked (D57 §9, T43 §10)', () => {
  const person = (n: number, relation: string, birthOn = '1970-01-01') => ({
    person: `t_${String(n).padStart(32, '0')}`,
    relation,
    birthOn,
    sex: '1' as const,
    hukou: { countyCode: '649900' },
    labourAbility: '3' as const,
    income: [],
  });
  const mother = { ...person(3, '52', '1940-01-01'), longCoResident: true };
  const household = {
    townshipCode: '649900101',
    villageCode: '649900101201',
    urbanRural: 'urban',
    members: [person(1, '01'), { ...person(2, '71'), longCoResident: true, legalSupportDuty: true }, mother],
    property: [],
  } as unknown as Parameters<typeof personsWithoutConsent>[0];
  const asked = (program: 'DB_URBAN' | 'TK' | 'GL', of = household) =>
    personsWithoutConsent(of, [], { program, on: '2026-08-03' }).map((token) => Number(token.slice(-1)));

  it('asks everybody who counts for a household, and one person for the old-age allowance', () => {
    expect(asked('DB_URBAN')).toEqual([1, 2, 3]);
    expect(asked('GL')).toEqual([1]);
  });

  it('asks for 特困 the person, and the members who owe that person support', () => {
    const [first, brother] = household.members;
    const spouse = person(4, '10');
    expect(asked('TK', { ...household, members: [first, spouse, mother] as never })).toEqual([1, 4]);
    expect(asked('TK', { ...household, members: [first, mother] as never })).toEqual([1]);
    expect(asked('TK', { ...household, members: [first, brother] as never })).toEqual([1, 2]);
  });
});
