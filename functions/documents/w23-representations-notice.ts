import { cite } from '../law/sources.ts';
import { defineDocument, type Issued } from './document.ts';
import { amountText, granteeText, paymentOf, programText } from './program-words.ts';
import { dateText, lastDayText, monthText, section } from './wording.ts';

type Data = Issued<'W23'>['data'];

const proposed = (data: Data): string => {
  const { program } = data;
  const from = `自${monthText(data.fromMonth)}起`;
  if (data.form === 'reduce')
    return `本机关拟${from}将${granteeText(program)}的${programText(program)}由${amountText(program, data.oldAmountFen)}调减为${amountText(program, data.newAmountFen)}`;
  if (data.form === 'stop') return `本机关拟${from}停止${granteeText(program)}的${programText(program)}`;
  return `本机关拟撤销${granteeText(program)}的${programText(program)}确认决定，${from}不再${paymentOf(program) === 'none' ? '有效' : '发放'}`;
};

const goesOn = ({ program }: Data): string => (paymentOf(program) === 'none' ? '原认定继续有效' : '救助金照常发放');

/**
 * Asks for the views of the household before aid is reduced, stopped or revoked (听取意见, LAW §48; of a revocation by analogy): what is
 * proposed and why, how and until when views may be stated. No decision, hence no remedy yet.
 */
export const representationsNotice = defineDocument({
  kind: 'W23',
  title: '听取意见告知书',
  titles: { reduce: '拟调减救助听取意见告知书', stop: '拟终止救助听取意见告知书', revoke: '拟撤销确认听取意见告知书' },
  status: 'M',
  provision: [cite('LAW', '§48')],
  text: ({ data, issuedOn }, words) => [
    `${proposed(data)}。这不是最终决定。作出决定前，现听取您的意见。`,
    ...section('查明的事实：', data.facts),
    ...section('理由：', data.reasons),
    ...section('计算过程：', data.computation ?? []),
    `您可以自收到本告知书之日起${data.windowWorkingDays}个工作日内陈述意见并提供证明材料（按${dateText(issuedOn)}送达计算，最后一日为${lastDayText({ on: data.windowEndsOn, provisional: data.provisional })}；送达晚于该日的，从送达之日起另行计算）。`,
    `陈述方式：到本机关窗口书面或者口头陈述，打电话陈述，或者通过原申请渠道提交；行动不便的，可以请本机关上门听取，也可以委托他人陈述。电话：${words.township.phone}。`,
    `您也可以书面放弃陈述意见。逾期未陈述的，本机关依法作出决定。作出决定以前，${goesOn(data)}。`,
  ],
  clauses: ({ clauses }) => clauses,
});
