import type { Step } from '../../functions/core/step.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { requestMaterials } from '../../functions/intake/request-materials.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { recordDelivery } from '../../functions/review/record-delivery.ts';
import type { Actor } from '../../schemas/actor.ts';
import { application, familyOfThree, type Person } from '../applications.ts';
import { actor, attach, caseIn, noon, type Played, play, type World } from '../world.ts';

export const clerk: Actor = actor('TC', 't1-tc');
export const confirmer: Actor = actor('TD', 't1-td');
export const village: Actor = actor('VC', 't1-vc');

/** An applicant at the portal, acting for herself. */
export const applicant: Actor = { ...actor('AP', 'portal', '649900'), act: 'resident-1' };

export interface Submitting {
  readonly on: string;
  readonly by?: Actor;
  readonly persons?: readonly Person[];
  readonly more?: Record<string, unknown>;
}

/** Submits an application and answers its case number; throws with the code of a refusal. */
export function submitted(world: World, { on, by = clerk, persons = familyOfThree(0), more = {} }: Submitting): string {
  const played = play(world, submitApplication, { actor: by, now: noon(on), input: application(world, persons, more) });
  if (!played.ok) throw new Error(`submission refused: ${played.code} ${JSON.stringify(played.detail)}`);
  return played.reply.caseId;
}

/** Submits and accepts on one day. */
export function accepted(world: World, submitting: Submitting): string {
  const caseId = submitted(world, submitting);
  const played = act(world, acceptApplication, { caseId, on: submitting.on });
  if (!played.ok) throw new Error(`acceptance refused: ${played.code}`);
  return caseId;
}

export interface Acting {
  readonly caseId: string;
  readonly on: string;
  readonly by?: Actor;
  readonly input?: unknown;
}

/** One act on a case, by the clerk where nobody else is named. */
export const act = <I, R>(world: World, step: Step<I, R>, { caseId, on, by = clerk, input }: Acting): Played =>
  play(world, step, { actor: by, now: noon(on), params: { caseId }, ...(input === undefined ? {} : { input }) });

/** Serves the materials notice in person: the applicant's window of 15 working days starts (B3). */
export function serveMaterialsNotice(world: World, caseId: string, on: string): void {
  const served = act(world, recordDelivery, {
    caseId,
    on,
    input: { paperId: 'W06-1', method: 'direct', servedOn: on },
  });
  if (!served.ok) throw new Error(`service refused: ${served.code} ${JSON.stringify(served.detail)}`);
}

/** Terms of a case by name: last day and, once done, the day it was done. */
export const termsOf = (
  world: World,
  caseId: string,
): Record<string, { dueOn: string; endedOn?: string | undefined }> =>
  Object.fromEntries(
    caseIn(world, caseId).parts.terms.map(({ term, dueOn, endedOn }) => [
      term,
      { dueOn, ...(endedOn ? { endedOn } : {}) },
    ]),
  );

/** What a refusal must leave untouched: the state and the number of events. */
export const snapshot = (world: World, caseId: string): string =>
  JSON.stringify([caseIn(world, caseId), world.events.length]);

/** A request for items of the catalogue. */
export const asks = (...items: string[]) => ({ items: items.map((item) => ({ item })) });

/** Files for items, stored as registered. */
export const supplies = (world: World, ...items: string[]) => ({
  materials: items.map((item) => ({ item, attachmentId: attach(world, `supplied ${item}`) })),
});

/** Submitted and asked for the disability card on Thu 2026-09-24, as in G21. */
export function asked(world: World): string {
  const caseId = submitted(world, { on: '2026-09-24' });
  const played = act(world, requestMaterials, { caseId, on: '2026-09-24', input: asks('disability-card') });
  if (!played.ok) throw new Error(`request refused: ${played.code}`);
  return caseId;
}
