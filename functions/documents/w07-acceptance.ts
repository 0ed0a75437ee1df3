import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { programText } from './program-words.ts';
import { dateText, lastDayText } from './wording.ts';
import { staffText } from './words.ts';

type Data = Issued<'W07'>['data'];

const termText = ({ stage, workingDays, dueOn, provisional }: Data): string =>
  stage === 'opinion'
    ? `初审意见应当自受理之日起${workingDays}个工作日内提出，最后一日为${lastDayText({ on: dueOn, provisional })}；初审意见公示后作出确认决定。`
    : `审核确认应当自受理之日起${workingDays}个工作日内完成，最后一日为${lastDayText({ on: dueOn, provisional })}。`;

/** The grounds of an extension by program: four for 低保 and the edge (N83 四(一)), two for rigid expenditure (R62 §8), none for the others (B17). */
const extensionText = (program: Data['program']): readonly string[] => {
  const sentence = (grounds: string): string[] => [
    `因${grounds}等情形需要延长办理期限的，将在最后一日之前书面告知您。`,
  ];
  if (program === 'GX') return sentence('人户分离、家庭经济状况调查难度较大');
  const four = program === 'DB_URBAN' || program === 'DB_RURAL' || program === 'BY';
  return four ? sentence('公示有异议、人户分离、异地申办、家庭经济状况调查难度较大') : [];
};

/** Acceptance: names the last day to decide (N83 四(一), without delegation D57 §22) and whom to ask. Overdue decides nothing (P10). */
export const acceptance = defineDocument({
  kind: 'W07',
  title: '受理通知书',
  status: 'P',
  provision: [cite('D57', '§10'), cite('N83', '四(一)')],
  text: ({ data }, words) => [
    `您提出的${programText(data.program)}申请材料齐全，已于${dateText(data.acceptedOn)}受理。`,
    termText(data),
    ...extensionText(data.program),
    `办理期间，请配合家庭经济状况核对和入户调查。经办人员：${staffText(words, data.clerk)}。咨询电话：${data.phone}。`,
    `超过最后一日仍未作出决定的，既不表示同意，也不表示不同意。您可以向本机关询问，也可以拨打${words.county.name}监督电话${words.county.phone}反映。`,
  ],
});
