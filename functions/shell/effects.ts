import type { Effect } from '../core/effect.ts';
import { Problem } from '../core/problem.ts';
import { hashOfJson } from './hash.ts';
import { attachmentKey, attachmentObject } from './keys.ts';
import type { Ports } from './ports.ts';
import { type Asker, startQuery } from './query-runs.ts';

/**
 * Performs what a step asks for beyond its event and answers what is merged into the reply. Safe to perform again: numbers come
 * from the request, items are put only once. Throws `Problem`, and what the ports throw.
 */
export async function performEffect(
  ports: Ports,
  effect: Effect,
  asker: Asker,
): Promise<Readonly<Record<string, unknown>>> {
  switch (effect.kind) {
    case 'start-query':
      await startQuery(ports, effect, asker);
      return {};
    case 'print-paper': {
      // The library that makes PDF is loaded by this effect and by nothing else.
      const { printPaper } = await import('./pdf/print-paper.ts');
      return printPaper(ports.objects, effect);
    }
    case 'upload-address': {
      const { attachment, expiresAt } = effect;
      const { attachmentId, size, contentType, sha256 } = attachment;
      const item = { ...attachmentKey(attachmentId), version: 1, record: attachment };
      const result = await ports.store.commit([{ kind: 'put-new', role: 'replay', item }]);
      if (!result.ok && result.role === 'conflict') return performEffect(ports, effect, asker);
      if (!result.ok && hashOfJson(result.current?.record) !== hashOfJson(attachment))
        throw new Problem('idempotency-key-reused');
      const key = attachmentObject(attachmentId);
      return { upload: await ports.objects.uploadAddress({ key, size, contentType, sha256, expiresAt }) };
    }
  }
}
