import { isDeepStrictEqual } from 'node:util';
import type { CaseEvent } from '../../functions/core/case-fold.ts';
import type { Event } from '../../functions/core/event.ts';
import { documents } from '../../functions/documents/index.ts';
import { civilDateOf } from '../../functions/law/clock-face.ts';
import { powerOf } from '../../functions/law/powers.ts';
import { allowedIn, closedStates, transitionOf } from '../../functions/law/procedure.ts';
import { lawPackOn } from '../../functions/law/sources.ts';
import { caseIn, refolded } from '../world.ts';
import { checkDecision } from './decision-invariants.ts';
import { hold } from './hold.ts';
import type { Scene } from './scene.ts';
import { checkTerms } from './term-invariants.ts';
import type { Walked } from './walk.ts';

/** One walk in so many is played on frozen states: freezing is dear. */
const FROZEN = 8;

/** What a watcher of one walk keeps between commands. */
export interface Watch {
  events: number;
  papers: number;
}

export const eventsOf = ({ world }: Scene, caseId: string): readonly CaseEvent[] =>
  world.events.filter(({ subjectId }) => subjectId === caseId) as readonly CaseEvent[];

/** Checks every command of a walk against rulebook 3.10; throws a sentence that says what does not hold. */
export function check(walked: Walked, scene: Scene, watch: Watch): void {
  const { played, before, after } = walked;
  const { events, papers } = scene.world;
  if (!played.ok || !played.event) {
    hold(events.length === watch.events && papers.size === watch.papers, 'a refused command wrote an event or a paper');
    hold(before === after, 'a refused command changed the case');
    return;
  }
  const fresh = events.slice(watch.events);
  const touched = new Set(fresh.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`));
  hold(fresh.length > 0 && touched.size === fresh.length, 'an accepted command has one event a subject');
  watch.events = events.length;
  watch.papers = papers.size;
  if (!after) return;
  const event = fresh.find(({ subjectKind }) => subjectKind === 'case') as CaseEvent | undefined;
  if (!event) return;
  if (scene.seed % FROZEN === 0) freeze([event, after]);
  checkEvent(event, walked);
  checkStatus(walked);
  checkTeams(event, walked);
  checkPapers(event);
  checkTerms(event, before, after);
  if (event.type === 'case-decided') checkDecision(event, eventsOf(scene, event.subjectId), after);
}

/** From here on nobody may write into it: a fold that changed its input would throw. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const one of Object.values(value)) freeze(one);
}

/** Invariant 10: who, in which post, for which organisation, when, under which law; numbered without gaps, chained. */
function checkEvent(event: Event, { before, after, now, move }: Walked): void {
  hold(event.seq === (before?.version ?? 0) + 1 && after?.version === event.seq, 'versions have no gaps');
  hold(event.prevHash === (before?.chain ?? '') && after.chain === event.hash, 'the chain is unbroken');
  hold(event.hash !== '' && event.at === now, 'an event has its hash and its instant');
  hold(isDeepStrictEqual(event.actor, move.by), 'an event names its actor');
  hold(event.lawPack === lawPackOn(civilDateOf(now)) && event.calendar !== '', 'an event names law and calendar');
  hold(powerOf(move.act).posts.includes(event.actor.post), `${event.actor.post} has no power to ${move.act}`);
  const barred = before?.head.relatives.includes(event.actor.personId);
  const exempt = ['file-near-relative', 'raise-objection'].includes(move.act);
  hold(!barred || exempt || event.actor.post === 'AP', 'a near relative handled the case');
}

/** A state is left and reached only as the procedure has it; nothing but a decision decides (invariant 2, P10). */
function checkStatus({ move, before, after }: Walked): void {
  if (!after || after.version === 1) return;
  const was = before?.head.status;
  const is = after.head.status;
  const transition = transitionOf(move.act);
  hold(was && transition, `${move.act} is no act on a case`);
  hold(transition.from.includes(was), `${move.act} is not possible when ${was}: ${allowedIn(was).join(' ')}`);
  hold(transition.to.includes(is) || was === is, `${move.act} may not lead from ${was} to ${is}`);
  hold(!closedStates.includes(was) || was === is, `a case closed as ${was} became ${is}`);
  const decides = is !== was && (is === 'confirmed' || is === 'not-confirmed');
  hold(!decides || move.act === 'decide-case', `${move.act} decided a case`);
  hold((after.head.decision === before?.head.decision) === (move.act !== 'decide-case'), 'a decision stands for good');
}

/** Invariant 5: who goes to a household are two or more, none of them near to a member as far as is known. */
function checkTeams(event: CaseEvent, { before, after }: Walked): void {
  const { data } = event;
  const team = 'visit' in data ? data.visit.surveyors : 'surveyors' in data ? data.surveyors : undefined;
  const persons = team ?? ('investigators' in data ? data.investigators : undefined);
  if (!persons) return;
  hold(new Set(persons).size >= 2, 'fewer than two persons went');
  const relatives = before?.head.relatives ?? [];
  hold(!persons.some((id) => relatives.includes(id)), 'a near relative went to the household');
  hold(!after?.head.reviewer || !persons.includes(after.head.reviewer), 'the reviewer surveyed the household');
}

const publicFields: Readonly<Record<string, readonly string[]>> = {
  W17: [
    'applicant',
    'minor',
    'ending',
    'members',
    'village',
    'program',
    'class',
    'amountFen',
    'days',
    'townshipPhone',
    'countyPhone',
  ],
  W22: ['change', 'applicant', 'members', 'amountFen', 'fromMonth', 'program', 'village'],
};

/** Invariants 7 and 9: who is turned down learns why, by which law and what to do; the public learns no more than it may. */
function checkPapers(event: CaseEvent): void {
  for (const paper of event.papers ?? []) {
    const data = paper.data as Readonly<Record<string, unknown>>;
    if (paper.to === 'public') {
      const allowed = publicFields[paper.kind] ?? [];
      const more = Object.keys(data).filter((key) => !allowed.includes(key));
      hold(more.length === 0, `${paper.kind} tells the public ${more.join(' ')}`);
    }
    if (!documents[paper.kind].adverse || data['form'] === 'increase') continue;
    hold(paper.clauses.length > 0, `${paper.kind} names no clause`);
    hold(typeof data['remedy'] === 'string' && data['remedy'].length > 10, `${paper.kind} names no remedy`);
    const reasons = data['reasons'] ?? data['fact'];
    hold(Array.isArray(reasons) ? reasons.length > 0 : reasons, `${paper.kind} gives no reason`);
  }
}

/** At the end of a walk: the state is the fold of the events; nobody is in two open cases at once (invariant 8). */
export function checkEnd(scene: Scene): void {
  const open = new Set<string>();
  for (const caseId of scene.houses.flatMap(({ cases }) => cases)) {
    const state = caseIn(scene.world, caseId);
    hold(
      JSON.stringify(state) === JSON.stringify(refolded(scene.world, caseId)),
      'the state is not the fold of its events',
    );
    if (closedStates.includes(state.head.status)) continue;
    for (const { person } of state.parts.household.members) {
      hold(!open.has(person), 'a person is in two open cases');
      open.add(person);
    }
  }
}
