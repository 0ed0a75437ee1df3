import { describe, expect, it } from '@jest/globals';
import { personsHeld } from '../../functions/core/case-locks.ts';
import type { Person } from '../applications.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import { actor, attach, caseIn, type Played, tokenOf } from '../world.ts';
import { entitlementsOf, receiving } from './receiving.ts';
import {
  done,
  expectFolded,
  headOf,
  idNumberOf,
  paperOf,
  running,
  take,
  untouched,
  type Walk,
  walkTo,
} from './walk-through.ts';

const newborn: Person = { birth: '20261005', sequence: 701, relation: '20', more: { labourAbility: '3' } };
const spouse: Person = { birth: '19900101', sequence: 702, relation: '12', more: { labourAbility: '1' } };
const bodyOf = (walk: Walk, person: Person) =>
  (application(walk.world, [{ ...person, relation: person.relation }])['members'] as object[])[0];
const report = (walk: Walk, kind: string, joining: readonly Person[], more: object = {}, on = '2026-10-12'): Played =>
  take(walk, 'report-change', on, {
    raw: {
      kind,
      source: 'household',
      happenedOn: '2026-10-08',
      joining: joining.map((person) => bodyOf(walk, person)),
      proof: attach(walk.world, 'certificate'),
      ...more,
    },
  });
const tokens = (...persons: readonly Person[]): readonly string[] =>
  persons.map((person) => tokenOf(idNumberOf(person)));
const membersOf = ({ world, caseId }: Walk) => caseIn(world, caseId).parts.household.members;
const consent = (walk: Walk, person: Person, on: string): Played =>
  take(walk, 'record-consents', on, {
    raw: {
      consents: [
        {
          by: { idNumber: idNumberOf(person) },
          attachmentId: attach(walk.world, `consent ${person.sequence}`),
          signedOn: on,
        },
      ],
    },
  });
const verify = (walk: Walk, persons: readonly Person[], on: string): void => {
  done(walk, 'request-verification', on);
  done(walk, 'start-verification', on);
  done(walk, 'record-verification', on, {
    raw: {
      findings: persons.map((person) => ({
        idNumber: idNumberOf(person),
        source: 'bank',
        hit: 'none',
        conflicts: false,
      })),
    },
  });
};
/** One person who receives, with nobody else in the household. */
const single = (): Walk => {
  const persons: Person[] = [{ birth: '19880101', sequence: 711, relation: '01', wageYuan: 500 }];
  return receiving({ persons });
};

describe('a child born into a household that receives', () => {
  it('is listed at once, counts once the check has found it true, and raises the amount from the month after the decision', () => {
    const walk = receiving();
    expect(report(walk, 'birth', [newborn]).ok).toBe(true);
    expect(membersOf(walk).at(-1)).toMatchObject({ statuses: [{ kind: 'joining', fromOn: '2026-10-08' }] });
    expect(headOf(walk)).toMatchObject({ status: 'checking', consentsComplete: true, members: 3 });
    expect(entitlementsOf(walk)).toHaveLength(1);
    done(walk, 'record-visit', '2026-10-13');
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'increase' } });
    expect(membersOf(walk).at(-1)?.statuses).toBeUndefined();
    expect(headOf(walk).members).toBe(4);
    done(walk, 'decide-adjustment', '2026-10-15', { input: { result: 'increase' } });
    // 720 yuan more for a fourth person: 4 × 720 − 1,500 counted of the wage.
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'increase', fromMonth: '2026-11', amountFen: 138_000 });
    expect(paperOf(walk, 'W25').data).toMatchObject({ form: 'increase', oldAmountFen: 66_000, newAmountFen: 138_000 });
    expectFolded(walk);
  });

  it('keeps name and number out of the event', () => {
    const walk = receiving();
    const { event } = report(walk, 'birth', [newborn]);
    expect(JSON.stringify(event)).not.toContain(idNumberOf(newborn));
    expect(JSON.stringify(event)).not.toContain('测试701');
  });

  it('that was untrue leaves the list again, and the aid as it was', () => {
    const walk = receiving();
    report(walk, 'birth', [newborn]);
    expect(personsHeld(caseIn(walk.world, walk.caseId))).toEqual(expect.arrayContaining([...tokens(newborn)]));
    done(walk, 'record-visit', '2026-10-13');
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'none', unfounded: ['CH-1'] } });
    expect(membersOf(walk)).toHaveLength(3);
    expect(headOf(walk)).toMatchObject({ status: 'active', members: 3 });
    expectFolded(walk);
  });

  it('cannot be made to count by what a visit reports', () => {
    const walk = receiving();
    report(walk, 'birth', [newborn]);
    const { household } = caseIn(walk.world, walk.caseId).parts;
    const members = household.members.map(({ statuses: _statuses, ...member }) => member);
    done(walk, 'record-visit', '2026-10-13', { input: { household: { ...household, members } } });
    expect(membersOf(walk).at(-1)?.statuses).toEqual([{ kind: 'joining', fromOn: '2026-10-08' }]);
  });
});

describe('an adult who joins', () => {
  const married = (): Walk => {
    const walk = single();
    expect(report(walk, 'marriage', [spouse]).ok).toBe(true);
    return walk;
  };

  it('consents before anything is queried, and is verified before anybody concludes', () => {
    const walk = married();
    const [first] = walk.persons;
    expect(headOf(walk).consentsComplete).toBe(false);
    expect(take(walk, 'request-verification', '2026-10-13')).toMatchObject({
      code: 'consent-incomplete',
      detail: { missing: tokens(spouse) },
    });
    done(walk, 'record-visit', '2026-10-13');
    const conclude = (): Played =>
      take(walk, 'record-reverification', '2026-10-15', { input: { result: 'increase', reasons: ['新增配偶'] } });
    expect(conclude().code).toBe('consent-incomplete');
    expect(consent(walk, spouse, '2026-10-14').ok).toBe(true);
    expect(headOf(walk).consentsComplete).toBe(true);
    const before = untouched(walk);
    expect(conclude()).toMatchObject({ code: 'newcomer-not-verified', detail: { persons: tokens(spouse) } });
    expect(untouched(walk)).toBe(before);
    verify(walk, [first as Person], '2026-10-14');
    expect(conclude().code).toBe('newcomer-not-verified');
  });

  it('raises the amount once verified, by the path of every adjustment', () => {
    const walk = married();
    consent(walk, spouse, '2026-10-13');
    verify(walk, [...walk.persons, spouse], '2026-10-13');
    const old = entitlementsOf(walk).at(-1)?.amountFen ?? 0;
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'increase' } });
    done(walk, 'decide-adjustment', '2026-10-15', { input: { result: 'increase' } });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'increase', fromMonth: '2026-11', amountFen: old + 72_000 });
    expectFolded(walk);
  });

  it('whose wage exceeds the standard lowers it, after the household was asked for its views', () => {
    const walk = single();
    report(walk, 'marriage', [{ ...spouse, wageYuan: 1_100 }]);
    consent(walk, spouse, '2026-10-13');
    verify(walk, [...walk.persons, spouse], '2026-10-13');
    const conclude = (result: string): Played =>
      take(walk, 'record-reverification', '2026-10-14', { input: { result, reasons: ['配偶有工资收入'] } });
    expect(conclude('none').code).toBe('result-contradicts-check');
    expect(conclude('reduce').ok).toBe(true);
    expect(paperOf(walk, 'W23').data).toMatchObject({ oldAmountFen: 52_000, newAmountFen: 44_000 });
    expect(headOf(walk).status).toBe('hearing');
  });

  it('is in one household only, and comes with a document and a change that takes somebody in', () => {
    const walk = receiving();
    const other = walkTo('submit-application', { world: walk.world, persons: familyOfThree(5) });
    const [first] = other.persons;
    expect(report(walk, 'marriage', [{ ...(first as Person), relation: '12' }]).code).toBe('case-already-open');
    const before = untouched(walk);
    expect(report(walk, 'marriage', [spouse], { proof: undefined })).toMatchObject({
      code: 'change-incomplete',
      detail: { needed: ['proof'] },
    });
    expect(report(walk, 'joined', [])).toMatchObject({ code: 'change-incomplete', detail: { needed: ['joining'] } });
    expect(report(walk, 'income', [spouse]).code).toBe('input-invalid');
    expect(report(walk, 'marriage', [walk.persons[0] as Person]).code).toBe('input-invalid');
    expect(untouched(walk)).toBe(before);
  });
});

describe('a member who leaves', () => {
  const parted = (): { readonly walk: Walk; readonly wife: string } => {
    const [first, ...others] = familyOfThree(0);
    const walk = receiving({ persons: [{ ...(first as Person), wageYuan: 1500 }, ...others] });
    const wife = tokenOf(residentId('19870604', 101));
    done(walk, 'report-change', '2026-10-12', {
      raw: { kind: 'divorce', source: 'household', happenedOn: '2026-10-08', person: wife },
    });
    done(walk, 'record-visit', '2026-10-13');
    return { walk, wife };
  };

  it('counts no more once it is found true, and the amount follows after the views of the household', () => {
    const { walk, wife } = parted();
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'reduce', reasons: ['离婚，配偶已迁出'] } });
    expect(headOf(walk)).toMatchObject({ status: 'hearing', members: 2 });
    expect(running(walk)).toContain('hearing-notice');
    expect(paperOf(walk, 'W23').data).toMatchObject({ form: 'reduce', oldAmountFen: 96_000, newAmountFen: 24_000 });
    expect(membersOf(walk).find(({ person }) => person === wife)?.statuses).toEqual([
      { kind: 'left', fromOn: '2026-10-08' },
    ]);
    expectFolded(walk);
  });

  it('is held by this household until its amount is decided, and then free for another', () => {
    const { walk, wife } = parted();
    const held = (): boolean => personsHeld(caseIn(walk.world, walk.caseId)).includes(wife);
    done(walk, 'record-reverification', '2026-10-14', { input: { result: 'reduce', reasons: ['离婚，配偶已迁出'] } });
    expect(held()).toBe(true);
    done(walk, 'record-delivery', '2026-10-14', {
      input: { paperId: 'W23-1', method: 'direct', servedOn: '2026-10-14' },
    });
    done(walk, 'decide-adjustment', '2026-10-22', { input: { result: 'reduce' } });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'reduction', fromMonth: '2026-11', amountFen: 24_000 });
    expect(held()).toBe(false);
    expect(personsHeld(caseIn(walk.world, walk.caseId))).toHaveLength(2);
  });

  it('must be named where one leaves', () => {
    const walk = receiving();
    const raw = { kind: 'left', source: 'household', happenedOn: '2026-10-08' };
    expect(take(walk, 'report-change', '2026-10-12', { raw })).toMatchObject({
      code: 'change-incomplete',
      detail: { needed: ['person'] },
    });
    expect(
      take(walk, 'report-change', '2026-10-12', { by: actor('TC', 't1-tc'), raw: { ...raw, kind: 'divorce' } }).ok,
    ).toBe(true);
  });
});

describe('an application', () => {
  it('lists nobody as still joining: that mark is set by acts only', () => {
    const walk = walkTo('submit-application');
    const statuses = [{ kind: 'joining', fromOn: '2026-08-01' }];
    const persons = familyOfThree(6).map((one, i) => (i === 1 ? { ...one, more: { ...one.more, statuses } } : one));
    expect(take(walk, 'submit-application', '2026-08-03', { raw: application(walk.world, persons) }).code).toBe(
      'input-invalid',
    );
  });
});
