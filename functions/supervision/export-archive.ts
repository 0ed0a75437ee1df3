import { ArchiveRequest, ArchiveView } from '../../schemas/archive.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';
import { archivedCase, archiveFacts, archiveIdOf, personsIn } from './archive-on-file.ts';

/**
 * Asks for the file of one household (一户一档) as a folder: events, case, papers as text and PDF, attachments, with a manifest of hashes.
 * It holds names, so a purpose is asked and the access log keeps it. Answers the number to poll; the folder is of this version.
 */
export const exportArchive = defineStep({
  id: 'supervision.export-archive',
  zh: '导出一户一档',
  en: 'Export the file of a household',
  route: 'POST /v1/archives',
  provision: [cite('SEED', '二(二)2'), cite('SEED', '二(三)3'), cite('ARC', '一户一档'), cite('ARCHIVE', '§37')],
  input: ArchiveRequest,
  output: ArchiveView,
  status: 202,
  facts: ({ input }) => archiveFacts(input.caseId),
  reveals: personsIn,
  decide: (facts, { caseId }, now) => {
    const { head, version } = archivedCase(facts, caseId);
    const archiveId = archiveIdOf(head.caseId, version, facts.params['requestKey'] ?? '');
    return { reply: { archiveId, caseId: head.caseId, state: 'running' as const, expiresAt: now } };
  },
});
