import { assessCase } from '../../functions/core/assessed.ts';
import type { CaseState } from '../../functions/core/case-fold.ts';
import { countySurveyRequired } from '../../functions/core/case-view.ts';
import type { CountyState } from '../../functions/core/county-fold.ts';
import type { Facts } from '../../functions/core/facts.ts';
import { gapsOn } from '../../functions/core/investigation.ts';
import { settingOf } from '../../functions/core/setting.ts';
import { nextDay } from '../../functions/law/calendar.ts';
import { requiredMaterials } from '../../functions/law/materials.ts';
import { closedStates, isUnderReview } from '../../functions/law/procedure.ts';
import { publicityDue } from '../../functions/law/program-path.ts';
import { isOverdue } from '../../functions/law/term-start.ts';
import { benefitNext } from './benefit-moves.ts';
import type { House } from './house.ts';
import { doer, type Move, type Next, plainMove, serve } from './moves.ts';
import { type Body, richerHousehold, surveyorsOf, visitOf } from './plain-inputs.ts';
import { file, type Scene, stateOf } from './scene.ts';

/** What an honest township does next on a case, from the empty file to the end of the aid. */
export function honestNext(scene: Scene, house: House): Next {
  const state = stateOf(scene, house);
  if (!state) return plainMove('submit-application', scene, house);
  const { status } = state.head;
  if (closedStates.includes(status)) return ['W21', 'W27', 'W08'].flatMap((kind) => serve(kind, scene, house) ?? [])[0];
  const turn = aside(scene, house, state);
  if (turn) return turn;
  if (status === 'submitted' || status === 'correction-requested') return beforeAcceptance(scene, house, state);
  if (status === 'confirmed') return serve('W20', scene, house) ?? plainMove('publish-confirmation', scene, house);
  if (['active', 'checking', 'hearing', 'fading'].includes(status))
    return serve('W07', scene, house) ?? benefitNext(scene, house);
  return status === 'reviewed' || status === 'publicizing'
    ? towardsDecision(scene, house, state)
    : investigation(scene, house, state);
}

/** What happens now and then beside the main road. */
function aside(scene: Scene, house: House, { head, parts }: CaseState): Next {
  const { random, on } = scene;
  const { plan } = house;
  const underReview = isUnderReview(head.status);
  const move = (act: string, more: Body = {}): Move => plainMove(act, scene, house, more);
  if (plan.withdraws && head.status !== 'confirmed' && random.chance(0.1)) return move('withdraw-application');
  if (!underReview) return undefined;
  if (plan.uncooperative && random.chance(0.4)) {
    if (head.attempts < 2 || !head.warnedOn)
      return move('record-non-cooperation', head.attempts > 0 ? { warning: file('evidence') } : {});
    return head.warnedOn < on ? move('terminate-procedure') : { waitFor: nextDay(head.warnedOn) };
  }
  if (plan.complaint && !head.complaint && random.chance(0.15)) return move('record-complaint');
  if (plan.extended && !head.extension && on <= (head.dueOn ?? '') && random.chance(0.15))
    return { ...move('extend-term'), by: doer('extend-term', scene, house, head.mode === 'standard' ? 'CC' : 'TD') };
  const late = parts.terms.find((term) => !term.countyHeld && isOverdue(term, on) && !term.endedOn);
  if (late && random.chance(0.15)) return move('explain-overdue', { term: late.term });
  return undefined;
}

function beforeAcceptance(scene: Scene, house: House, { head, parts }: CaseState): Next {
  const { plan } = house;
  const have = new Set(parts.materials.map(({ item }) => item));
  const missing = requiredMaterials.some((item) => !have.has(item));
  if (head.status === 'submitted') {
    const elsewhere = { ground: 'wrong-place', fact: '全体成员户籍在演示二镇', transferTo: '649900102' };
    if (plan.refused) return plainMove('refuse-application', scene, house, house.elsewhere ? elsewhere : {});
    return plainMove(missing ? 'request-materials' : 'accept-application', scene, house);
  }
  const notice = serve('W06', scene, house);
  const endsOn = head.correction?.windowEndsOn;
  if (notice) return notice;
  if (!plan.lapses || !endsOn) return plainMove('supply-materials', scene, house);
  return scene.on > endsOn ? plainMove('lapse-application', scene, house) : { waitFor: nextDay(endsOn) };
}

function investigation(scene: Scene, house: House, state: CaseState): Next {
  const { head } = state;
  const { plan } = house;
  const move = (act: string, more: Body = {}): Move => plainMove(act, scene, house, more);
  const [near] = head.unfiledRelatives ?? [];
  if (near) return move('file-near-relative', { staff: near });
  if (!head.consentsComplete) return move('record-consents');
  if (head.status === 'accepted' && scene.random.chance(0.5)) return move('assign-surveyors');
  const verification = verifying(scene, house, state);
  if (verification) return verification;
  if (!head.surveyedOn) {
    const surveyors = surveyorsOf(house, [...head.relatives, ...(head.reviewer ? [head.reviewer] : [])]);
    return move('record-visit', visitOf(surveyors, scene.on, { consistent: !plan.disputed }));
  }
  if (head.status === 'reinvestigating' && (head.objectionOpen || !head.reinvestigators?.length))
    return move('reinvestigate-case');
  if ((head.objectionRounds ?? 0) >= 2 && !head.collectiveOn) return move('record-collective-review');
  if (head.disputedOn && (head.evaluatedOn ?? '') < head.disputedOn) return move('record-evaluation');
  return concluding('give-opinion', scene, house, state);
}

function verifying(scene: Scene, house: House, state: CaseState): Next {
  const { head, parts } = state;
  const { plan } = house;
  const move = (act: string, more: Body = {}): Move => plainMove(act, scene, house, more);
  if (!gapsOn(state, scene.on).includes('verification')) return undefined;
  switch (head.verification?.state) {
    case undefined:
      return move('request-verification');
    case 'requested':
      return move('start-verification');
    case 'started':
      return move('record-verification', plan.hit ? { household: richerHousehold(parts.household) } : {});
    case 'hit':
      return move('inform-verification');
    case 'objected': {
      const household = { ...parts.household, property: [] };
      return move('record-verification', { household });
    }
    default: {
      const notice = serve('W12', scene, house);
      if (notice) return notice;
      const { windowEndsOn = scene.on } = head.verification ?? {};
      if (plan.objects && scene.on <= windowEndsOn) return move('object-verification');
      return { waitFor: nextDay(windowEndsOn) };
    }
  }
}

/** Opinion or decision as the means test of the day has it. */
function concluding(act: 'give-opinion' | 'decide-case', scene: Scene, house: House, state: CaseState): Move {
  const county = scene.world.states.get('county:649900') as CountyState;
  const setting = settingOf({ county } as Facts, state.head.program, scene.on);
  const { entitled, amountOpen, amountFen } = assessCase(state, setting, scene.on);
  const denied = entitled === false;
  const opinion = { result: denied ? 'deny' : 'confirm', ...(amountOpen && !denied ? { amountFen } : {}) };
  const decision = { result: denied ? 'not-confirmed' : 'confirmed' };
  const reasons = entitled === true ? {} : { reasons: ['经核对，家庭财产和收入情况见核对报告'] };
  return plainMove(act, scene, house, { ...(act === 'give-opinion' ? opinion : decision), ...reasons });
}

function towardsDecision(scene: Scene, house: House, state: CaseState): Next {
  const { head } = state;
  const denies = head.opinion?.result === 'deny';
  const endsOn = head.publicity?.endsOn;
  if (!denies && head.status === 'reviewed' && publicityDue(head)) return plainMove('post-publicity', scene, house);
  const { countySurvey, complaintOn = '' } = head;
  // Honest people are in a hurry at times: whether they may be is for the guards to say.
  const hasty = scene.random.chance(0.1);
  if (!hasty && countySurveyRequired(head) && (!countySurvey || countySurvey.doneOn < complaintOn))
    return plainMove('survey-by-county', scene, house);
  if (!hasty && !denies && endsOn && scene.on <= endsOn) {
    const objects = (head.objectionRounds ?? 0) < Math.min(house.plan.objections, 2);
    return objects ? plainMove('raise-objection', scene, house) : { waitFor: nextDay(endsOn) };
  }
  const move = concluding('decide-case', scene, house, state);
  const by = head.mode === 'standard' ? doer('decide-case', scene, house, 'CC') : move.by;
  return { ...move, by };
}
