/** A piece of SQL text: what it is, how it is written (words in lower case), where it begins. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'symbol';
  readonly text: string;
  readonly at: number;
  /** It follows the one before without a blank. */
  readonly tight: boolean;
}

/** Why a text is refused, and where: `at` counts characters from 0. */
export interface Fault {
  readonly at: number;
  readonly found: string;
  /** Chinese, then English. */
  readonly why: string;
}

const blank = /[ \t\r\n]+/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /\d+(\.\d+)?/y;
const string = /'(?:[^'\p{Cc}]|'')*'/uy;
const symbol = /<>|!=|<=|>=|\|\||[(),.+\-*/%=<>]/y;
const shapes = { word, number, string, symbol } as const;

const comments = ['--', '/*', '*/'];

/** Why a character begins nothing that is known. */
function strange(text: string, at: number): Fault {
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const because = (why: string): Fault => ({ at, found, why });
  switch (found) {
    case "'":
      return because('文本没有结束，或含有控制字符 A text that does not end, or holds a control character');
    case '"':
    case '`':
      return because('名称不得加引号 Names are not quoted here');
    case ';':
      return because('只能是一条语句，不加分号 One statement only, without a semicolon');
    case '?':
      return because('没有参数，请直接写值 There are no parameters: write the value');
    default:
      return because('不认识的字符 A character that is not known here');
  }
}

/** The next piece at a place, or nothing that is known. */
function next(text: string, at: number): Pick<Token, 'kind' | 'text'> | undefined {
  for (const [kind, shape] of Object.entries(shapes)) {
    shape.lastIndex = at;
    const [found] = shape.exec(text) ?? [];
    if (found !== undefined)
      return { kind: kind as Token['kind'], text: kind === 'word' ? found.toLowerCase() : found };
  }
  return undefined;
}

/** A word may not touch a text or a number: `E'…'`, `X'…'` and `1e3` mean one thing here and another there. */
const touching = (before: Token | undefined, token: Token): boolean =>
  before !== undefined && token.tight && [before, token].every(({ kind }) => kind !== 'symbol');

/** Cuts a text into pieces; what it does not know is a fault. There are no comments: nothing may hide in one. */
export function tokensOf(text: string): readonly Token[] | Fault {
  const tokens: Token[] = [];
  let [at, tight] = [0, false];
  while (at < text.length) {
    blank.lastIndex = at;
    const [skipped] = blank.exec(text) ?? [];
    if (skipped !== undefined) {
      at += skipped.length;
      tight = false;
      continue;
    }
    const mark = comments.find((one) => text.startsWith(one, at));
    if (mark) return { at, found: mark, why: '不得有注释 No comments' };
    const found = next(text, at);
    if (!found) return strange(text, at);
    const token: Token = { ...found, at, tight };
    if (touching(tokens.at(-1), token)) return { at, found: token.text, why: '请用空格分开 Put a blank between these' };
    tokens.push(token);
    at += found.text.length;
    tight = true;
  }
  return tokens;
}
