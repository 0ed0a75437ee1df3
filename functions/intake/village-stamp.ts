import type { ProblemCode } from '../core/problem-catalogue.ts';

/** A request body before its shape is checked. */
export type RawBody = Readonly<Record<string, unknown>>;
export type Prohibition = { readonly code: ProblemCode; readonly detail?: Readonly<Record<string, unknown>> };

/** The body as an object, empty where it is none. */
export const rawBody = (body: unknown): RawBody =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as RawBody) : {};

/** Items named in a list of the body, as texts or as objects with an `item`. */
export const rawItems = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const item = typeof one === 'string' ? one : rawBody(one)['item'];
    return typeof item === 'string' ? [item] : [];
  });

const isStamp = (item: string): boolean => /village[-_]?(audit[-_]?)?stamp|村.*(签章|盖章|审核意见)/i.test(item);

/** A village committee’s stamp asked for as a field or as an item (P05: no such condition may be added). */
export const villageStamp = (body: unknown): Prohibition | undefined => {
  const raw = rawBody(body);
  const asked = Object.keys(raw).some(isStamp) || rawItems(raw['items'] ?? raw['materials']).some(isStamp);
  return asked ? { code: 'village-stamp-forbidden' } : undefined;
};
