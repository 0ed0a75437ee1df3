import * as z from 'zod';

/** The shape of an event's body: its type in the past tense and its data, nothing beside them. */
export const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** A statement in somebody's own words: stays in the table, never in the lake. */
export const statement = z.string().max(2000);
