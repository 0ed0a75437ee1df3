import type { CaseClass } from '../../schemas/case.ts';
import type { FenAmount } from '../../schemas/money.ts';
import { isPersonal, isRecognition, type Program } from '../../schemas/program.ts';
import { moneyText } from './wording.ts';

/** What papers call each program (rulebook 2). */
export const programNames: Readonly<Record<Program, string>> = {
  DB_URBAN: '城市最低生活保障',
  DB_RURAL: '农村最低生活保障',
  TK: '特困人员救助供养',
  BY: '低保边缘家庭认定',
  GX: '刚性支出困难家庭认定',
  GL: '高龄低收入老年人津贴',
  LS_FAST: '临时救助（小额快救）',
  LS_STD: '临时救助',
};

/** Program and class, e.g. 城市最低生活保障（B类）. */
export const programText = (program: Program, caseClass?: CaseClass | undefined): string =>
  caseClass ? `${programNames[program]}（${caseClass}类）` : programNames[program];

/** The program a paper is about; 社会救助 where its data name none. */
export const aidText = (program: Program | undefined): string => (program ? programNames[program] : '社会救助');

const paidOnce: readonly Program[] = ['LS_FAST', 'LS_STD'];

/** Whether a program pays money by the month, once, or not at all. */
export const paymentOf = (program: Program): 'monthly' | 'once' | 'none' => {
  if (isRecognition(program)) return 'none';
  return paidOnce.includes(program) ? 'once' : 'monthly';
};

/** What is paid, as a sentence goes on: 全家每月660元, 每月880元, 一次性1,000元. */
export const amountText = (program: Program, fen: FenAmount): string => {
  const payment = paymentOf(program);
  if (payment === 'none') return '不发放救助金';
  if (payment === 'once') return `一次性${moneyText(fen)}`;
  return `${isPersonal(program) ? '' : '全家'}每月${moneyText(fen)}`;
};

/** Whom a program is granted to, as papers address them: 您家庭, 您. */
export const granteeText = (program: Program): string => (isPersonal(program) ? '您' : '您家庭');
