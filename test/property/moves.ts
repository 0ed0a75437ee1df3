import type { CaseState } from '../../functions/core/case-fold.ts';
import { managementOf } from '../../functions/core/managed.ts';
import { powerOf } from '../../functions/law/powers.ts';
import type { Actor, Post } from '../../schemas/actor.ts';
import type { House } from './house.ts';
import { type Body, plainInput } from './plain-inputs.ts';
import { applicant, holders, type Scene, stateOf } from './scene.ts';

/** One command to come: an act, who does it, what is said. */
export interface Move {
  readonly act: string;
  readonly by: Actor;
  readonly input: unknown;
  readonly params?: Record<string, string>;
}

/** What an honest township does next: an act, a day to wait for, or nothing more. */
export type Next = Move | { readonly waitFor: string } | undefined;

const unable = (post: Post, state: CaseState, { kin }: House): readonly string[] => {
  const { surveyors, reviewer, countySurvey } = state.head;
  const { check, proposal } = managementOf(state);
  const relatives = [
    ...state.head.relatives,
    ...(kin ? [kin] : []),
    ...(check?.surveyors ?? []),
    ...(proposal ? [proposal.by] : []),
  ];
  if (post === 'TR') return [...relatives, ...surveyors];
  if (post !== 'TD' && !(post === 'CC' && state.head.mode === 'standard')) return relatives;
  return [...relatives, ...surveyors, ...(reviewer ? [reviewer] : []), ...(countySurvey?.by ?? [])];
};

/** Who does an act: the first in the post whom nothing bars from the case. */
export function doer(act: string, scene: Scene, house: House, post?: Post): Actor {
  const state = stateOf(scene, house);
  const verifies = act === 'start-verification' || act === 'record-verification';
  const held =
    post ??
    (verifies ? 'CV' : undefined) ??
    powerOf(act).posts.find((one) => !['AP', 'AG', 'VC'].includes(one)) ??
    'TC';
  const able = holders(held, house).filter(({ personId }) => !state || !unable(held, state, house).includes(personId));
  return able[0] ?? holders('TC', house)[0] ?? applicant(house);
}

/** An act by whom it belongs to, with what it usually says and what is said otherwise. */
export function plainMove(act: string, scene: Scene, house: House, more: Body = {}): Move {
  const input = { ...plainInput(act, scene, house), ...more };
  if (['record-visit', 'reinvestigate-case', 'survey-by-county'].includes(act)) {
    const team = (input['surveyors'] ?? input['investigators']) as string[];
    const post = act === 'survey-by-county' ? 'CC' : 'TS';
    const by = holders(post, house).findLast(({ personId }) => team.includes(personId)) ?? doer(act, scene, house);
    return { act, by, input };
  }
  if (act === 'submit-application' && house.byApplicant) return { act, by: applicant(house), input };
  return { act, by: doer(act, scene, house), input };
}

/** Serves the first paper of a kind that waits for it. */
export const serve = (kind: string, scene: Scene, house: House): Move | undefined => {
  const open = stateOf(scene, house)?.parts.papers.find((paper) => paper.kind === kind && !paper.served);
  if (!open) return undefined;
  const more = house.electronic ? { method: 'electronic' } : {};
  return plainMove('record-delivery', scene, house, { paperId: open.paperId, servedOn: scene.on, ...more });
};
