import * as z from 'zod';

/** The programs of rulebook section 2 (业务). This release carries the two of 低保; the list grows by a line each. */
export const Program = z
  .enum(['DB_URBAN', 'DB_RURAL'])
  .meta({ id: 'Program', description: '业务：城市低保、农村低保 Program', examples: ['DB_URBAN'] });
export type Program = z.infer<typeof Program>;
