import type { Item, WriteRole } from './ports.ts';

/** An item as it follows from a subject's state, and what it means when its write fails. */
export interface Projected {
  readonly item: Item;
  readonly role: WriteRole;
  /** New items of this kind must not exist yet: locks and unique numbers. */
  readonly unique?: true;
}

/** An item that says something and guards nothing. */
export const plain = (pk: string, sk: string, record: unknown, version: number): Projected => ({
  item: { pk, sk, record, version },
  role: 'other',
});
