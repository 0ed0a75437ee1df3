import * as z from 'zod';
import { PersonId } from './ids.ts';

/**
 * Posts (岗位) of rulebook 1.1, plus the supervising levels. One natural person may hold several;
 * the one used is named per request and stored in the event (design decision 14).
 */
export const Post = z
  .enum(['AP', 'AG', 'VC', 'TC', 'TS', 'TR', 'TD', 'CC', 'CV', 'CP', 'CF', 'CITY', 'PROV', 'PB', 'DP', 'CLOCK'])
  .meta({
    id: 'Post',
    description:
      '岗位：AP 申请人、AG 代理人、VC 村居、TC 受理、TS 入户调查、TR 审核、TD 确认、CC 县级民政、CV 核对机构、CP 资金经办、CF 财政、CITY 市级、PROV 自治区、PB 公众（无须登录）、DP 其他部门、CLOCK 时钟 Post',
    examples: ['TC'],
  });
export type Post = z.infer<typeof Post>;

/** What posts are called on papers and in refusals. */
export const postNames: Readonly<Record<Post, { readonly zh: string; readonly en: string }>> = {
  AP: { zh: '申请人', en: 'applicant' },
  AG: { zh: '代理人', en: 'agent' },
  VC: { zh: '村（居）民委员会', en: 'village committee' },
  TC: { zh: '乡镇（街道）经办人员', en: 'township clerk' },
  TS: { zh: '入户调查人员', en: 'township surveyor' },
  TR: { zh: '乡镇（街道）审核人', en: 'township reviewer' },
  TD: { zh: '乡镇（街道）确认人', en: 'township confirmer' },
  CC: { zh: '县级民政部门', en: 'county civil affairs' },
  CV: { zh: '核对机构', en: 'verification body' },
  CP: { zh: '县级民政资金经办', en: 'county payments' },
  CF: { zh: '县级财政部门', en: 'county finance' },
  CITY: { zh: '市级民政部门', en: 'city supervisor' },
  PROV: { zh: '自治区民政部门', en: 'regional supervisor' },
  PB: { zh: '公众', en: 'the public' },
  DP: { zh: '其他社会救助管理部门和单位', en: 'another department' },
  CLOCK: { zh: '系统时钟', en: 'the clock' },
};

/** Who acts: the natural person, the post used, its organisation, the calling system. */
export const Actor = z
  .strictObject({
    personId: PersonId.describe('自然人编号 natural person'),
    post: Post.describe('本次使用的岗位 post used'),
    orgCode: z.string().max(12).describe('岗位所属机构代码 organisation of the post'),
    clientId: z.string().min(1).max(64).describe('调用系统 calling system'),
    act: PersonId.optional().describe('被代为办理的人（门户代申请人）person acted for by a registered client'),
  })
  .meta({ id: 'Actor', description: '行为人 Who acts' });
export type Actor = z.infer<typeof Actor>;
