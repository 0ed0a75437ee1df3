import { BoardList, BoardListQuery, type BoardRegister } from '../../schemas/board.ts';
import { inUseOn } from '../core/board-fold.ts';
import { divisionAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf } from '../core/listing.ts';
import { mandatoryInCounty } from '../core/postings.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

/** More registers than this no county has: one a township, and its own. */
const MOST_REGISTERS = 100;

/** The boards of a township with those of the county, or of a whole county; which channels are mandatory is the county's parameter. */
export const listBoards = defineStep({
  id: 'supervision.list-boards',
  zh: '公示栏清单',
  en: 'List boards',
  route: 'GET /v1/boards',
  provision: [cite('SEED', '二(三)3')],
  input: BoardListQuery,
  output: BoardList,
  facts: ({ input, actor }) => {
    const { countyCode } = divisionAsked(actor, input);
    return { county: countyCode, list: { index: 'k', pk: subjectsOf(countyCode, 'boards'), limit: MOST_REGISTERS } };
  },
  decide: (facts, input, now) => {
    const today = civilDateOf(now);
    const { countyCode, townshipCode } = divisionAsked(facts.actor, input);
    const mandatory = mandatoryInCounty(facts, today);
    const boards = headsOf<BoardRegister>(facts)
      .filter(({ head }) => !townshipCode || head.orgCode === townshipCode || head.orgCode === countyCode)
      .flatMap(({ head }) => head.boards)
      .map((board) => ({ ...board, mandatory: mandatory.includes(board.channel), inUse: inUseOn(board, today) }));
    return { reply: { boards } };
  },
});
