import * as z from 'zod';

/** What a person is recognised for or receives now; `child-support` is the program of orphans and children nobody in fact supports (T43 §9). */
export const ReceivedAid = z.enum(['TK', 'DB', 'BY', 'GX', 'GL', 'child-support']).meta({
  id: 'ReceivedAid',
  description:
    '现享受的救助：特困、低保、低保边缘、刚性支出困难、高龄津贴、孤儿或事实无人抚养儿童保障 Recognised for or receiving now',
  examples: ['DB'],
});
export type ReceivedAid = z.infer<typeof ReceivedAid>;
