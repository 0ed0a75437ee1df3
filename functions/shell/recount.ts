import type { CaseStatus } from '../../schemas/case.ts';
import type { RecountPlace } from '../../schemas/recount.ts';
import type { RecountHead } from '../core/recount-fold.ts';
import type { SubjectKind, SubjectRef } from '../core/subject.ts';
import { continueRecount } from '../supervision/continue-recount.ts';
import { recountTerms } from '../supervision/recount-terms.ts';
import { asClock } from './as-clock.ts';
import { hashOfJson } from './hash.ts';
import { dueIn, subjectsOf, worklist } from './keys.ts';
import { loadFacts } from './load-facts.ts';
import type { Item, Ports } from './ports.ts';

/** Subjects a page: each may be a transaction of its own. */
const PAGE = 25;

/** States in which terms run that no docket watches, such as the applicant's windows. Terms of later states stand among the due ones. */
const underway: readonly CaseStatus[] = [
  'submitted',
  'correction-requested',
  'accepted',
  'investigating',
  'reviewed',
  'publicizing',
  'reinvestigating',
  'confirmed',
  'not-confirmed',
];

interface Walk {
  readonly index: 'w' | 'd';
  readonly pk: string;
}

/** What a recount walks, in order: the townships' worklists, then everything the docket watches, of whatever kind. */
async function walksOf(ports: Ports, countyCode: string): Promise<readonly Walk[]> {
  const { facts } = await loadFacts(ports, { county: countyCode }, { now: ports.clock.now(), extra: [] });
  const townships = facts.county?.parts.divisions?.townships ?? [];
  return [
    ...townships.flatMap(({ code }) => underway.map((status): Walk => ({ index: 'w', pk: worklist(code, status) }))),
    { index: 'd', pk: dueIn(countyCode) },
  ];
}

/** The subject behind an item of a worklist, which is a case, or of the due terms, which may be of any kind. */
function subjectOf({ record }: Item): SubjectRef | undefined {
  const { head, subjectKind, subjectId } = record as {
    readonly head?: { readonly caseId?: string };
    readonly subjectKind?: SubjectKind;
    readonly subjectId?: string;
  };
  if (subjectKind && subjectId) return { kind: subjectKind, id: subjectId };
  return head?.caseId ? { kind: 'case', id: head.caseId } : undefined;
}

const distinct = (items: readonly Item[]): readonly SubjectRef[] => {
  const refs = items.map(subjectOf).filter((ref) => ref !== undefined);
  return [...new Map(refs.map((ref) => [`${ref.kind}:${ref.id}`, ref])).values()];
};

/**
 * Continues every unfinished recount of a county, page by page; each page is kept before the next begins, so that a run that is killed
 * goes on where it was and no term is counted anew twice. Answers how many subjects were looked at.
 */
export async function recountTask(ports: Ports, { countyCode }: { readonly countyCode: string }): Promise<number> {
  let looked = 0;
  for (const recount of await unfinished(ports, countyCode)) looked += await runToEnd(ports, countyCode, recount);
  return looked;
}

async function unfinished(ports: Ports, countyCode: string): Promise<readonly RecountHead[]> {
  const { items } = await ports.store.index('k', subjectsOf(countyCode, 'recount'), {});
  return items
    .map(({ record }) => (record as { readonly head: RecountHead }).head)
    .filter(({ finishedAt }) => finishedAt === undefined)
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}

async function runToEnd(ports: Ports, countyCode: string, { recountId, place }: RecountHead): Promise<number> {
  const walks = await walksOf(ports, countyCode);
  let [looked, from]: [number, RecountPlace] = [0, place];
  for (let done = false; !done; ) {
    const walk = walks[from.list];
    const page = walk
      ? await ports.store.index(walk.index, walk.pk, { limit: PAGE, ...(from.cursor ? { cursor: from.cursor } : {}) })
      : { items: [], cursor: undefined };
    const refs = distinct(page.items);
    const at = `${recountId}-${from.list}-${from.cursor ?? ''}`;
    for (const ref of refs) {
      const input = { recountId, subjectKind: ref.kind, subjectId: ref.id };
      await asClock(ports, recountTerms, { countyCode, input, key: keyOf(`${at}-${ref.kind}-${ref.id}`) });
    }
    const next: RecountPlace = page.cursor ? { list: from.list, cursor: page.cursor } : { list: from.list + 1 };
    done = next.list >= walks.length;
    const input = { recountId, from, subjects: refs.length, place: next, done };
    await asClock(ports, continueRecount, { countyCode, input, key: keyOf(`${at}-page`) });
    looked += refs.length;
    from = next;
  }
  return looked;
}

/** A key of the length a request may have, from a text of any. */
const keyOf = (text: string): string => `recount-${hashOfJson(text)}`;
