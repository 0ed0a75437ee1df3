import type { ColumnType, LakeValue } from '../../schemas/lake.ts';

const MIDNIGHT = 'T00:00:00.000Z';
const truths: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...(['true', 'TRUE', 'True', 't', 'Y', 'y', '1', '是', 1, 1n, true] as const).map((one) => [one, true] as const),
  ...(['false', 'FALSE', 'False', 'f', 'N', 'n', '0', '否', 0, 0n, false] as const).map((one) => [one, false] as const),
]);

/** `2025/3/1` as spreadsheets write it. */
const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?=$|[ T])/;
const dashed = (text: string): string =>
  text.replace(slashed, (_all, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );

const canonical = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Up to the 28th every day exists; `Date` takes the 30th of February for the 2nd of March. */
const dayExists = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && (day.slice(8) <= '28' || new Date(ms).toISOString().slice(0, 10) === day);
};

/** Whether a text is an instant as the lake has it, and one that exists. */
export const isInstant = (text: string): boolean => canonical.test(text) && dayExists(text.slice(0, 10));

/** A day or time without a zone is Beijing's: older systems write local time. */
function instantIn(text: string): string {
  if (isInstant(text)) return text;
  const [, day = '', time = '00:00', zone = '+08:00'] = parts.exec(dashed(text)) ?? [];
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  if (!dayExists(day)) return text;
  const at = new Date(`${day}T${time}${colon}`);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

const dayOf = (value: Date): unknown => {
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return text.endsWith(MIDNIGHT) ? text.slice(0, 10) : value;
};

const wholeIn = (text: string): unknown => (/^-?\d{1,16}$/.test(text) ? Number(text) : text);
const numberIn = (text: string): unknown => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text);
const safe = (value: bigint): unknown => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

const lifts: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  string: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value),
  bigint: (value) => (typeof value === 'bigint' ? safe(value) : typeof value === 'string' ? wholeIn(value) : value),
  double: (value) => (typeof value === 'bigint' ? safe(value) : typeof value === 'string' ? numberIn(value) : value),
  boolean: (value) => truths.get(value) ?? value,
  date: (value) => (value instanceof Date ? dayOf(value) : typeof value === 'string' ? dashed(value) : value),
  timestamp: (value) => {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
    return typeof value === 'string' ? instantIn(value) : value;
  },
  binary: (value) => value,
};

/**
 * A value of a file as the lake has it, whatever the format: text of a CSV, JSON, or what Parquet holds. Empty is null; days may be
 * written `2025/3/1`; times without a zone are Beijing's. What cannot be told stays as it is, and the check then refuses it.
 */
export function liftedValue(type: ColumnType, value: unknown): LakeValue {
  const told = typeof value === 'string' ? value.trim() : value;
  if (told === null || told === undefined || told === '') return null;
  return lifts[type](told) as LakeValue;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => day.test(text) && dayExists(text);
