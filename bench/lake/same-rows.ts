/** A value as both engines are compared by: numbers as numbers, instants without their zone, everything else as text. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '∅';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (/^-?\d+(\.\d+)?$/.test(text)) return String(Number(text));
  return text.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.0+)?Z?$/, '$1T$2');
}

/** Rows as one text each, in an order that does not depend on the engine. */
const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => row.map(plain).join('\u001f')).sort();

/** The first row that one has and the other has not; undefined when both have the same rows. */
export function firstDifference(
  one: readonly (readonly unknown[])[],
  other: readonly (readonly unknown[])[],
): string | undefined {
  const [a, b] = [sorted(one), sorted(other)];
  const at = a.findIndex((row, i) => row !== b[i]);
  if (at < 0 && a.length === b.length) return undefined;
  return `${a.length} and ${b.length} rows; ${a[at < 0 ? b.length : at] ?? '(none)'} ≠ ${b[at < 0 ? a.length : at] ?? '(none)'}`.replaceAll(
    '\u001f',
    ' | ',
  );
}
