/** Why a row of an older system is refused, by code: Chinese and English, saying what to do. */
export const importFaults = {
  'column-unknown': ['本表没有此列，请删去或改名', 'the table has no such column: drop or rename it'],
  'column-derived': ['此列由系统生成，请删去', 'this column is made by the system: drop it'],
  'column-repeated': ['列名重复', 'the column stands twice'],
  'value-missing': ['必填', 'a value is needed'],
  'value-type': ['值的类型不对', 'the value is of another type'],
  'not-a-code': [
    '须为代码（字母、数字和 . : + # / _ -，不超过 128 字），不得有文字叙述',
    'must be a code: no words of a text',
  ],
  'not-a-token': [
    '须为代号，不得为号码本身；可用 --tokens 由系统换取',
    'must be a token and not the number: --tokens has it made',
  ],
  'personal-number': [
    '疑似公民身份号码、手机号或银行卡号，不得导入；可用 --tokens 换成代号',
    'looks like an identity, phone or bank number: never imported, --tokens makes a token of it',
  ],
  'number-invalid': ['不是有效的号码，或号码和代号同时提供', 'is no such number, or stands beside its own token'],
  'number-needs-tokens': ['号码列只能与 --tokens 一起使用', 'a column of numbers needs --tokens'],
  'not-a-whole-number': ['须为整数（金额以分计）', 'must be a whole number (money in fen)'],
  'not-a-number': ['须为数字', 'must be a number'],
  'out-of-range': ['超出允许范围', 'is out of range'],
  'not-a-date': ['须为存在的日期 YYYY-MM-DD', 'must be a day that exists, YYYY-MM-DD'],
  'not-an-instant': ['须为时间，如 2025-03-01T08:30:00+08:00', 'must be an instant like 2025-03-01T08:30:00+08:00'],
  'not-a-month': ['须为月份 YYYY-MM', 'must be a month YYYY-MM'],
  'not-a-truth-value': ['须为 true 或 false（是、否、1、0）', 'must be true or false'],
  'not-of-list': ['不在允许的取值中', 'is none of the allowed values'],
  'in-the-future': ['晚于今天', 'is later than today'],
  'county-not-yours': ['不是本县的数据', 'is of another county'],
  'division-not-yours': ['不是本县的乡镇或村（居）代码', 'is no division of this county'],
  'live-number': [
    '与本系统的案件编号同形，会与在办案件混淆；请加前缀',
    'has the form of a number this system gives: prefix it',
  ],
  'attributes-unlisted': ['含有不得进入数据湖的属性或文字', 'holds attributes or words that may not enter the lake'],
  'json-invalid': ['不是一个 JSON 对象', 'is no JSON object'],
  'nul-character': ['含有空字符', 'holds a NUL character'],
  'formula-like': ['以 = + - @ 开头，在表格软件中会成为公式', 'begins like a formula of a spreadsheet'],
  'key-repeated': ['与前面的行重复', 'has the key of an earlier row'],
  'line-too-long': ['一行超过 1 MB', 'the line is longer than 1 MB'],
  'fields-too-few': ['列数与表头不符', 'has another number of fields than the header'],
  'csv-broken': ['CSV 引号或格式有误，其后内容未读', 'quotes or form of the CSV are broken; nothing after it was read'],
  'encoding-unknown': ['既不是 UTF-8 也不是 GB18030', 'is neither UTF-8 nor GB18030'],
  'unpacks-too-large': ['压缩比异常，已停止解压', 'unpacks to far more than its size: stopped'],
  'file-empty': ['没有数据行', 'has no rows'],
  'file-unreadable': ['文件无法读取', 'the file cannot be read'],
  'file-changed': ['读取期间文件被改动', 'the file was changed while it was read'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ImportFault = keyof typeof importFaults;

/** What is wrong with a row, and where: the column is empty when it is the row as a whole. */
export interface RowFault {
  readonly column: string;
  readonly code: ImportFault;
}
