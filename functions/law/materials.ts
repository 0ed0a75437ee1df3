import { type Citation, cite } from './sources.ts';

/**
 * The closed catalogue of materials (P11): what may be asked of an applicant, and what must come by sharing or verification.
 * Nothing outside it can be requested, and a village stamp is not in it (P05).
 */
export interface MaterialRule {
  readonly item: string;
  readonly zh: string;
  readonly en: string;
  readonly source: 'applicant' | 'shared' | 'verification';
  /** Where a shared item comes from, or how the applicant gets it. */
  readonly how: string;
  /** Without it an application is not complete. */
  readonly required: boolean;
  readonly basis: Citation;
}

const row = (
  item: string,
  names: readonly [string, string],
  rest: Pick<MaterialRule, 'source' | 'how' | 'required' | 'basis'>,
): MaterialRule => ({
  item,
  zh: names[0],
  en: names[1],
  ...rest,
});
const own = (how: string, basis: Citation, required = false) =>
  ({ source: 'applicant', how, required, basis }) as const;
const shared = (how: string) => ({ source: 'shared', how, required: false, basis: cite('LAW', '§62(2)') }) as const;
const verified = (how: string) =>
  ({ source: 'verification', how, required: false, basis: cite('LAW', '§41') }) as const;

export const materialRules: readonly MaterialRule[] = [
  row('application-form', ['社会救助申请书', 'application form (W01)'], own('窗口或网上填写', cite('D57', '§4'), true)),
  row('promise', ['诚信承诺书', 'statement of truth (W02)'], own('全体成年成员签署', cite('D57', '§9'), true)),
  row(
    'consent',
    ['家庭经济状况核对授权书', 'verification consent (W03)'],
    own('每位成年成员签署', cite('LAW', '§40'), true),
  ),
  row('mandate', ['委托书', 'mandate of an agent (W04)'], own('申请人与受托人签署', cite('D57', '§6'))),
  row('disability-card', ['残疾人证', 'disability card'], own('持证原件或影像', cite('D57', '§8'))),
  row('medical-diagnosis', ['疾病诊断材料', 'medical diagnosis'], own('医疗机构出具', cite('D57', '§8'))),
  row('medical-receipts', ['医疗费用票据', 'medical receipts'], own('自付部分票据', cite('D57', '§13'))),
  row('school-enrolment', ['在校证明', 'proof of enrolment'], own('学校出具', cite('D57', '§7'))),
  row('employment-income', ['工资收入证明', 'proof of wages'], own('用人单位出具，或本人书面说明', cite('D57', '§13'))),
  row(
    'support-agreement',
    ['赡养抚养扶养协议或裁判文书', 'support agreement or judgment'],
    own('当事人或法院', cite('D57', '§13')),
  ),
  row(
    'marriage-certificate',
    ['婚姻状况材料', 'marriage certificate'],
    own('证件原件或影像，无法共享时', cite('D57', '§10')),
  ),
  row('bank-card', ['收款账户', 'payee account'], own('家庭成员的银行卡或存折', cite('D57', '§25'))),
  row(
    'aid-receipt',
    ['临时救助签收单', 'receipt of temporary assistance'],
    own('救助对象签字', cite('TA26', '二(一)')),
  ),
  row('household-register', ['户籍信息', 'household registration'], shared('公安户籍信息共享')),
  row('resident-card', ['居民身份信息', 'identity data'], shared('公安人口信息共享')),
  row('death-record', ['死亡、殡葬信息', 'death record'], shared('殡葬、卫健信息共享')),
  row('social-insurance', ['社会保险信息', 'social insurance record'], shared('人社信息共享')),
  row('bank-statement', ['银行存款信息', 'bank balances'], verified('核对机构查询金融机构')),
  row('vehicle-record', ['车辆登记信息', 'vehicle record'], verified('核对机构查询公安交管')),
  row('house-record', ['不动产登记信息', 'real-estate record'], verified('核对机构查询不动产登记')),
  row('tax-record', ['纳税信息', 'tax record'], verified('核对机构查询税务')),
  row('company-record', ['企业登记信息', 'company register'], verified('核对机构查询市场监管')),
];

const byItem: ReadonlyMap<string, MaterialRule> = new Map(materialRules.map((rule) => [rule.item, rule]));

/** The rule of an item, if the catalogue has it. */
export const materialRule = (item: string): MaterialRule | undefined => byItem.get(item);

/** Items without which an application cannot be accepted. */
export const requiredMaterials: readonly string[] = materialRules
  .filter(({ required }) => required)
  .map(({ item }) => item);
