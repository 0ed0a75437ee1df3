import { postNames } from '../../schemas/actor.ts';
import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { field, pair } from './form-rows.ts';
import { programText } from './program-words.ts';
import { dateText, relationNames } from './wording.ts';
import { countyOrgan, nameOf, staffText, townshipOrgan } from './words.ts';

/** Filing of a near relative among staff or village cadres (D57 §11; near relatives are those of Civil Code §1045). Copy to the county. */
export const relativeFiling = defineDocument({
  kind: 'W09',
  title: '近亲属关系备案登记表',
  status: 'M',
  provision: [cite('D57', '§11'), cite('CIVIL', '§1045')],
  addressed: false,
  form: ({ data }, words) => [
    field('备案单位', townshipOrgan(words.township)),
    field('抄送', countyOrgan(words.county)),
    pair(['工作人员', staffText(words, data.staff)], ['岗位', data.post ? postNames[data.post].zh : '未登记']),
    pair(['申请家庭成员', nameOf(words, data.member)], ['亲属关系', relationNames[data.relation]]),
    pair(['申请业务', data.program ? programText(data.program) : '未登记'], ['备案日期', dateText(data.filedOn)]),
  ],
  closing: () => ['上述工作人员对本申请的调查、审核、确认和公示全程回避。作出决定前，由县级民政部门入户调查。'],
});
