import { LONGEST_LINE, type RawRow, type RowReader, unreadable } from './raw-row.ts';

const NEWLINE = 10;

function rowOf(place: number, text: string): RawRow {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { place, values: value as Readonly<Record<string, unknown>> }
      : unreadable(place, 'json-invalid');
  } catch {
    return unreadable(place, 'json-invalid');
  }
}

/** Puts lines together across chunks and keeps no more of one than a line may have. */
function lineJoiner() {
  let parts: Buffer[] = [];
  let length = 0;
  let place = 0;
  const end = (): RawRow | undefined => {
    place += 1;
    const row = length > LONGEST_LINE ? unreadable(place, 'line-too-long') : textRow();
    parts = [];
    length = 0;
    return row;
  };
  const textRow = (): RawRow | undefined => {
    const text = Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim();
    return text === '' ? undefined : rowOf(place, text);
  };
  return {
    /** A further piece of the line. */
    add(piece: Buffer): void {
      length += piece.length;
      if (length > LONGEST_LINE) parts = [];
      else parts.push(piece);
    },
    end,
    isOpen: () => length > 0,
  };
}

/** Rows of an NDJSON file, line by line; empty lines are none. A line that is too long or no object is a row that is refused. */
export async function* ndjsonRows(content: AsyncIterable<Buffer>): RowReader {
  const line = lineJoiner();
  for await (const chunk of content) {
    const rows: RawRow[] = [];
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, to));
      const row = line.end();
      if (row) rows.push(row);
      from = to + 1;
    }
    line.add(chunk.subarray(from));
    yield rows;
  }
  const last = line.isOpen() ? line.end() : undefined;
  if (last) yield [last];
}
