import { procedure } from '../../functions/law/procedure.ts';
import type { Actor, Post } from '../../schemas/actor.ts';
import { actor } from '../world.ts';
import { honestNext } from './honest-moves.ts';
import type { House } from './house.ts';
import { doer, type Move, plainMove } from './moves.ts';
import { type Body, postingOf, surveyorsOf, visitOf } from './plain-inputs.ts';
import { applicant, holders, type Scene, stateOf } from './scene.ts';
import { wickedInputs } from './wicked-inputs.ts';

type Wicked = (scene: Scene, house: House) => Move | undefined;

const posts: readonly Post[] = ['AP', 'AG', 'VC', 'TC', 'TS', 'TR', 'TD', 'CC', 'CV', 'CP', 'CF', 'CITY'];
const acts = procedure.map(({ act }) => act);

/** The next honest act, or any act where there is none. */
const nextOf = (scene: Scene, house: House): Move => {
  const next = honestNext(scene, house);
  return next && 'act' in next ? next : plainMove(scene.random.pick(acts), scene, house);
};

const somebody = (post: Post, house: House): Actor =>
  post === 'AP' ? applicant(house) : (holders(post, house)[0] ?? actor(post, `${house.township}-tc`, '649900'));

/** The person of one post using another: nobody checks the account, everybody is compared by person (SD9). */
const as = (post: Post, name: string, { township }: House): Actor =>
  actor(post, name.startsWith('c') ? name : `${township}-${name}`);

const wrongPersons: readonly Wicked[] = [
  // any post does the next act
  (scene, house) => ({ ...nextOf(scene, house), by: somebody(scene.random.pick(posts), house) }),
  // a village committee concludes
  (scene, house) => {
    const act = scene.random.pick(['accept-application', 'refuse-application', 'give-opinion', 'decide-case']);
    return { ...plainMove(act, scene, house), by: as('VC', 'vc', house) };
  },
  // the clerk of the next township acts
  (scene, house) => {
    const move = nextOf(scene, house);
    const other = house.township === 't1' ? 't2' : 't1';
    return { ...move, by: actor('TC', `${other}-tc`) };
  },
  // who surveyed or reviewed now reviews or confirms
  (scene, house) => {
    const act = scene.random.pick(['give-opinion', 'decide-case']);
    const post = act === 'give-opinion' ? 'TR' : stateOf(scene, house)?.head.mode === 'standard' ? 'CC' : 'TD';
    const name = scene.random.pick(['ts1', 'ts2', 'ts3', 'tr', 'cc-2']);
    return { ...plainMove(act, scene, house), by: as(post, name, house) };
  },
  // the reviewer goes to the household
  (scene, house) => {
    const team = [`${house.township}-tr`, `${house.township}-ts3`];
    return { ...plainMove('record-visit', scene, house, visitOf(team, scene.on)), by: as('TS', 'tr', house) };
  },
  // the county sends who handled the case, or who is not registered
  (scene, house) => {
    const other = scene.random.pick([`${house.township}-ts1`, `${house.township}-tr`, 'cv-1', 'nobody-1']);
    const report = { ...visitOf(['cc-2', other], scene.on), passed: scene.random.chance(0.8) };
    return { ...plainMove('survey-by-county', scene, house, report), by: as('CC', 'cc-2', house) };
  },
  // a near relative keeps handling the case
  (scene, house) => {
    const [near] = stateOf(scene, house)?.head.relatives ?? [];
    return near ? { ...nextOf(scene, house), by: actor(doer('assign-surveyors', scene, house).post, near) } : undefined;
  },
  // a relation comes up late, of somebody who already acted
  (scene, house) => {
    const staff = `${house.township}-${scene.random.pick(['ts1', 'ts2', 'tr', 'tc', 'vc'])}`;
    return plainMove('file-near-relative', scene, house, { staff });
  },
  // the township opens the payment roster, or the county one of a program that pays nothing by the month
  (scene, house) => ({
    act: 'open-roster',
    by: scene.random.chance(0.7) ? doer('assign-surveyors', scene, house) : as('CP', 'cp-1', house),
    input: { program: 'BY', month: scene.on.slice(0, 7) },
    params: {},
  }),
  // a stranger asks for the case as if it were his
  (scene, house) => {
    const stranger = { ...applicant(house), personId: 'r-stranger', act: 'r-stranger' };
    return { ...plainMove('withdraw-application', scene, house), by: stranger };
  },
  // the family applies again
  (scene, house) => plainMove('submit-application', scene, house),
];

const outOfTurn: readonly Wicked[] = [
  // any act at any time
  (scene, house) => plainMove(scene.random.pick(acts), scene, house),
  (scene, house) => plainMove(scene.random.pick(acts), scene, house),
  (scene, house) => plainMove(scene.random.pick(acts), scene, house),
  // a decision now
  (scene, house) => decision(scene, house, { result: scene.random.pick(['confirmed', 'not-confirmed']) }),
  (scene, house) => decision(scene, house, { result: 'not-confirmed', reasons: ['不符合条件'], grounds: ['income'] }),
  // an extension, again
  (scene, house) =>
    plainMove('extend-term', scene, house, {
      ground: scene.random.pick(['PUBLICITY_OBJECTION', 'HUKOU_SPLIT', 'HARD_INVESTIGATION', 'OTHER']),
    }),
  (scene, house) => plainMove('terminate-procedure', scene, house),
  (scene, house) => plainMove('lapse-application', scene, house),
  (scene, house) => plainMove('raise-objection', scene, house),
  (scene, house) => plainMove('record-complaint', scene, house),
  (scene, house) => plainMove('survey-by-county', scene, house),
  // verification and figures anew while an objection is open
  (scene, house) => plainMove('record-verification', scene, house),
  // the screen first, the village board later
  (scene, house) => plainMove('post-publicity', scene, house, { postings: [postingOf(scene.on, 'screen')] }),
  (scene, house) =>
    plainMove('assign-surveyors', scene, house, { surveyors: surveyorsOf(house, [`${house.township}-ts1`]) }),
  // any paper is served, in any way
  (scene, house) => {
    const papers = stateOf(scene, house)?.parts.papers ?? [];
    const open = papers.filter(({ served, to }) => !served && to.startsWith('t_'));
    const paperId = open.length > 0 ? scene.random.pick(open).paperId : 'W07-1';
    const method = scene.random.pick(['direct', 'family-member', 'left-with-witness', 'electronic', 'post']);
    return plainMove('record-delivery', scene, house, { paperId, method, servedOn: scene.on });
  },
];

function decision(scene: Scene, house: House, more: Body): Move {
  const move = plainMove('decide-case', scene, house, more);
  const standard = stateOf(scene, house)?.head.mode === 'standard';
  return { ...move, by: doer('decide-case', scene, house, standard === scene.random.chance(0.9) ? 'CC' : 'TD') };
}

const wicked: readonly Wicked[] = [...wrongPersons, ...outOfTurn, ...wickedInputs];

/** Something an honest township would not do next: by the wrong person, out of turn, or with the wrong words. */
export function wickedMove(scene: Scene, house: House): Move {
  return scene.random.pick(wicked)(scene, house) ?? plainMove(scene.random.pick(acts), scene, house);
}
