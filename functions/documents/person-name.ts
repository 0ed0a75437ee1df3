/** Compound surnames (复姓): their first character alone would be another surname. */
const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 端木 轩辕 宇文 长孙 鲜于 呼延 南宫 独孤 赫连 ' +
    '澹台 公冶 淳于 申屠 太史 闻人 东郭 西门 拓跋 万俟 钟离 公羊 濮阳 仲孙 闾丘'
  ).split(' '),
);

/**
 * The form of a name for online notices: the surname and 某某 (李某某), whatever the length of the given name, so that nothing of it
 * shows (rulebook 5; PIPL §55). Names written with a middle dot keep their first character only.
 */
export const maskName = (name: string): string => {
  const characters = [...name.trim()];
  const head = characters.slice(0, 2).join('');
  const surname = characters.length > 2 && compoundSurnames.has(head) ? head : (characters[0] ?? '');
  return `${surname}某某`;
};

/** A run of digits long enough to be an identity number, a phone or an account; half and full width. */
const longNumber = /[\d０-９](?:[\s-]?[\d０-９]){5,}[XxＸｘ]?/gu;

/** Free text for a public notice: whatever could be a number of a person is struck out (P09). */
export const withoutNumbers = (text: string): string => text.replace(longNumber, '＊');
