import { expression, ordering, type Within } from './expression.ts';
import { type Reader, readerOf, refuse, type Used } from './reader.ts';
import { tokensOf } from './tokens.ts';
import { permittedTables } from './words.ts';

/** No longer text is read, in characters. */
export const LONGEST_SQL = 8_000;

export interface Permitted extends Used {
  /** It counts or adds up: small cells are withheld of its rows. */
  readonly aggregates: boolean;
}

/** Names a query may read beside the tables: its own and those around it. */
type Scope = readonly string[];

const within = (reader: Reader, scope: Scope): Within => ({ reader, query: () => query(reader, scope) });

/** One query with what it calls its own; those names hold after they are made, and inside. */
function query(reader: Reader, outer: Scope): void {
  reader.within(() => {
    const own: string[] = [...outer];
    if (reader.takes('with'))
      reader.list(() => {
        const name = reader.name();
        if (permittedTables.has(name)) reader.fail(`${name} 是表名 ${name} is the name of a table`);
        reader.expect('as');
        subquery(reader, own);
        own.push(name);
      });
    do {
      if (reader.sees('(')) subquery(reader, own);
      else select(reader, own);
    } while (joined(reader));
    if (reader.sees('order')) ordering(within(reader, own));
    if (reader.takes('offset')) reader.number();
    if (reader.takes('limit')) reader.number();
  });
}

function joined(reader: Reader): boolean {
  if (!reader.takes('union', 'except', 'intersect')) return false;
  reader.takes('all', 'distinct');
  return true;
}

function subquery(reader: Reader, scope: Scope): void {
  reader.expect('(');
  query(reader, [...scope]);
  reader.expect(')');
}

function select(reader: Reader, scope: Scope): void {
  const on = within(reader, scope);
  reader.expect('select');
  reader.takes('distinct', 'all');
  reader.list(() => item(on));
  if (reader.takes('from')) reader.list(() => source(on, scope));
  if (reader.takes('where')) expression(on);
  if (reader.takes('group')) {
    reader.expect('by');
    reader.list(() => expression(on));
  }
  if (reader.takes('having')) expression(on);
}

function item(on: Within): void {
  const { reader } = on;
  if (reader.takes('*')) return;
  if (reader.seesName() && reader.peek(1)?.text === '.' && reader.peek(2)?.text === '*') {
    reader.name();
    reader.expect('.');
    reader.expect('*');
    return;
  }
  expression(on);
  alias(reader);
}

function alias(reader: Reader): void {
  if (reader.takes('as') || reader.seesName()) reader.name();
}

function source(on: Within, scope: Scope): void {
  const { reader } = on;
  single(reader, scope);
  for (;;) {
    const crossed = reader.takes('cross') !== undefined;
    const sided = !crossed && reader.takes('left', 'right', 'full') !== undefined;
    if (sided) reader.takes('outer');
    const inner = !crossed && !sided && reader.takes('inner') !== undefined;
    if (crossed || sided || inner) reader.expect('join');
    else if (!reader.takes('join')) return;
    single(reader, scope);
    if (!crossed) condition(on);
  }
}

function condition(on: Within): void {
  const { reader } = on;
  if (reader.takes('using')) {
    reader.expect('(');
    reader.list(() => reader.name());
    reader.expect(')');
    return;
  }
  reader.expect('on');
  expression(on);
}

function single(reader: Reader, scope: Scope): void {
  if (reader.sees('(')) subquery(reader, scope);
  else reader.table(scope, permittedTables);
  alias(reader);
}

/**
 * Reads a text that somebody wrote, word by word, by the small grammar of one SELECT over the tables of the lake. Whatever it does not
 * know is refused, never passed on: `sql-not-permitted` names line, column, what stands there and why. What comes through means the
 * same to Athena and to DuckDB. Isolation does not rest on it: the shell limits the tables to the asker's counties in any case.
 */
export function permittedSql(sql: string): Permitted {
  if (sql.length > LONGEST_SQL)
    refuse(sql, {
      at: LONGEST_SQL,
      found: '',
      why: `不得超过 ${LONGEST_SQL} 个字符 No more than ${LONGEST_SQL} characters`,
    });
  const tokens = tokensOf(sql);
  if (!Array.isArray(tokens)) return refuse(sql, tokens as Exclude<typeof tokens, readonly unknown[]>);
  const reader = readerOf(sql, tokens);
  query(reader, []);
  if (reader.peek())
    reader.fail('此处应当结束，或写法不在许可之内 The query should end here, or this is not permitted');
  return { ...reader.used, aggregates: reader.aggregates() };
}
