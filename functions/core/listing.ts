import type { Facts } from './facts.ts';

/** The heads of subjects on a page of a list, with their versions. */
export const headsOf = <Head>(facts: Facts): readonly { readonly version: number; readonly head: Head }[] =>
  (facts.list?.records ?? []).map(({ record }) => record as { readonly version: number; readonly head: Head });

/** The records of a page of a list. */
export const recordsOf = <Record>(facts: Facts): readonly Record[] =>
  (facts.list?.records ?? []).map(({ record }) => record as Record);

/** Where the list goes on, as a reply says it. */
export const nextOf = ({ list }: Facts): { readonly next?: string } => (list?.next ? { next: list.next } : {});
