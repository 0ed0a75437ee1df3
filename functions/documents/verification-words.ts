import type { VerificationFinding } from '../../schemas/case-evidence.ts';

const sourceNames: Readonly<Record<string, string>> = {
  bank: '银行存款',
  tax: '税务',
  'social-insurance': '社会保险',
  vehicle: '车辆登记',
  'real-estate': '不动产登记',
  company: '市场主体登记',
  'civil-registration': '户籍和婚姻登记',
};

/** A source of verification in Chinese; one not known here as it was named. */
export const sourceText = (source: string): string => sourceNames[source] ?? source;

/** What a source found, by its kind. */
export const hitNames: Readonly<Record<VerificationFinding['hit'], string>> = {
  none: '无记录',
  income: '收入',
  deposit: '存款',
  vehicle: '车辆',
  house: '房产',
  company: '经营主体',
  death: '死亡登记',
  prison: '服刑',
  pension: '养老金',
  duplicate: '重复享受',
};
