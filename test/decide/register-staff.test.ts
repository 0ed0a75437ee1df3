import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { kinOrganisation } from '../../functions/core/county-fold.ts';
import type { Facts } from '../../functions/core/facts.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { listStaff } from '../../functions/supervision/list-staff.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { StaffEntry } from '../../schemas/staff.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import { countyIn, example, newCounty, officer, refoldedCounty, setUpDay } from '../county-set-up.ts';
import { actor, demonstrationWorld, noon, play, tokenOf, type World } from '../world.ts';

const person = (n: number) => residentId('19900101', n);
const entry = (more: object = {}) => ({
  personId: 't1-new',
  name: '演示新员',
  idNumber: person(1),
  posts: [{ post: 'TC', orgCode: '649900101' }],
  relatives: [{ idNumber: person(2), relation: 'sibling' }],
  activeFrom: '2026-01-01',
  ...more,
});
const register = (world: World, more: object = {}) =>
  play(world, registerStaff, { actor: officer, now: setUpDay, input: entry(more) });

/** The index as it follows from the staff records alone. */
function recomputed(world: World): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { personId, token, posts, relatives } of Object.values(countyIn(world).parts.staff))
    for (const org of new Set(posts.map(({ orgCode }) => kinOrganisation(orgCode))))
      for (const relative of [{ person: token, relation: 'self' }, ...relatives]) {
        found[org] = [...(found[org] ?? []), `${relative.person} ${personId} ${relative.relation}`].sort();
      }
  return found;
}

const indexed = (world: World): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(countyIn(world).parts.kin)
      .map(([org, index]): [string, string[]] => [
        org,
        Object.entries(index)
          .flatMap(([token, near]) => near.map(({ staff, relation }) => `${token} ${staff} ${relation}`))
          .sort(),
      ])
      .filter(([, entries]) => entries.length > 0),
  );

describe('supervision.register-staff', () => {
  it('keeps relatives as tokens and no name or number in the event', () => {
    const world = newCounty();
    const { event } = register(world);
    const text = JSON.stringify(event);
    expect(text).toContain(tokenOf(person(2)));
    for (const secret of ['演示新员', person(1), person(2)]) expect(text).not.toContain(secret);
  });

  it('lets a later record replace the earlier one: relatives it no longer names are out of the index', () => {
    const world = newCounty();
    register(world);
    register(world, { relatives: [{ idNumber: person(3), relation: 'child' }] });
    const own = `${tokenOf(person(1))} t1-new self`;
    expect(indexed(world)).toEqual({ '649900101': [`${tokenOf(person(3))} t1-new child`, own].sort() });
    register(world, { posts: [{ post: 'TS', orgCode: '649900102' }] });
    expect(indexed(world)).toEqual({ '649900102': [`${tokenOf(person(2))} t1-new sibling`, own].sort() });
    register(world, { posts: [], activeTo: '2026-06-30' });
    expect(indexed(world)).toEqual({});
    expect(countyIn(world)).toEqual(refoldedCounty(world));
  });

  it('refuses posts of divisions that are not registered here, doubled relatives, and being one’s own relative', () => {
    const world = newCounty();
    for (const post of [
      { post: 'TC', orgCode: '649900999' },
      { post: 'VC', orgCode: '649900101' },
      { post: 'CC', orgCode: '640104' },
      { post: 'PROV', orgCode: '649900' },
    ])
      expect(register(world, { posts: [post] }).code).toBe('division-unknown');
    const twice = [
      { idNumber: person(2), relation: 'child' },
      { idNumber: person(2), relation: 'sibling' },
    ];
    expect(register(world, { relatives: twice }).code).toBe('input-invalid');
    expect(register(world, { relatives: [{ idNumber: person(1), relation: 'child' }] }).code).toBe('input-invalid');
    expect(register(world, { idNumber: '649900199001010000' }).code).toBe('resident-id-invalid');
    expect(register(world, { relatives: [{ idNumber: person(2), relation: 'cousin' }] }).code).toBe('input-invalid');
    expect(register(world, { activeTo: '2025-12-31' }).code).toBe('date-out-of-order');
    expect(countyIn(world).parts.staff).toEqual({});
  });

  it('tells which relatives already apply or receive aid, so that they are filed (SD8)', () => {
    const world = demonstrationWorld();
    const family = familyOfThree(0);
    const { caseId } = play(world, submitApplication, {
      actor: actor('TC', 't1-tc'),
      now: noon('2026-08-03'),
      input: application(world, family),
    }).reply;
    const { birth, sequence } = family[1] ?? { birth: '', sequence: 0 };
    const { reply } = register(world, {
      relatives: [
        { idNumber: residentId(birth, sequence), relation: 'sibling' },
        { idNumber: person(9), relation: 'child' },
      ],
    });
    expect(reply.relativesOnAid).toEqual([{ caseId, relation: 'sibling' }]);
  });

  it('seals name and number, but never over what an open case sealed', () => {
    const facts = (open: readonly object[]) => ({
      actor: officer,
      params: {},
      county: countyIn(newCounty()),
      people: { [person(1)]: { token: tokenOf(person(1)), open } },
      attachments: {},
      names: {},
    });
    const input = StaffEntry.parse(entry({ relatives: [] }));
    const sealed = (open: readonly object[] = []) =>
      registerStaff.decide(facts(open) as unknown as Facts, input, setUpDay).personal;
    expect(sealed()).toEqual([{ token: tokenOf(person(1)), data: { name: '演示新员', idNumber: person(1) } }]);
    expect(sealed([{ caseId: '649900101-DB-2026-000001', program: 'DB_URBAN' }])).toEqual([]);
  });

  it('takes the staff of the example county and lists them without a name', () => {
    const world = newCounty();
    for (const input of example('staff'))
      expect(play(world, registerStaff, { actor: officer, now: setUpDay, input }).code).toBeUndefined();
    expect(indexed(world)).toEqual(recomputed(world));
    const first = play(world, listStaff, { actor: officer, now: setUpDay, input: { limit: '20' } }).reply;
    const rest = play(world, listStaff, { actor: officer, now: setUpDay, input: { cursor: first.next } }).reply;
    expect([...first.staff, ...rest.staff]).toHaveLength(example('staff').length);
    expect(JSON.stringify([first, rest])).not.toMatch(/演示|\d{17}/);
  });

  it('keeps the index equal to what the staff records say, whatever the registrations', () => {
    const registration = fc.record({
      personId: fc.constantFrom('s-1', 's-2', 's-3'),
      posts: fc.uniqueArray(
        fc.constantFrom(
          { post: 'TC', orgCode: '649900101' },
          { post: 'VC', orgCode: '649900101202' },
          { post: 'TS', orgCode: '649900102' },
          { post: 'CC', orgCode: '649900' },
        ),
        { maxLength: 3 },
      ),
      relatives: fc.uniqueArray(
        fc.record({
          idNumber: fc.integer({ min: 2, max: 6 }).map(person),
          relation: fc.constantFrom('child', 'parent'),
        }),
        { maxLength: 3, selector: ({ idNumber }) => idNumber },
      ),
    });
    void fc.assert(
      fc.property(fc.array(registration, { maxLength: 8 }), (registrations) => {
        const world = newCounty();
        for (const one of registrations) expect(register(world, one).ok).toBe(true);
        expect(indexed(world)).toEqual(recomputed(world));
        expect(countyIn(world)).toEqual(refoldedCounty(world));
      }),
      { numRuns: 60 },
    );
  });
});
