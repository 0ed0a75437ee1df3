import type { Board } from '../../schemas/board.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { PostingProof } from '../../schemas/review-proofs.ts';
import { parameterOn } from '../law/parameters.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';
import { type BoardState, inUseOn } from './board-fold.ts';
import { type Facts, stateOf, theCase } from './facts.ts';
import { must } from './problem.ts';
import type { SubjectRef } from './subject.ts';

/** Organisation whose register a division's boards stand in: the township for a village, else the division itself. */
export const boardOrganisation = (division: string): string => (division.length > 9 ? townshipOf(division) : division);

/** The registers of boards a case's notices may hang on: its township's, with its villages, and the county's. */
export const boardsOfCase = ({ params }: { readonly params: Readonly<Record<string, string>> }): SubjectRef[] => {
  const caseId = params['caseId'] ?? '';
  return [townshipOf(caseId), countyOf(caseId)].map((id) => ({ kind: 'boards', id }));
};

/** The boards of a channel that serve the household's village and are in use on a day. */
function servingOn(facts: Facts, channel: string, on: CivilDate): readonly Board[] {
  const { villageCode, townshipCode, countyCode } = theCase(facts).head;
  const registers = [townshipCode, countyCode].map((id) => stateOf<BoardState>(facts, { kind: 'boards', id }));
  return registers
    .flatMap((state) => state?.head.boards ?? [])
    .filter((board) => board.channel === channel && inUseOn(board, on))
    .filter(({ division }) => division.length < 12 || division === villageCode);
}

/**
 * The registered board a notice was posted on (SEED 二(三)3). Once a board of the channel serves the place, a posting names it; a county
 * may ask that every channel has one (`publicity.boards`). Refuses with `board-not-named`, `board-unknown` or `board-not-registered`.
 */
export function boardPosted(facts: Facts, { channel, postedOn, boardId }: PostingProof): string | undefined {
  const boards = servingOn(facts, channel, postedOn);
  const always = parameterOn(facts.county?.parts.parameters ?? [], 'publicity.boards', { on: postedOn })?.value;
  must(boards.length > 0 || always !== 'ALWAYS', 'board-not-registered', { channel, postedOn });
  const ids = boards.map((one) => one.boardId);
  must(boards.length === 0 || boardId !== undefined, 'board-not-named', { channel, boards: ids });
  must(boardId === undefined || ids.includes(boardId), 'board-unknown', { boardId, channel, boards: ids });
  return boardId;
}
