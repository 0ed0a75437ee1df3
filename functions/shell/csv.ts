/** What a field of a CSV file may hold. */
export type CsvField = string | number | boolean | null;

/** A text that no spreadsheet takes for a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const fieldOf = (value: CsvField): string => {
  if (value === null) return '';
  return typeof value === 'string' ? `"${harmless(value).replaceAll('"', '""')}"` : String(value);
};

/** CSV as spreadsheets read it: RFC 4180, UTF-8 with a mark, texts quoted and never a formula, numbers bare. */
export const csvFile = (rows: readonly (readonly CsvField[])[]): Uint8Array =>
  Buffer.from(`\uFEFF${rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`, 'utf8');
