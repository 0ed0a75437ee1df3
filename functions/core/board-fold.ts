import type { Board, BoardEventBody, BoardRegister } from '../../schemas/board.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import { addMonths } from '../law/civil-day.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { countyOf } from '../law/tenants.ts';
import type { Event, State } from './event.ts';

export type BoardState = State<BoardRegister>;
export type BoardEvent = Event & BoardEventBody;

/** Postings are entered a while after their day: a board stays in the register for a year after its last. */
const KEPT_MONTHS = 12;

/** The next state of a register of boards. */
export const foldBoards = (state: BoardState | undefined, event: BoardEvent): BoardState => ({
  version: event.seq,
  chain: event.hash,
  head: next(state?.head, event),
  parts: {},
});

function next(head: BoardRegister | undefined, event: BoardEvent): BoardRegister {
  if (event.type === 'board-ended') {
    if (!head) throw new Error('no board was registered');
    const { boardId, until } = event.data;
    return { ...head, boards: head.boards.map((one) => (one.boardId === boardId ? { ...one, until } : one)) };
  }
  const today = civilDateOf(event.at);
  const kept = (head?.boards ?? []).filter(({ until }) => until === undefined || addMonths(until, KEPT_MONTHS) > today);
  return {
    countyCode: countyOf(event.subjectId),
    orgCode: event.subjectId,
    numbered: (head?.numbered ?? 0) + 1,
    boards: [...kept, event.data.board],
  };
}

/** Whether a board is in use on a day. */
export const inUseOn = ({ from, until }: Board, on: CivilDate): boolean =>
  from <= on && (until === undefined || on <= until);
