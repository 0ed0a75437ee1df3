import type { Program } from '../../schemas/program.ts';
import { type Citation, cite } from './sources.ts';

/** What a program is called, and the clauses it rests on, the law first (rulebook section 2). */
export interface ProgramTitle {
  readonly zh: string;
  readonly en: string;
  readonly basis: readonly [Citation, ...Citation[]];
}

/** Every program by its code. */
export const programTitles: Readonly<Record<Program, ProgramTitle>> = {
  DB_URBAN: {
    zh: '城市低保',
    en: 'Urban minimum living guarantee',
    basis: [cite('LAW', '§18'), cite('D57', '§23'), cite('SEED', '一')],
  },
  DB_RURAL: {
    zh: '农村低保',
    en: 'Rural minimum living guarantee',
    basis: [cite('LAW', '§18'), cite('D57', '§23'), cite('SEED', '一')],
  },
  TK: {
    zh: '特困人员救助供养',
    en: 'Support for persons in extreme difficulty',
    basis: [cite('LAW', '§16'), cite('T43', '§4'), cite('SEED', '一')],
  },
  BY: {
    zh: '低保边缘家庭',
    en: 'Edge household',
    basis: [cite('LAW', '§21'), cite('D57', '§8'), cite('N83', '一(四)'), cite('SEED', '一')],
  },
  GX: { zh: '刚性支出困难家庭', en: 'Family with rigid expenditure', basis: [cite('LAW', '§22'), cite('R62', '§4')] },
  GL: { zh: '高龄低收入老年人津贴', en: 'Allowance of the aged with low income', basis: [cite('SEED', '一')] },
  LS_FAST: {
    zh: '临时救助（小额快救）',
    en: 'Temporary assistance, fast',
    basis: [cite('LAW', '§50'), cite('TA26', '二(一)')],
  },
  LS_STD: {
    zh: '临时救助（一般程序）',
    en: 'Temporary assistance, standard way',
    basis: [cite('LAW', '§29'), cite('TA18', '二(一)')],
  },
};
