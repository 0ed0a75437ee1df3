import { BoardEntry, type BoardView, BoardView as BoardViewSchema } from '../../schemas/board.ts';
import { storedFile } from '../core/attachments.ts';
import { type BoardState, inUseOn } from '../core/board-fold.ts';
import { boardOrganisation } from '../core/boards.ts';
import { type Facts, stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { mandatoryInCounty } from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';

/**
 * Registers a board, screen or account with its photo (SEED 二(三)3). A village board belongs to its village; from its first day on,
 * postings on that channel name the board they hang on.
 */
export const registerBoard = defineStep({
  id: 'supervision.register-board',
  zh: '登记公示栏',
  en: 'Register a board',
  route: 'POST /v1/boards',
  provision: [cite('SEED', '二(三)3'), cite('D57', '§19')],
  input: BoardEntry,
  output: BoardViewSchema,
  status: 201,
  facts: ({ input }) => ({
    county: countyOf(input.division),
    attachments: [input.attachmentId],
    subjects: [{ kind: 'boards', id: boardOrganisation(input.division) }],
  }),
  decide: (facts, { attachmentId, ...entry }, now) => {
    mustBeOwn(facts, entry.division);
    must(entry.channel !== 'village-board' || entry.division.length === 12, 'input-invalid', {
      errors: [{ path: 'division', message: '村级公示栏须登记到村（居） a village board belongs to its village' }],
    });
    const id = boardOrganisation(entry.division);
    const register = stateOf<BoardState>(facts, { kind: 'boards', id })?.head;
    const board = {
      boardId: `${id}-BOARD-${(register?.numbered ?? 0) + 1}`,
      ...entry,
      photo: storedFile(facts, attachmentId, countyOf(entry.division)).sha256,
      registeredBy: facts.actor.personId,
    };
    const today = civilDateOf(now);
    const mandatory = mandatoryInCounty(facts, today).includes(board.channel);
    const reply: BoardView = { ...board, mandatory, inUse: inUseOn(board, today) };
    return { event: { type: 'board-registered', data: { board } }, subject: { kind: 'boards', id }, reply };
  },
});

/** The division exists in the county's register and is the caller's own. */
function mustBeOwn(facts: Facts, division: string): void {
  const townships = facts.county?.parts.divisions?.townships ?? [];
  const known =
    division === facts.county?.head.countyCode ||
    townships.some(({ code, villages }) => code === division || villages.some((one) => one.code === division));
  must(known, 'division-unknown', { division });
  const townshipCode = division.length >= 9 ? townshipOf(division) : undefined;
  const where = { countyCode: countyOf(division), ...(townshipCode ? { townshipCode } : {}) };
  const ofCounty = facts.actor.post === 'CC' || townshipCode !== undefined;
  must(ofCounty && covers(facts.actor, where), 'division-not-yours', { division });
}
