import { cite } from '../law/sources.ts';
import { defineNotice, type NoticeFields } from './notice.ts';
import { amountText, paymentOf, programNames, programText } from './program-words.ts';
import { dateText, lastDayText } from './wording.ts';

const period = ({ days, fromOn, endsOn, provisional }: NoticeFields<'W17'>): string =>
  fromOn && endsOn
    ? `公示期：${days}日，自${dateText(fromOn)}至${lastDayText({ on: endsOn, provisional })}`
    : `公示期：${days}日，自规定的公示渠道全部张贴之日的次日起计算`;

/** Publicity (公示) before the decision: seven calendar days that invite objections (D57 §19, N83 四(二)). Whitelist only. */
export const publicity = defineNotice({
  kind: 'W17',
  title: '公示单',
  status: 'M',
  provision: [cite('D57', '§19'), cite('N83', '四(二)'), cite('SEED', '二(三)3')],
  text: (fields) => [
    fields.ending
      ? `经核查，下列对象拟终止救助（${programNames[fields.program]}），现予公示，接受监督。`
      : `经审核，下列申请拟予确认（${programNames[fields.program]}），现予公示，接受监督。`,
    `${fields.ending ? '救助对象' : '申请人'}：${fields.applicant}`,
    `家庭人口：${fields.members}人`,
    `所在村（社区）：${fields.village}`,
    `救助业务：${programText(fields.program, fields.class)}`,
    ...(fields.ending || paymentOf(fields.program) === 'none'
      ? []
      : [`拟保障金额：${amountText(fields.program, fields.amountFen)}`]),
    period(fields),
    '对公示内容有异议的，可以在公示期内实名或者匿名反映，异议人的身份予以保密。',
    `乡镇（街道）监督电话：${fields.townshipPhone}`,
    `县级监督电话：${fields.countyPhone}`,
  ],
});
