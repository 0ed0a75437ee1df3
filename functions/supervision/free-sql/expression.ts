import type { Reader } from './reader.ts';
import { permittedFunctions, permittedTypes } from './words.ts';

/** What an expression may hold in parentheses: a query of its own. */
export interface Within {
  readonly reader: Reader;
  /** Reads a query up to its closing parenthesis. */
  readonly query: () => void;
}

const beginsQuery = ({ reader }: Within): boolean => reader.sees('select', 'with');

/** Reads one expression: `OR` binds weaker than `AND`, that weaker than `NOT`, as in the standard. */
export function expression(on: Within): void {
  const { reader } = on;
  reader.within(() => {
    do conjunction(on);
    while (reader.takes('or'));
  });
}

function conjunction(on: Within): void {
  do {
    while (on.reader.takes('not'));
    predicate(on);
  } while (on.reader.takes('and'));
}

function predicate(on: Within): void {
  const { reader } = on;
  value(on);
  if (reader.takes('=', '<>', '!=', '<', '<=', '>', '>=')) value(on);
  else if (reader.takes('is')) {
    reader.takes('not');
    reader.expect('null');
  } else membership(on, reader.takes('not') !== undefined);
}

function membership(on: Within, negated: boolean): void {
  const { reader } = on;
  if (reader.takes('in')) inParentheses(on, () => reader.list(() => expression(on)));
  else if (reader.takes('between')) {
    value(on);
    reader.expect('and');
    value(on);
  } else if (reader.takes('like')) {
    value(on);
    if (reader.takes('escape')) reader.string();
  } else if (negated) reader.fail('NOT 之后应为 IN、BETWEEN 或 LIKE After NOT comes IN, BETWEEN or LIKE');
}

function value(on: Within): void {
  do {
    on.reader.takes('-', '+');
    primary(on);
  } while (on.reader.takes('+', '-', '*', '/', '%', '||'));
}

/** A query, or what `otherwise` reads, between parentheses. */
function inParentheses(on: Within, otherwise: () => void): void {
  on.reader.expect('(');
  if (beginsQuery(on)) on.query();
  else otherwise();
  on.reader.expect(')');
}

function primary(on: Within): void {
  const { reader } = on;
  const { kind } = reader.peek() ?? {};
  const following = reader.peek(1);
  if (kind === 'number') reader.number();
  else if (kind === 'string') reader.string();
  else if (reader.sees('(')) inParentheses(on, () => expression(on));
  else if (reader.takes('case')) choice(on);
  else if (reader.takes('exists')) existence(on);
  else if (reader.takes('interval')) interval(reader);
  else if (following?.kind === 'string' && reader.takes('date', 'timestamp')) reader.string();
  else if (kind === 'word' && following?.kind === 'symbol' && following.text === '(') call(on);
  else if (!reader.takes('null', 'true', 'false')) column(reader);
}

function column(reader: Reader): void {
  reader.name();
  if (reader.takes('.')) reader.name();
}

function existence(on: Within): void {
  on.reader.expect('(');
  if (!beginsQuery(on)) on.reader.fail('EXISTS 之后应为查询 After EXISTS comes a query');
  on.query();
  on.reader.expect(')');
}

function interval(reader: Reader): void {
  reader.string();
  if (!reader.takes('day', 'month', 'year', 'hour', 'minute', 'second'))
    reader.fail('此处应为 DAY、MONTH、YEAR、HOUR、MINUTE 或 SECOND A unit of time is expected here');
}

function choice(on: Within): void {
  const { reader } = on;
  if (!reader.sees('when')) expression(on);
  do {
    reader.expect('when');
    expression(on);
    reader.expect('then');
    expression(on);
  } while (reader.sees('when'));
  if (reader.takes('else')) expression(on);
  reader.expect('end');
}

function type(reader: Reader): void {
  const known = reader.takes(...permittedTypes);
  if (!known) reader.fail(`只能转换为 Types are: ${[...permittedTypes].join(' ')}`);
  if ((known === 'varchar' || known === 'decimal') && reader.takes('(')) {
    reader.list(() => reader.number());
    reader.expect(')');
  }
}

function call(on: Within): void {
  const { reader } = on;
  const name = reader.peek()?.text ?? '';
  if (!permittedFunctions.has(name))
    reader.fail(`只能使用这些函数 Only these functions may be used: ${[...permittedFunctions].join(' ')}`);
  reader.takes(name);
  reader.called(name);
  reader.expect('(');
  if (name === 'cast') {
    expression(on);
    reader.expect('as');
    type(reader);
  } else if (!reader.sees(')')) inputs(on, name);
  reader.expect(')');
  if (reader.takes('over')) over(on);
}

function inputs(on: Within, name: string): void {
  const { reader } = on;
  // Hours between times differ between the engines; days between dates do not.
  if (name === 'date_diff' && reader.peek()?.text !== "'day'") reader.fail("只能用 'day' Only 'day' here");
  if (name === 'count' && reader.takes('*')) return;
  reader.takes('distinct');
  reader.list(() => expression(on));
}

function over(on: Within): void {
  const { reader } = on;
  reader.expect('(');
  if (reader.takes('partition')) {
    reader.expect('by');
    reader.list(() => expression(on));
  }
  if (reader.sees('order')) ordering(on);
  reader.expect(')');
}

/** `ORDER BY` with all that belongs to it. */
export function ordering(on: Within): void {
  const { reader } = on;
  reader.expect('order');
  reader.expect('by');
  reader.list(() => {
    expression(on);
    reader.takes('asc', 'desc');
    if (reader.takes('nulls') && !reader.takes('first', 'last'))
      reader.fail('NULLS 之后应为 FIRST 或 LAST After NULLS comes FIRST or LAST');
  });
}
