import type { Application } from '../../schemas/application.ts';
import type { Consent, Material } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { groupOf } from '../../schemas/program.ts';
import type { CaseState } from '../core/case-fold.ts';
import type { Facts } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import type { Setting } from '../core/setting.ts';
import { addDays } from '../law/civil-day.ts';
import { parameterOn } from '../law/parameters.ts';
import { closedStates } from '../law/procedure.ts';
import { countyOf } from '../law/tenants.ts';
import { tokenOf } from './household-on-file.ts';

/** What is signed anew with every application: it says that things are so now, and for what data may be asked. */
const signedAnew: readonly string[] = ['application-form', 'promise', 'consent'];

/** On which day, under which parameters of the county, an earlier case is drawn on. */
interface Drawing {
  readonly parameters: Setting['parameters'];
  readonly on: CivilDate;
}

/** The last day on which a consent given on a day may still be drawn on (C2; a county may set another length). */
const heldUntil = (givenOn: CivilDate, { parameters, on }: Drawing): CivilDate =>
  addDays(givenOn, Number(parameterOn(parameters, 'consent.carryDays', { on })?.value ?? 90));

/**
 * One application is evaluated for all (一次申请、分类审核认定, L39 五(一)): where one program was denied and another is applied for, the
 * consents to the query hold for it too, for as long as a verification would. For the same program, or later, they are signed anew.
 */
const consentsHold = ({ head }: CaseState, { program }: Application, by: Drawing): boolean =>
  head.status === 'not-confirmed' &&
  head.decision !== undefined &&
  groupOf(head.program) !== groupOf(program) &&
  by.on <= heldUntil(head.decision.on, by);

/** What an application takes over from an earlier case. */
export interface TakenOver {
  readonly materials: readonly Material[];
  readonly consents: readonly Consent[];
}

/**
 * Materials and consents of an earlier case that an application takes over unchanged (T20, R62 §10): nothing unchanged is asked for twice
 * (P11). The case must be closed, of the same county, and list the applicant; nothing bars applying again at once. Refuses what is not on
 * that file, and what is to be signed anew.
 */
export function takenOver(facts: Facts, input: Application, by: Drawing): TakenOver {
  const { earlier, members, townshipCode } = input;
  if (!earlier) return { materials: [], consents: [] };
  const before = facts.case;
  const applicant = tokenOf(facts, members[0]?.idNumber ?? '');
  const own =
    before?.head.caseId === earlier.caseId &&
    before.head.countyCode === countyOf(townshipCode) &&
    closedStates.includes(before.head.status) &&
    before.parts.household.members.some(({ person }) => person === applicant);
  must(before && own, 'earlier-case-not-usable', { caseId: earlier.caseId });
  const { materials: onFile, consents } = before.parts;
  const holds = consentsHold(before, input, by);
  const anew = signedAnew.filter((item) => item !== 'consent' || !holds);
  const missing = earlier.reuse.filter(
    (item) => anew.includes(item) || !onFile.some((material) => material.item === item),
  );
  must(missing.length === 0, 'earlier-case-not-usable', { caseId: earlier.caseId, missing });
  const listed = new Set(members.map(({ idNumber }) => tokenOf(facts, idNumber)));
  return {
    materials: onFile
      .filter(({ item }) => earlier.reuse.includes(item))
      .map((material) => ({ ...material, from: earlier.caseId })),
    consents: earlier.reuse.includes('consent')
      ? consents.filter(({ person, signedOn }) => listed.has(person) && by.on <= heldUntil(signedOn, by))
      : [],
  };
}
