import * as z from 'zod';

/** The programs of rulebook section 2 (业务). This release carries the two of 低保; the list grows by a line each. */
export const Program = z
  .enum(['DB_URBAN', 'DB_RURAL'])
  .meta({ id: 'Program', description: '业务：城市低保、农村低保 Program', examples: ['DB_URBAN'] });
export type Program = z.infer<typeof Program>;

/** Every program the law can assess; those of `Program` can also be applied for. */
export const AssessedProgram = z.enum([...Program.options, 'TK', 'BY', 'GX', 'GL', 'LS_FAST', 'LS_STD']).meta({
  id: 'AssessedProgram',
  description:
    '可评估的业务：低保、特困、低保边缘、刚性支出困难、高龄津贴、小额快救、一般临时救助 Program that can be assessed',
  examples: ['TK'],
});
export type AssessedProgram = z.infer<typeof AssessedProgram>;
