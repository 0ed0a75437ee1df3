import type { CaseHead } from '../../schemas/case.ts';
import type { TermChanges } from '../../schemas/case-events.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { foldBenefit } from './benefit-fold.ts';
import { foldAppeals } from './case-appeals-fold.ts';
import type { CaseEvent } from './case-event.ts';
import { foldHead } from './case-head-fold.ts';
import type { CaseParts, PaperEntry } from './case-parts.ts';
import type { State } from './event.ts';
import { foldManagement } from './management-fold.ts';

export type { CaseEvent } from './case-event.ts';
export type { CaseParts, PaperEntry } from './case-parts.ts';

import { foldMandates } from './mandates-fold.ts';
import { foldNotices, foldPostings } from './publicity-fold.ts';
import { withRecounted } from './recount-fold.ts';
import { foldTrail } from './trail-fold.ts';

export type CaseState = State<CaseHead, CaseParts>;

/** The next state of a case; `undefined` before the first event. Pure, total over the event types. */
export function foldCase(state: CaseState | undefined, event: CaseEvent): CaseState {
  const head = foldHead(state?.head, event);
  const parts = foldPapers(foldParts(state?.parts, event), event);
  const terms = foldTerms(parts.terms, event.terms, event.at, actedOn(event));
  const benefit = foldBenefit(parts.benefit, head, event);
  const management = foldManagement(parts.management, event, state?.head.status);
  const appeals = foldAppeals(parts.appeals, event);
  const trail = foldTrail(parts.trail, event, { head, household: parts.household });
  const same =
    terms === parts.terms &&
    benefit === parts.benefit &&
    management === parts.management &&
    appeals === parts.appeals &&
    trail === parts.trail;
  const next = same
    ? parts
    : {
        ...parts,
        terms,
        trail,
        ...(benefit ? { benefit } : {}),
        ...(management ? { management } : {}),
        ...(appeals ? { appeals } : {}),
      };
  return { version: event.seq, chain: event.hash, head, parts: next };
}

/** The civil date on which an act took effect: what its data say, else the day it was recorded. */
const actedOn = (event: CaseEvent): CivilDate =>
  'on' in event.data ? event.data.on : 'delivery' in event.data ? event.data.delivery.servedOn : civilDateOf(event.at);

function foldParts(parts: CaseParts | undefined, event: CaseEvent): CaseParts {
  if (event.type === 'application-submitted') {
    const { household, materials, authority } = event.data;
    return {
      ...(authority ? { mandates: [authority] } : {}),
      household,
      materials,
      consents: event.data.consents ?? [],
      findings: [],
      visits: [],
      postings: [],
      terms: [],
      papers: [],
      bodies: {},
    };
  }
  if (parts === undefined) throw new Error(`the first event of ${event.subjectId} is ${event.type}`);
  const changed: { -readonly [K in keyof CaseParts]?: CaseParts[K] } = {};
  if ('household' in event.data && event.data.household) changed.household = event.data.household;
  if (event.type === 'materials-supplied' || event.type === 'fast-aid-supplemented')
    changed.materials = [...parts.materials, ...event.data.materials];
  if (event.type === 'consents-recorded') changed.consents = [...parts.consents, ...event.data.consents];
  if (event.type === 'verification-returned') changed.findings = event.data.findings;
  if (event.type === 'household-visited' || event.type === 'county-surveyed')
    changed.visits = [...parts.visits, event.data.visit];
  const postings = foldPostings(parts.postings, event);
  if (postings !== parts.postings) changed.postings = postings;
  const mandates = foldMandates(parts.mandates, event);
  if (mandates !== undefined && mandates !== parts.mandates) changed.mandates = mandates;
  const notices = foldNotices(parts.notices, event);
  if (notices !== undefined && notices !== parts.notices) changed.notices = notices;
  return Object.keys(changed).length === 0 ? parts : { ...parts, ...changed };
}

const foldServed = (papers: readonly PaperEntry[], event: CaseEvent): readonly PaperEntry[] => {
  if (event.type !== 'paper-served') return papers;
  const { delivery } = event.data;
  return papers.map((entry) => (entry.paperId === delivery.paperId ? { ...entry, served: delivery } : entry));
};

function foldPapers(parts: CaseParts, event: CaseEvent): CaseParts {
  const known = foldServed(parts.papers, event);
  if (!event.papers?.length) return known === parts.papers ? parts : { ...parts, papers: known };
  const entries = event.papers.map(({ paperId, kind, number, to, issuedOn, serveBy, data }) => ({
    paperId,
    kind,
    ...(typeof data['form'] === 'string' ? { form: data['form'] } : {}),
    number,
    to,
    issuedOn,
    ...(serveBy ? { serveBy } : {}),
  }));
  const bodies = Object.fromEntries(event.papers.map((paper) => [paper.paperId, paper]));
  return { ...parts, papers: [...known, ...entries], bodies: { ...parts.bodies, ...bodies } };
}

/** Terms started, ended or extended by an act. A term that starts again (a second publicity) replaces its forerunner. */
export function foldTerms(
  terms: readonly Term[],
  changes: TermChanges | undefined,
  at: string,
  on: CivilDate,
): readonly Term[] {
  if (!changes) return terms;
  const started = changes.start ?? [];
  const counted = changes.recount ? withRecounted(terms, changes.recount) : terms;
  const kept = counted.filter(({ term }) => !started.some((fresh) => fresh.term === term));
  return [...kept, ...started].map((term) => {
    const moved = changes.extend?.find((extension) => extension.term === term.term);
    const extended = moved ? { ...term, extendedTo: moved.to, provisional: moved.provisional } : term;
    const ends = changes.end?.includes(term.term) && term.endedOn === undefined;
    return ends ? { ...extended, endedOn: on, endedAt: at } : extended;
  });
}
