import * as z from 'zod';

/** Every program of rulebook section 2 (业务): all of them are assessed, applied for, delegated and decided by the same words. */
export const Program = z.enum(['DB_URBAN', 'DB_RURAL', 'TK', 'BY', 'GX', 'GL', 'LS_FAST', 'LS_STD']).meta({
  id: 'Program',
  description:
    '业务：城市低保、农村低保、特困、低保边缘、刚性支出困难、高龄津贴、小额快救、一般临时救助 Program of social assistance',
  examples: ['DB_URBAN'],
});
export type Program = z.infer<typeof Program>;

/** The two programs of 低保: one law with a standard for towns and one for the country. */
export const DbProgram = Program.extract(['DB_URBAN', 'DB_RURAL']).meta({
  id: 'DbProgram',
  description: '低保业务：城市、农村 Urban or rural 低保',
  examples: ['DB_URBAN'],
});
export type DbProgram = z.infer<typeof DbProgram>;

/** Programs that stand together in a case number (rulebook 9.1). */
export const programGroups = ['DB', 'TK', 'BY', 'GX', 'GL', 'LS'] as const;
export type ProgramGroup = (typeof programGroups)[number];

/** The group of a program: the middle of its case numbers. */
export const groupOf = (program: Program): ProgramGroup => {
  if (program === 'DB_URBAN' || program === 'DB_RURAL') return 'DB';
  return program === 'LS_FAST' || program === 'LS_STD' ? 'LS' : program;
};

/** Programs about one person, who applies alone whoever he or she lives with (T43 §10; rulebook 2). */
export const isPersonal = (program: Program): boolean => program === 'TK' || program === 'GL';

/** Recognition without cash: what is granted is the status itself (rulebook 2). */
export const isRecognition = (program: Program): boolean => program === 'BY' || program === 'GX';
