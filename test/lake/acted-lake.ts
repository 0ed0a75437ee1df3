import type { Event } from '../../functions/core/event.ts';
import { type AnyState, fold } from '../../functions/core/fold.ts';
import { subjectName } from '../../functions/core/subject.ts';
import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { eventKey } from '../../functions/shell/keys.ts';
import type { Item } from '../../functions/shell/ports.ts';
import { writesBetween } from '../../functions/shell/projection.ts';
import type { World } from '../world.ts';
import { change } from './lake-for-tests.ts';

/**
 * The stream of a county whose acts were played in memory: after every event the items the projection writes, as the table would
 * stream them. `given` holds the states that stood before the first act.
 */
export function changesOf(events: readonly Event[], given: World['states']): readonly Change[] {
  const states = new Map<string, AnyState>(given);
  const stood = new Map<string, Item>();
  const before = (item: Item): { readonly oldImage?: Item } => {
    const old = stood.get(`${item.pk} ${item.sk}`);
    stood.set(`${item.pk} ${item.sk}`, item);
    return old ? { oldImage: old } : {};
  };
  return events.flatMap((event) => {
    const { subjectKind: kind, subjectId: id, seq } = event;
    const name = subjectName({ kind, id });
    const earlier = states.get(name);
    const after = fold(earlier, event);
    states.set(name, after);
    const items = writesBetween(kind, id, { before: earlier, after }).flatMap((write) =>
      'item' in write ? [write.item] : [],
    );
    return [
      change('INSERT', eventKey(kind, id, seq), { record: event, version: seq }),
      ...items.map((item) => ({
        ...change('MODIFY', { pk: item.pk, sk: item.sk }, { record: item.record, version: item.version ?? 0 }),
        ...before(item),
      })),
    ];
  });
}
