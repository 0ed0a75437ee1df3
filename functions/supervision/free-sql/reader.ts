import { Problem } from '../../core/problem.ts';
import type { Fault, Token } from './tokens.ts';
import { isAggregate, mayBeName } from './words.ts';

/** What a text turned out to use. */
export interface Used {
  readonly tables: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/** Deeper than anybody writes, and shallow enough to be read by recursion. */
const DEEPEST = 40;

/** Refuses with the place: line and column count from 1, as editors do. */
export function refuse(sql: string, { at, found, why }: Fault): never {
  const before = sql.slice(0, at).split('\n');
  throw new Problem('sql-not-permitted', {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    found,
    reason: why,
  });
}

/** Reads the pieces of a text one by one; every refusal names the piece it stopped at. */
export function readerOf(sql: string, tokens: readonly Token[]) {
  let [place, depth] = [0, 0];
  const used = { tables: new Set<string>(), functions: new Set<string>() };
  const peek = (ahead = 0): Token | undefined => tokens[place + ahead];
  const fail = (why: string): never => {
    const token = peek();
    return refuse(sql, { at: token?.at ?? sql.length, found: token?.text ?? '', why });
  };
  /** Whether the next piece is one of these words or marks. */
  const sees = (...texts: readonly string[]): boolean => {
    const token = peek();
    return token !== undefined && token.kind !== 'string' && texts.includes(token.text);
  };
  const takes = (...texts: readonly string[]): string | undefined => {
    if (!sees(...texts)) return undefined;
    place += 1;
    return tokens[place - 1]?.text;
  };
  const expect = (text: string): void => {
    if (!takes(text)) fail(`此处应为 ${text.toUpperCase()} Expected here: ${text.toUpperCase()}`);
  };
  const kind = (of: Token['kind'], why: string): string => {
    const token = peek();
    if (token?.kind !== of) return fail(why);
    place += 1;
    return token.text;
  };
  return {
    used,
    peek,
    sees,
    takes,
    expect,
    fail,
    number: () => kind('number', '此处应为数字 A number is expected here'),
    string: () => kind('string', '此处应为加单引号的文本 A text in single quotes is expected here'),
    /** Whether the next piece may be a name. */
    seesName: () => peek()?.kind === 'word' && mayBeName(peek()?.text ?? ''),
    /** A name of a column, or of the asker's own. */
    name(): string {
      if (peek()?.kind === 'word' && !mayBeName(peek()?.text ?? ''))
        fail('此词不能用作名称，也不在许可的写法之内 This word is neither a permitted name nor expected here');
      return kind('word', '此处应为名称 A name is expected here');
    },
    table(own: readonly string[], permitted: ReadonlySet<string>): void {
      const text = peek()?.kind === 'word' ? (peek()?.text ?? '') : '';
      if (own.includes(text)) place += 1;
      else if (permitted.has(text)) used.tables.add(kind('word', ''));
      else fail(`只能查询这些表 Only these tables may be read: ${[...permitted].join(' ')}`);
    },
    called: (name: string): void => void used.functions.add(name),
    /** Goes one level deeper for as long as `read` takes. */
    within<T>(read: () => T): T {
      depth += 1;
      if (depth > DEEPEST) fail('嵌套过深 Nested too deeply');
      const found = read();
      depth -= 1;
      return found;
    },
    /** At least one of these, with commas between. */
    list(read: () => void): void {
      read();
      while (takes(',')) read();
    },
    aggregates: (): boolean => [...used.functions].some(isAggregate),
  };
}
export type Reader = ReturnType<typeof readerOf>;
