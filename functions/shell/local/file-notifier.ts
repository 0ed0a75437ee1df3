import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Notification, Notifier } from '../ports.ts';
import { makeDirectory, readIfPresent } from './durable-file.ts';
import { turns } from './turns.ts';

const Line = z.strictObject({
  id: z.string(),
  countyCode: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
});

async function append(path: string, notification: Notification): Promise<void> {
  await makeDirectory(dirname(path));
  const handle = await open(path, 'a');
  try {
    // Each entry brings its own line break in front, so that a line torn by a crash spoils only itself.
    await handle.appendFile(`\n${JSON.stringify(notification)}`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Notifications as lines of JSON in a file: durable when `send` returns, in the order they were sent. */
export function fileNotifier(path: string): Notifier {
  const inTurn = turns();
  return { send: (notification) => inTurn.take(() => append(path, notification)) };
}

/** What was sent, each id once, oldest first; lines torn by a crash are left out: their sender sends them again. */
export async function notificationsIn(path: string): Promise<readonly Notification[]> {
  const text = (await readIfPresent(path)) ?? '';
  const sent = new Map<string, Notification>();
  for (const line of text.split('\n')) {
    try {
      const notification = Line.parse(JSON.parse(line));
      if (!sent.has(notification.id)) sent.set(notification.id, notification);
    } catch {}
  }
  return [...sent.values()];
}
