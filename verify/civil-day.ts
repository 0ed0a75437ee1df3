/** Beijing is eight hours ahead of UTC and knows no summer time. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const dayOfMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The civil day in Beijing, `YYYY-MM-DD`, of an instant in milliseconds since 1970. */
export const dayInBeijing = (ms: number): string => dayOfMs(ms + OFFSET_MS);

/** A civil day, some days later. */
export const daysLater = (on: string, days: number): string => dayOfMs(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS);
