import { postNames } from '../../schemas/actor.ts';
import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { dateText, programText, relationNames } from './wording.ts';
import { countyOrgan, nameOf, staffText, townshipOrgan } from './words.ts';

/** Filing of a near relative among staff or village cadres (D57 §11; near relatives are those of Civil Code §1045). Copy to the county. */
export const relativeFiling = defineDocument({
  kind: 'W09',
  title: '近亲属关系备案登记表',
  status: 'M',
  provision: [cite('D57', '§11'), cite('CIVIL', '§1045')],
  addressed: false,
  text: ({ data }, words) => [
    `备案单位：${townshipOrgan(words.township)}`,
    `抄送：${countyOrgan(words.county)}`,
    `工作人员：${staffText(words, data.staff)}`,
    ...(data.post ? [`岗位：${postNames[data.post].zh}`] : []),
    `申请家庭成员：${nameOf(words, data.member)}`,
    `亲属关系：${relationNames[data.relation]}`,
    ...(data.program ? [`申请业务：${programText(data.program)}`] : []),
    `备案日期：${dateText(data.filedOn)}`,
    '上述工作人员对本申请的调查、审核、确认和公示全程回避。作出决定前，由县级民政部门入户调查。',
  ],
});
