/** An exact fraction in lowest terms, `den` always positive: money is divided here and nowhere else, never in floats (rulebook G04). */
export type Rational = { readonly num: bigint; readonly den: bigint };

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/**
 * The fraction num/den. Numbers must be safe integers.
 * @throws RangeError if `den` is zero or a number is not an integer.
 */
export const rational = (num: bigint | number, den: bigint | number = 1n): Rational => {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n, d * sign);
  return { num: (n * sign) / divisor, den: (d * sign) / divisor };
};

/** a + b, exactly. */
export const add = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);

/** a − b, exactly. */
export const sub = (a: Rational, b: Rational): Rational => rational(a.num * b.den - b.num * a.den, a.den * b.den);

/** a × b, exactly. */
export const mul = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);

/** a ÷ b, exactly. @throws RangeError if b is zero. */
export const div = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);

/** −1, 0 or 1 as a is less than, equal to or greater than b. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The greatest integer not above a, as a number. @throws RangeError beyond safe integers. */
export const floor = (a: Rational): number => {
  const quotient = a.num / a.den;
  return safe(a.num < 0n && a.num % a.den !== 0n ? quotient - 1n : quotient);
};

/** The least integer not below a, as a number. @throws RangeError beyond safe integers. */
export const ceil = (a: Rational): number => -floor(rational(-a.num, a.den)) + 0;

/** The least multiple of `step` not below a, e.g. fen up to whole yuan with step 100. */
export const ceilTo = (a: Rational, step: number): number => ceil(div(a, rational(step))) * step;

/** A fraction that must be whole, as a number. @throws RangeError if it is not, or beyond safe integers. */
export const whole = (a: Rational): number => {
  if (a.den !== 1n) throw new RangeError(`${a.num}/${a.den} is not whole`);
  return safe(a.num);
};

/** Numerator and denominator as numbers, for a JSON ratio. @throws RangeError beyond safe integers. */
export const toRatio = (a: Rational): { num: number; den: number } => ({ num: safe(a.num), den: safe(a.den) });

/** Decimal text with `places` digits, halves away from zero: for reading only, nothing is computed from it. */
export const toText = (a: Rational, places = 2): string => {
  const scale = 10n ** BigInt(places);
  const magnitude = a.num < 0n ? -a.num : a.num;
  const rounded = (magnitude * scale * 2n + a.den) / (a.den * 2n);
  const digits = rounded.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return a.num < 0n && rounded !== 0n ? `-${text}` : text;
};

/** Fen as yuan with two decimals, e.g. 66000 → `660.00`. */
export const yuan = (fen: number | Rational): string =>
  toText(typeof fen === 'number' ? rational(fen, 100) : div(fen, rational(100)));

const safe = (value: bigint): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('an exact result is too large for a whole number');
  return number;
};
