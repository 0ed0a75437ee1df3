import type { Item, Ports } from './ports.ts';

const PAGE = 100;

/** Walks an index partition from its start to a bound, page by page. */
export async function* walk(
  ports: Pick<Ports, 'store'>,
  of: { readonly index: 'd' | 'k' | 'w'; readonly pk: string; readonly upTo?: string },
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await ports.store.index(of.index, of.pk, {
      limit: PAGE,
      ...(of.upTo ? { upTo: of.upTo } : {}),
      ...(cursor ? { cursor } : {}),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
