import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { dateText, lastDayText, numbered } from './wording.ts';

/** Tells the applicant which test failed, and how and until when to object (D57 §18). No denial, and no data of others. */
export const verificationResult = defineDocument({
  kind: 'W12',
  title: '核对结果告知书',
  status: 'M',
  provision: [cite('D57', '§18')],
  text: ({ data, issuedOn }, words) => [
    '经家庭经济状况核对，您的申请有下列项目不符合规定：',
    ...numbered(data.failed),
    '这不是最终决定。',
    `您对核对结果有异议的，可以自收到本告知书之日起${data.windowWorkingDays}个工作日内提出异议并提供证明材料（按${dateText(issuedOn)}送达计算，最后一日为${lastDayText({ on: data.windowEndsOn, provisional: data.provisional })}；送达晚于该日的，从送达之日起另行计算）。`,
    `提出方式：到本机关窗口书面或者口头提出，或者通过原申请渠道提交。咨询电话：${words.township.phone}。`,
    '本机关收到异议和证明材料后组织复查。逾期未提出的，按核对结果继续办理。',
  ],
});
