import type { CaseStore } from '../../functions/shell/ports.ts';
import { itemsOf } from '../../functions/shell/projection.ts';
import { caseIn, type World } from '../world.ts';

/** Lays a case of the pure world into a store, its state and its events as its acts leave them. */
export async function layDown(store: CaseStore, world: World, caseId: string): Promise<void> {
  const items = itemsOf('case', caseId, caseIn(world, caseId)).map(({ item }) => item);
  const events = world.events
    .filter(({ subjectId }) => subjectId === caseId)
    .map((event) => ({
      pk: `E#case:${caseId}`,
      sk: String(event.seq).padStart(10, '0'),
      version: event.seq,
      record: event,
    }));
  await store.commit([...items, ...events].map((item) => ({ kind: 'put', role: 'other', item })));
}
