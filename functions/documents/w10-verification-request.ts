import { cite } from '../law/sources.ts';
import { defineDocument } from './document.ts';
import { aidText } from './program-words.ts';
import { sourceText } from './verification-words.ts';
import { dateText, numbered } from './wording.ts';
import { nameOf } from './words.ts';

/** Asks the county to verify a household's means: whom, under which consents, from which sources (D57 §17, LAW §40, §41). */
export const verificationRequest = defineDocument({
  kind: 'W10',
  title: '核对提请函',
  status: 'M',
  provision: [cite('D57', '§17'), cite('LAW', '§40-41')],
  text: ({ data }, words) => [
    `本机关受理的${aidText(data.program)}申请，有关人员已经签署家庭经济状况核对授权书，现提请对下列${data.persons.length}人的家庭经济状况进行核对：`,
    ...numbered(
      data.persons.map((person) => {
        const consent = data.consents.find((one) => one.person === person);
        const signed = consent
          ? `授权书签署日期${dateText(consent.signedOn)}，文件校验值前八位${consent.sha256.slice(0, 8)}`
          : '无授权书';
        return `${nameOf(words, person)}（${signed}）`;
      }),
    ),
    `核对范围：${data.scope.map(sourceText).join('、')}。`,
    '请在规定期限内启动核对，并将核对报告反馈本机关。核对取得的信息只用于本次审核确认，请依法保密。',
    `联系电话：${words.township.phone}。`,
  ],
});
