import * as z from 'zod';
import { PersonToken, ResidentId } from './ids.ts';

/** Names a listed member of a household: by token as views and papers show it, or by identity number as a form does. */
export const MemberRef = z
  .strictObject({
    member: PersonToken.optional().describe('成员代号（与 idNumber 二选一）token of the member, or give idNumber'),
    idNumber: ResidentId.optional().describe('成员公民身份号码（与 member 二选一）identity number, or give member'),
  })
  .refine(({ member, idNumber }) => (member === undefined) !== (idNumber === undefined), {
    error: 'member 与 idNumber 须且只须填写一项 give member or idNumber, not both',
  })
  .meta({
    id: 'MemberRef',
    description: '家庭成员 Listed member',
    examples: [{ member: 't_00112233445566778899aabbccddeeff' }],
  });
export type MemberRef = z.infer<typeof MemberRef>;
