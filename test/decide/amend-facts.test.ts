import { describe, expect, it } from '@jest/globals';
import type { Household } from '../../schemas/household.ts';
import { residentId } from '../applications.ts';
import { actor, attach, caseIn, tokenOf } from '../world.ts';
import { receiving } from './receiving.ts';
import {
  done,
  expectFolded,
  headOf,
  paperOf,
  running,
  take,
  termOf,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const householdOf = ({ world, caseId }: Walk): Household => caseIn(world, caseId).parts.household;

/** The household with another wage of the first member, as the applicant declares it, in yuan a month. */
function declaring(walk: Walk, yuan: number): Household {
  const household = householdOf(walk);
  const [first, ...others] = household.members;
  if (!first) throw new Error('nobody listed');
  const wage = { kind: 'wage' as const, per: 'month' as const, amountFen: yuan * 100, evidence: 'declared' as const };
  return { ...household, members: [{ ...first, income: [wage] }, ...others] };
}

const joiner = (birth: string, sequence: number, more: Record<string, unknown> = {}) => ({
  name: '测试新',
  idNumber: residentId(birth, sequence),
  relation: '20',
  birthOn: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
  sex: '1',
  hukou: { countyCode: '649900', townshipCode: '649900101' },
  labourAbility: '3',
  income: [],
  ...more,
});
const newborn = joiner('20260810', 901);
const spouse = joiner('19880202', 903, { relation: '12' });

const amending = (walk: Walk, more: Record<string, unknown>) => ({
  input: {
    amendment: 'correction',
    reasons: ['申报时漏填'],
    evidence: [attach(walk.world, 'proof of the amendment')],
    ...more,
  },
});

describe('an amendment of facts before the decision', () => {
  it('keeps the former facts beside the amended ones, with reasons and evidence', () => {
    const walk = walkTo('record-consents');
    const before = householdOf(walk);
    const { event } = done(walk, 'amend-facts', '2026-08-04', amending(walk, { household: declaring(walk, 2000) }));
    expect(event).toMatchObject({
      type: 'facts-amended',
      data: { before, facts: ['income'], reasons: ['申报时漏填'], joined: [], again: [], consentsComplete: true },
    });
    expect(householdOf(walk).members[0]?.income[0]?.amountFen).toBe(200_000);
    expect(headOf(walk).status).toBe('accepted');
    expectFolded(walk);
  });

  it('is made by the applicant or the clerk, and by nobody else', () => {
    const walk = walkTo('record-consents');
    const before = untouched(walk);
    for (const [post, id] of [
      ['VC', 't1-vc'],
      ['TS', 't1-ts1'],
      ['TR', 't1-tr'],
      ['TD', 't1-td'],
      ['CC', 'cc-1'],
    ] as const)
      expect(take(walk, 'amend-facts', '2026-08-04', { ...amending(walk, {}), by: actor(post, id) }).code).toBe(
        'post-not-permitted',
      );
    expect(untouched(walk)).toBe(before);
  });

  it('makes the opinion fall: it is given again on the amended facts, and posted again where the amount changed', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'amend-facts', '2026-08-18', amending(walk, { household: declaring(walk, 2000) }));
    expect(headOf(walk)).toMatchObject({ status: 'investigating', publicity: { endsOn: '2026-08-24' } });
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('step-out-of-order');
    expect(termOf(walk, 'opinion')).toMatchObject({ fromOn: '2026-08-18' });
    done(walk, 'give-opinion', '2026-08-19');
    expect(headOf(walk)).toMatchObject({ status: 'reviewed', opinion: { amountFen: 46_000, repost: true } });
    done(walk, 'post-publicity', '2026-08-19');
    expect(paperOf(walk, 'W17').data).toMatchObject({ amountFen: 46_000 });
    expect(take(walk, 'decide-case', '2026-08-26').code).toBe('publicity-not-over');
    expect(done(walk, 'decide-case', '2026-08-27').reply).toMatchObject({ status: 'confirmed', amountFen: 46_000 });
    expectFolded(walk);
  });

  it('leaves the publicity running where what it tells stays the same, and the public may still object', () => {
    const walk = walkTo('post-publicity');
    const household = householdOf(walk);
    const [first, ...others] = household.members;
    if (!first) throw new Error('nobody listed');
    const schooled = { ...household, members: [{ ...first, severeIllness: true }, ...others] };
    done(walk, 'amend-facts', '2026-08-18', amending(walk, { household: schooled }));
    expect(take(walk, 'raise-objection', '2026-08-25').code).toBe('objection-window-over');
    done(walk, 'give-opinion', '2026-08-20');
    expect(headOf(walk)).toMatchObject({ status: 'publicizing', opinion: { repost: false } });
    expect(done(walk, 'decide-case', '2026-08-25').reply.status).toBe('confirmed');

    const objected = walkTo('post-publicity');
    done(objected, 'amend-facts', '2026-08-18', amending(objected, { household: schooled }));
    expect(done(objected, 'raise-objection', '2026-08-24').reply.status).toBe('reinvestigating');
    expect(headOf(objected).objectionRounds).toBe(1);
  });

  it('takes in a child born meanwhile: verified with the household, the notice with the new number posted again', () => {
    const walk = walkTo('post-publicity');
    const { event } = done(
      walk,
      'amend-facts',
      '2026-08-18',
      amending(walk, { amendment: 'addition', joining: [newborn] }),
    );
    expect(event).toMatchObject({
      data: { joined: [tokenOf(newborn.idNumber)], again: ['verification', 'opinion', 'publicity'] },
    });
    expect(JSON.stringify(event)).not.toContain(newborn.idNumber);
    expect(JSON.stringify(event)).not.toContain(newborn.name);
    expect(headOf(walk)).toMatchObject({ members: 4, consentsComplete: true, status: 'investigating' });
    expect(headOf(walk).verification).toBeUndefined();
    expect(headOf(walk).publicity?.endsOn).toBeUndefined();
    expect(running(walk)).not.toContain('publicity');
    expect(take(walk, 'give-opinion', '2026-08-19')).toMatchObject({ detail: { missing: ['verification'] } });
    done(walk, 'request-verification', '2026-08-19');
    done(walk, 'start-verification', '2026-08-19');
    const persons = householdOf(walk).members.map(({ person }) => person);
    const none = (person: string) => ({ person, source: 'bank', hit: 'none', conflicts: false });
    expect(
      take(walk, 'record-verification', '2026-08-20', { input: { findings: persons.slice(0, 3).map(none) } }),
    ).toMatchObject({ code: 'verification-incomplete', detail: { missing: [tokenOf(newborn.idNumber)] } });
    done(walk, 'record-verification', '2026-08-20', { input: { findings: persons.map(none) } });
    done(walk, 'give-opinion', '2026-08-20');
    done(walk, 'post-publicity', '2026-08-20');
    expect(paperOf(walk, 'W17').data).toMatchObject({ members: 4, amountFen: 138_000 });
    expect(done(walk, 'decide-case', '2026-08-28').reply).toMatchObject({ status: 'confirmed', amountFen: 138_000 });
    expectFolded(walk);
  });

  it('asks a new adult to consent before anybody is queried or concludes (LAW §40, P02)', () => {
    const walk = walkTo('record-verification');
    done(walk, 'amend-facts', '2026-08-11', amending(walk, { amendment: 'addition', joining: [spouse] }));
    expect(headOf(walk).consentsComplete).toBe(false);
    expect(take(walk, 'request-verification', '2026-08-12')).toMatchObject({
      code: 'consent-incomplete',
      detail: { missing: [tokenOf(spouse.idNumber)] },
    });
    expect(take(walk, 'give-opinion', '2026-08-12').code).toBe('investigation-incomplete');
    done(walk, 'record-consents', '2026-08-12', {
      input: {
        consents: [
          {
            by: { idNumber: spouse.idNumber },
            attachmentId: attach(walk.world, 'consent of the spouse'),
            signedOn: '2026-08-12',
          },
        ],
      },
    });
    done(walk, 'request-verification', '2026-08-12');
    expectFolded(walk);
  });

  it('refuses what only a finding can say, and what changes nothing', () => {
    const walk = walkTo('record-consents');
    const before = untouched(walk);
    const household = declaring(walk, 2000);
    const verified = JSON.parse(JSON.stringify(household).replace('declared', 'verified')) as Household;
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { household: verified }))).toMatchObject({
      code: 'amendment-claims-finding',
      detail: { claims: ['members.income.evidence'] },
    });
    const [first, ...others] = householdOf(walk).members;
    const classed = { ...household, members: [{ ...first, class: 'A' }, ...others] };
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { household: classed }))).toMatchObject({
      detail: { claims: ['members.class'] },
    });
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { household: householdOf(walk) })).code).toBe(
      'nothing-amended',
    );
    expect(untouched(walk)).toBe(before);
  });

  it('drops nobody (P07), takes in nobody of another open case, and no birth date that is not that of the number', () => {
    const walk = walkTo('record-consents');
    const other = walkTo('submit-application', {
      world: walk.world,
      persons: [{ birth: '19700101', sequence: 501, relation: '01' }],
    });
    const before = untouched(walk);
    const household = householdOf(walk);
    const fewer = { ...household, members: household.members.slice(0, 2) };
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { household: fewer })).code).toBe(
      'all-members-enter',
    );
    const held = joiner('19700101', 501);
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { joining: [held] }))).toMatchObject({
      code: 'case-already-open',
      detail: { openCaseId: other.caseId },
    });
    const listed = joiner('19851120', 100);
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, { joining: [listed] })).code).toBe('input-invalid');
    const misborn = { ...newborn, birthOn: '2026-08-11' };
    expect(take(walk, 'amend-facts', '2026-08-12', amending(walk, { joining: [misborn] })).code).toBe('input-invalid');
    expect(untouched(walk)).toBe(before);
  });

  it('needs its evidence in the store', () => {
    const walk = walkTo('record-consents');
    const input = { household: declaring(walk, 2000), evidence: [attach(walk.world, 'never uploaded', 'absent')] };
    expect(take(walk, 'amend-facts', '2026-08-04', amending(walk, input)).code).toBe('attachment-missing');
  });

  it('is too late after the decision, with a refusal of its own; before acceptance it is out of order', () => {
    const decided = receiving();
    const before = untouched(decided);
    const input = { household: declaring(decided, 2000) };
    expect(take(decided, 'amend-facts', '2026-09-01', amending(decided, input)).code).toBe('amendment-after-decision');
    expect(untouched(decided)).toBe(before);
    const submitted = walkTo('submit-application');
    expect(
      take(submitted, 'amend-facts', '2026-08-03', amending(submitted, { household: declaring(submitted, 2000) })).code,
    ).toBe('step-out-of-order');
  });

  it('opens the county gate for a new member who is near to staff: the filing comes first (SD4)', () => {
    const walk = walkTo('record-verification');
    const county = walk.world.states.get('county:649900') as unknown as {
      parts: { staff: Record<string, { token: string }>; kin: Record<string, Record<string, object[]>> };
    };
    const kin = { ...county.parts.kin };
    kin['649900101'] = {
      ...kin['649900101'],
      [tokenOf(newborn.idNumber)]: [{ staff: 't1-tr', relation: 'child' }],
    };
    walk.world.states.set('county:649900', { ...county, parts: { ...county.parts, kin } } as never);
    done(walk, 'amend-facts', '2026-08-12', amending(walk, { joining: [newborn] }));
    expect(take(walk, 'request-verification', '2026-08-12')).toMatchObject({
      code: 'relative-filing-missing',
      detail: { staff: ['t1-tr'] },
    });
  });
});
