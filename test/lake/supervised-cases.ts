import { familyOfThree, type Person } from '../applications.ts';
import { appealed, settled } from '../decide/appeals.ts';
import { asked as askedForViews, receiving } from '../decide/receiving.ts';
import { done, type Walk, walkTo, withProperty } from '../decide/walk-through.ts';
import { attach, type World } from '../world.ts';
import { county } from './county-acts.ts';

const brother: readonly Person[] = [{ birth: '19750303', sequence: 301, relation: '01' }];
const served = (walk: Walk, paperId: string, on: string) =>
  done(walk, 'record-delivery', on, { input: { paperId, method: 'direct', servedOn: on } });
const denied = (walk: Walk) =>
  done(walk, 'decide-case', '2026-08-25', {
    input: { result: 'not-confirmed', grounds: ['income'], reasons: ['家庭收入超过标准'] },
  });
/** A reduction before which the household was heard. */
function heard(world: World): Readonly<Record<string, string>> {
  const reduced = receiving({ world, persons: familyOfThree(1) });
  askedForViews(reduced);
  done(reduced, 'record-representations', '2026-11-11');
  done(reduced, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } });
  return { reduced: reduced.caseId };
}

/** Two denials: one told in time, the other late and then appealed against. */
function denials(world: World): Readonly<Record<string, string>> {
  const told = walkTo('post-publicity', { world, persons: familyOfThree(2) });
  denied(told);
  served(told, 'W21-1', '2026-08-26');
  const untold = walkTo('post-publicity', { world, persons: familyOfThree(3) });
  denied(untold);
  served(untold, 'W21-1', '2026-09-07');
  appealed(untold, '2026-09-21', { paperId: 'W21-1' });
  settled(untold, '2026-10-28', { outcome: 'upheld' }, {});
  return { told: told.caseId, untold: untold.caseId };
}

/** Two publicities: one met by an objection, the other broken off and taken down. */
function publicities(world: World): Readonly<Record<string, string>> {
  const disputed = walkTo('post-publicity', { world, persons: familyOfThree(4) });
  done(disputed, 'put-notice-online', '2026-08-17');
  done(disputed, 'raise-objection', '2026-08-19');
  done(disputed, 'extend-term', '2026-08-20', { input: { ground: 'PUBLICITY_OBJECTION' } });
  done(disputed, 'reinvestigate-case', '2026-08-21');
  const removed = walkTo('post-publicity', { world, persons: familyOfThree(5) });
  done(removed, 'put-notice-online', '2026-08-17');
  done(removed, 'record-broken-notice', '2026-08-18');
  done(removed, 'take-notice-down', '2026-08-20');
  return { disputed: disputed.caseId, removed: removed.caseId };
}

/** A verification that found deposits. */
function contradicted(world: World): Readonly<Record<string, string>> {
  const hit = walkTo('record-visit', { world, persons: familyOfThree(6) });
  const household = withProperty(hit, [{ kind: 'deposit', valueFen: 6_000_000 }]);
  const findings = household.members.map(({ person }, i) => ({
    person,
    source: 'bank',
    hit: i === 0 ? 'deposit' : 'none',
    ...(i === 0 && { amountFen: 6_000_000 }),
    conflicts: i === 0,
  }));
  done(hit, 'record-verification', '2026-08-10', { input: { findings, household } });
  done(hit, 'inform-verification', '2026-08-11');
  return { hit: hit.caseId };
}

/** A brother of a village cadre. */
function related(world: World): Readonly<Record<string, string>> {
  const filed = walkTo('accept-application', {
    world,
    persons: brother,
    days: { 'submit-application': '2026-11-02', 'accept-application': '2026-11-02' },
  });
  const { head } = world.states.get(`case:${filed.caseId}`) as { head: { applicant: string } };
  done(filed, 'file-near-relative', '2026-11-02', {
    input: { staff: 't1-vc', member: head.applicant, relation: 'sibling' },
  });
  done(filed, 'record-consents', '2026-11-02');
  return { filed: filed.caseId };
}

/** Applications that were never accepted, one after another. */
function turnedAway(world: World): Readonly<Record<string, string>> {
  const elsewhere = familyOfThree(7).map((person) => ({
    ...person,
    more: { ...person.more, hukou: { countyCode: county, townshipCode: '649900102' } },
  }));
  const refused = walkTo('submit-application', { world, persons: elsewhere });
  done(refused, 'refuse-application', '2026-08-04', {
    raw: { ground: 'wrong-place', fact: '全体成员户籍在演示二镇', transferTo: '649900102' },
  });
  const withdrawn = walkTo('submit-application', { world, persons: familyOfThree(8) });
  done(withdrawn, 'withdraw-application', '2026-08-04', { raw: { statement: attach(world, 'withdrawal') } });
  return { refused: refused.caseId, withdrawn: withdrawn.caseId };
}

/** The cases of the county by what happened to them. */
export const supervisedCases = (world: World): Readonly<Record<string, string>> => ({
  ...heard(world),
  ...denials(world),
  ...publicities(world),
  ...contradicted(world),
  ...related(world),
  ...turnedAway(world),
});
