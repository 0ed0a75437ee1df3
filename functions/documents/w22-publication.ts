import type { Program } from '../../schemas/program.ts';
import { cite } from '../law/sources.ts';
import { defineNotice, type NoticeFields } from './notice.ts';
import { amountText, paymentOf, programNames } from './program-words.ts';
import { monthText } from './wording.ts';

type Fields = NoticeFields<'W22'>;

/** What is made public: a confirmation, or what became of the aid since (SEED 二(三)4). */
function opening({ change, fromMonth }: Fields, program: Program): string {
  const aid = programNames[program];
  const from = fromMonth ? `自${monthText(fromMonth)}起` : '';
  switch (change) {
    case undefined:
      return `经审核确认，下列申请符合${aid}条件，现予公布。`;
    case 'adjusted':
      return `经审核，下列申请人的${aid}${from}予以调整，现予公布。`;
    case 'fading':
      return `经审核，下列申请人${from}进入渐退期，渐退期内继续享受${aid}，现予公布。`;
    case 'ended':
      return `经审核，下列申请人的${aid}${from}终止，现予公布。`;
    case 'revoked':
      return `下列申请人的${aid}确认决定已依法撤销，现予公布。`;
  }
}

const isOver = ({ change }: Fields): boolean => change === 'ended' || change === 'revoked';

/** Publication (公布) after a decision: name, number of members, amount and no more (D57 §24, LAW §45). An end has no amount and gives no reason. */
export const publication = defineNotice({
  kind: 'W22',
  title: '公布表',
  status: 'M',
  provision: [cite('LAW', '§45'), cite('D57', '§24')],
  text: (fields, program) => [
    opening(fields, program),
    `申请人：${fields.applicant}`,
    ...(fields.members > 0 ? [`家庭人口：${fields.members}人`] : []),
    ...(paymentOf(program) === 'none' || isOver(fields) ? [] : [`保障金额：${amountText(program, fields.amountFen)}`]),
  ],
});
