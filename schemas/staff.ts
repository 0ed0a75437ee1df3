import * as z from 'zod';
import { Post } from './actor.ts';
import { CivilDate } from './dates.ts';
import { PersonId, PersonToken } from './ids.ts';

/** Near relatives of Civil Code §1045, and no others. */
export const NearRelation = z
  .enum([
    'spouse',
    'parent',
    'child',
    'sibling',
    'grandparent',
    'maternal-grandparent',
    'grandchild',
    'maternal-grandchild',
  ])
  .meta({
    id: 'NearRelation',
    description: '近亲属：配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女 Near relative',
    examples: ['sibling'],
  });
export type NearRelation = z.infer<typeof NearRelation>;

/** A person who holds a post, or a village cadre: the register behind recusal (D57 §11, SD4, SD8). */
export const StaffRecord = z
  .strictObject({
    personId: PersonId,
    token: PersonToken.describe('本人代号 own token'),
    posts: z
      .array(z.strictObject({ post: Post, orgCode: z.string().max(12).describe('机构代码 organisation') }))
      .describe('岗位 posts'),
    relatives: z
      .array(z.strictObject({ person: PersonToken, relation: NearRelation }))
      .describe('近亲属 near relatives'),
    activeFrom: CivilDate.describe('任职起 from'),
    activeTo: CivilDate.optional().describe('任职止 to'),
  })
  .meta({ id: 'StaffRecord', description: '工作人员 Staff member' });
export type StaffRecord = z.infer<typeof StaffRecord>;
