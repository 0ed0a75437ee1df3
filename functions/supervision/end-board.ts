import { BoardEnd, BoardView } from '../../schemas/board.ts';
import { type BoardState, inUseOn } from '../core/board-fold.ts';
import { stateOf } from '../core/facts.ts';
import { covers } from '../core/perform.ts';
import { mandatoryInCounty } from '../core/postings.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { countyOf } from '../law/tenants.ts';

/** The register a board stands in: its number begins with it. */
const registerOf = (boardId: string): string => boardId.split('-')[0] ?? '';

/** Takes a board out of use after a day; what was posted on it stays posted. */
export const endBoard = defineStep({
  id: 'supervision.end-board',
  zh: '停用公示栏',
  en: 'Take a board out of use',
  route: 'POST /v1/boards/{boardId}/end',
  provision: [cite('SEED', '二(三)3')],
  input: BoardEnd,
  output: BoardView,
  facts: ({ params }) => {
    const id = registerOf(params['boardId'] ?? '');
    return { county: countyOf(id), subjects: [{ kind: 'boards', id }] };
  },
  decide: (facts, { until, reason }, now) => {
    const boardId = facts.params['boardId'] ?? '';
    const subject = { kind: 'boards', id: registerOf(boardId) } as const;
    const { head } = stateOf<BoardState>(facts, subject) ?? {};
    const { countyCode = '', orgCode = '' } = head ?? {};
    const own = orgCode.length === 9 ? { countyCode, townshipCode: orgCode } : { countyCode };
    const board = head?.boards.find((one) => one.boardId === boardId);
    const mayEnd = covers(facts.actor, own) && (orgCode.length === 9 || facts.actor.post === 'CC');
    must(board && mayEnd, 'board-unknown', { boardId });
    must(board.until === undefined, 'already-done', { until: board.until });
    must(until >= board.from, 'date-out-of-order', { from: board.from, until });
    const today = civilDateOf(now);
    const ended = { ...board, until };
    const mandatory = mandatoryInCounty(facts, today).includes(board.channel);
    return {
      event: { type: 'board-ended', data: { boardId, until, reason } },
      subject,
      reply: { ...ended, mandatory, inUse: inUseOn(ended, today) },
    };
  },
});
