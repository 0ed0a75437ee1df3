import * as z from 'zod';
import { CountyCode } from '../../schemas/ids.ts';
import { pageQuery } from '../../schemas/page.ts';
import { Program } from '../../schemas/program.ts';
import { type RosterHead, RosterList } from '../../schemas/roster.ts';
import { countyAsked } from '../core/division-asked.ts';
import { subjectsOf } from '../core/list-keys.ts';
import { headsOf, nextOf } from '../core/listing.ts';
import { rosterView, townshipOfPost } from '../core/roster.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

const RosterQuery = z
  .strictObject({ county: CountyCode.optional(), program: Program.optional(), ...pageQuery })
  .meta({ id: 'RosterQuery', description: '名册查询 Which rosters to list', examples: [{ county: '649900' }] });

/** The rosters of a county by program and month: where each stands and its sums; a township sees its own sums. */
export const listRosters = defineStep({
  id: 'supervision.list-rosters',
  zh: '发放名册清单',
  en: 'List rosters',
  route: 'GET /v1/rosters',
  provision: [cite('LAW', '§66'), cite('SEED', '二(二)1')],
  input: RosterQuery,
  output: RosterList,
  facts: ({ input, actor }) => {
    const county = countyAsked(actor, input.county);
    const prefix = input.program ? `${county}-${input.program}-` : county;
    return {
      list: { index: 'k', pk: subjectsOf(county, 'roster'), prefix, limit: input.limit, cursor: input.cursor },
    };
  },
  decide: (facts) => {
    const township = townshipOfPost(facts);
    const rosters = headsOf<RosterHead>(facts).map(({ head }) => rosterView(head, township));
    return { reply: { rosters, ...nextOf(facts) } };
  },
});
