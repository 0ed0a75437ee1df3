import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { lastDayText, section } from './wording.ts';
import type { Words } from './words.ts';

type Data = Issued<'W34'>['data'];

const due = ({ dueOn, provisional }: Data): string => (dueOn ? lastDayText({ on: dueOn, provisional }) : '规定期限');

const openings: Readonly<Record<Data['form'], (data: Data) => string>> = {
  supervision: (data) => `下列事项超过规定期限仍未办结，现予督办（编号：${data.reference}）：${data.matter}`,
  rectification: (data) => `经监督检查，发现下列问题，现责令整改（编号：${data.reference}）：${data.matter}`,
  receipt: (data) => `您反映的事项已经收到并受理（编号：${data.reference}）：${data.matter}`,
  extension: (data) => `您反映的事项（编号：${data.reference}）情况复杂，经批准延长办理期限：${data.matter}`,
  feedback: (data) => `您反映的事项（编号：${data.reference}）已经核查完毕，现将结果反馈如下：${data.matter}`,
};

const endings: Readonly<Record<Data['form'], (data: Data, words: Words) => string>> = {
  supervision: (data) =>
    `请于${due(data)}前办结，并书面说明超期原因。督办不改变案件的处理权限，也不代表对办理结果的意见。`,
  rectification: (data) => `请于${due(data)}前完成整改并报告结果。对认定的问题有不同意见的，可以在期限内书面说明。`,
  receipt: (data, words) =>
    `办理期限至${due(data)}，办理结果将书面告知您。您的身份依法保密。咨询电话：${words.county.phone}。`,
  extension: (data, words) =>
    `办理期限延长至${due(data)}，办理结果将书面告知您。您的身份依法保密。咨询电话：${words.county.phone}。`,
  feedback: (_data, words) => `感谢您的监督。您的身份依法保密。咨询电话：${words.county.phone}。`,
};

const review = ({ review }: Data): readonly string[] =>
  review ? [`您对本处理意见不服的，可以自收到本反馈单之日起${review.days}日内请求${review.body}复查。`] : [];

/**
 * The papers of supervision: an overdue act is pressed (督办), a finding is to be put right (整改), a complaint is acknowledged and its
 * check reported back (D57 §37; XF §23, §34, §35). Those to a complainant name nobody.
 */
export const supervision = defineDocument({
  kind: 'W34',
  title: '督办单',
  titles: {
    supervision: '督办单',
    rectification: '整改通知书',
    receipt: '信访事项受理告知书',
    extension: '信访事项延期办理告知书',
    feedback: '核查反馈单',
  },
  status: 'P',
  provision: [cite('SEED', '二(三)5'), cite('D57', '§36-37')],
  text: ({ data }, words) => [
    openings[data.form](data),
    ...(data.caseId ? [`案件编号：${data.caseId}`] : []),
    ...section(data.form === 'extension' ? '延长理由：' : '查明的情况：', data.facts),
    ...section('要求：', data.demands),
    ...section('处理结果：', data.result),
    ...review(data),
    endings[data.form](data, words),
  ],
});
