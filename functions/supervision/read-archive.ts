import * as z from 'zod';
import { ArchiveView } from '../../schemas/archive.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { archivedCase, archiveFacts, archiveNamed, exportEffect, personsIn } from './archive-on-file.ts';

/**
 * The folder as far as it is: each poll puts more of it there, and the last one the manifest. What was put stays, so a poll after a
 * crash goes on. Answers short-lived addresses; handing them out is reading personal data, with a purpose.
 */
export const readArchive = defineStep({
  id: 'supervision.read-archive',
  zh: '提取一户一档',
  en: 'Fetch the file of a household',
  route: 'GET /v1/archives/{archiveId}',
  provision: [cite('SEED', '二(三)3'), cite('ARC', '一户一档'), cite('PIPL', '§45')],
  input: z.strictObject({}),
  output: ArchiveView,
  effects: ['export-archive'],
  facts: ({ params }) => {
    const named = archiveNamed(params['archiveId'] ?? '');
    return named ? archiveFacts(named.caseId) : {};
  },
  reveals: personsIn,
  decide: (facts, _input, now) => {
    const archiveId = facts.params['archiveId'] ?? '';
    const named = archiveNamed(archiveId);
    must(named, 'archive-not-found', { archiveId });
    const { head, version } = archivedCase(facts, named.caseId);
    must(named.version <= version, 'archive-not-found', { archiveId });
    const effect = exportEffect(facts, archiveId, { version: named.version, now, on: civilDateOf(now) });
    return {
      effect,
      reply: { archiveId, caseId: head.caseId, state: 'running' as const, expiresAt: effect.expiresAt },
    };
  },
});
