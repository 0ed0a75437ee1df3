import { familyOfThree } from '../applications.ts';
import { clock } from '../decide/funded-county.ts';
import { receiving } from '../decide/receiving.ts';
import { walkTo } from '../decide/walk-through.ts';
import { actor, demonstrationWorld, type World } from '../world.ts';
import { act, chief } from './county-acts.ts';
import { supervisedCases } from './supervised-cases.ts';
import {
  complaints,
  delegations,
  erased,
  logs,
  pettyCash,
  referred,
  roster,
  selfChecked,
} from './supervised-conduct.ts';

/** A decision that is overdue: supervised, and the alert acknowledged. */
function alerted(world: World, subjectId: string): void {
  const alert = { subjectKind: 'case', subjectId, term: 'decision', dueOn: '2026-08-31', level: 'supervised' };
  const { alertId } = act(world, 'raise-alert', { by: clock, on: '2026-09-02', input: alert });
  act(world, 'acknowledge-alert', { by: chief, on: '2026-09-03', params: { alertId } });
}

/** A county whose supervisors have something to ask about: everything in it was done by steps of the product. */
export function supervisedCounty() {
  const world = demonstrationWorld();
  const given = new Map(world.states);
  delegations(world);
  const names = supervisedCases(world);
  const { reduced = '', hit = '', withdrawn = '' } = names;
  const { caseId: other } = receiving({ world, persons: familyOfThree(9) });
  pettyCash(world);
  roster(world, [reduced, other]);
  complaints(world);
  referred(world, reduced);
  selfChecked(world, reduced);
  alerted(world, hit);
  // Another township that took one application and was silent from then on.
  walkTo('submit-application', {
    world,
    persons: familyOfThree(10),
    application: { townshipCode: '649900102', villageCode: '649900102201' },
    taking: { 'submit-application': { by: actor('TC', 't2-tc') } },
  });
  logs(world, hit);
  erased(world, withdrawn);
  return { world, given, names };
}
