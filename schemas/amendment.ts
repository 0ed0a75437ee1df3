import * as z from 'zod';

/** What of a household an amendment touched (design section 6). */
export const AmendedFact = z
  .enum(['members', 'income', 'property', 'expenses', 'obligors', 'rigid-spending', 'aid-request'])
  .meta({
    id: 'AmendedFact',
    description: '更正的内容：成员、收入、财产、支出、法定义务人、刚性支出、救助需求 What was amended',
    examples: ['income'],
  });
export type AmendedFact = z.infer<typeof AmendedFact>;

/** Whether a fact was told wrongly, or has come about since the application. */
export const AmendmentKind = z.enum(['correction', 'addition']).meta({
  id: 'AmendmentKind',
  description: '更正申报有误的情况，或补充申请后发生的变化 A correction, or what has happened since',
  examples: ['correction'],
});
export type AmendmentKind = z.infer<typeof AmendmentKind>;
