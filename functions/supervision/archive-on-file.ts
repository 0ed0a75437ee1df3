import type { CaseHead } from '../../schemas/case.ts';
import type { CaseState } from '../core/case-fold.ts';
import { endOf } from '../core/case-persons.ts';
import type { ExportArchiveEffect } from '../core/effect.ts';
import { type ErasureState, erasureIdOf } from '../core/erasure-fold.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { tokensIn } from '../core/paper-access.ts';
import { covers } from '../core/perform.ts';
import { must } from '../core/problem.ts';
import type { FactRequest } from '../core/step.ts';
import { placesOf } from '../documents/words.ts';
import { retentionOf } from '../law/retention.ts';
import { citeText } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

const ADDRESS_LIVES = 15 * 60_000;

/** What stands in the number of an archive: the case and the version it is made of, so that the same number is the same folder. */
export function archiveNamed(archiveId: string): { readonly caseId: string; readonly version: number } | undefined {
  const found = /^archive-(.{15,40})-v(\d{1,6})-[0-9a-f]{12}$/.exec(archiveId);
  return found ? { caseId: found[1] ?? '', version: Number(found[2]) } : undefined;
}

/** The number of an archive asked for now. */
export const archiveIdOf = (caseId: string, version: number, requestKey: string): string =>
  `archive-${caseId}-v${version}-${requestKey.slice(0, 12)}`;

/** The case and the county's set-up. */
export const archiveFacts = (caseId: string): FactRequest => ({
  case: caseId,
  county: countyOf(caseId),
  subjects: [{ kind: 'erasure', id: erasureIdOf(caseId) }],
});

/** The case whose file it is; of another division it does not exist, and once its persons were erased it is gone (`archive-erased`). */
export function archivedCase(facts: Facts, caseId: string): CaseState {
  const { case: state, actor } = facts;
  must(state && covers(actor, state.head), 'case-not-found', { caseId });
  const erasure = stateOf<ErasureState>(facts, { kind: 'erasure', id: erasureIdOf(caseId) })?.head;
  must(erasure?.state !== 'erased', 'archive-erased', { caseId, erasedAt: erasure?.approvedAt });
  return state;
}

/** Every person of the case whose name stands in its file. */
export const personsIn = (facts: Facts): readonly string[] =>
  tokensIn([facts.case?.head.applicant, facts.case?.parts.household]);

/** How long the two classes of files are kept, as manifest and list say it. */
export function retentionsOf(facts: Facts, head: CaseHead, on: string) {
  const { parameters = [] } = facts.county?.parts ?? {};
  const of = { program: head.program, endedOn: endOf(head) };
  return (['approval', 'daily'] as const).map((kind) => retentionOf(kind, of, { parameters, on }));
}

/** A retention as the contract shows it. */
export const retentionView = ({ citation, ...rest }: ReturnType<typeof retentionsOf>[number]) => ({
  ...rest,
  clause: citeText(citation),
});

/** What the shell needs to put the folder together. */
export function exportEffect(
  facts: Facts,
  archiveId: string,
  at: { version: number; now: string; on: string },
): ExportArchiveEffect {
  const { head } = archivedCase(facts, archiveId);
  const divisions = facts.county?.parts.divisions;
  must(divisions, 'program-closed', { missing: ['divisions'] });
  return {
    kind: 'export-archive',
    archiveId,
    caseId: head.caseId,
    program: head.program,
    version: at.version,
    // As they hung in the village: the file shows what the public saw.
    words: { ...placesOf(divisions, head.townshipCode), channel: 'village-board' },
    retention: retentionsOf(facts, head, at.on).map(retentionView),
    expiresAt: new Date(Date.parse(at.now) + ADDRESS_LIVES).toISOString(),
  };
}
