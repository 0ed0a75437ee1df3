import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileNotifier, notificationsIn } from '../../functions/shell/local/file-notifier.ts';
import { movableClock } from '../../functions/shell/local/movable-clock.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-clock-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const at = (text: string) => Date.parse(text);

describe('the movable clock', () => {
  it('runs with the system until it is moved, and from there on with it again', async () => {
    let system = at('2026-11-23T00:00:00.000Z');
    const clock = await movableClock({ path: join(dir, 'a', 'clock.json'), system: () => system });
    expect(clock.now()).toBe('2026-11-23T00:00:00.000Z');
    await clock.moveTo('2027-01-04T01:00:00.000Z');
    system += 1_500;
    expect(clock.now()).toBe('2027-01-04T01:00:01.500Z');
  });

  it('keeps its place across restarts, also when the system clock was set back meanwhile', async () => {
    const path = join(dir, 'b.json');
    const first = await movableClock({ path, system: () => at('2026-11-23T00:00:00.000Z') });
    await first.moveTo('2026-12-03T00:00:00.000Z');
    const next = await movableClock({ path, system: () => at('2026-11-23T00:01:00.000Z') });
    expect(next.now()).toBe('2026-12-03T00:01:00.000Z');
    const back = await movableClock({ path, system: () => at('2020-01-01T00:00:00.000Z') });
    expect(back.now()).toBe('2026-12-03T00:00:00.000Z');
  });

  it('never goes back', async () => {
    let system = at('2026-11-23T00:00:00.000Z');
    const clock = await movableClock({ path: join(dir, 'c.json'), system: () => system });
    clock.now();
    system -= 60_000;
    expect(clock.now()).toBe('2026-11-23T00:00:00.000Z');
    await expect(clock.moveTo('2026-11-22T23:59:59.999Z')).rejects.toMatchObject({ name: 'ClockMovesBack' });
    await clock.moveTo('2026-11-23T00:00:00.000Z');
    await clock.moveTo('2026-11-24T00:00:00.000Z');
    expect(clock.now()).toBe('2026-11-24T00:00:00.000Z');
    await expect(clock.moveTo('tomorrow')).rejects.toMatchObject({ name: 'ZodError' });
    await expect(clock.moveTo('2026-11-31T00:00:00.000Z')).rejects.toMatchObject({ name: 'ZodError' });
  });
});

describe('the file notifier', () => {
  const notification = (id: string) => ({
    id,
    countyCode: '649900',
    recipients: ['p-county-1'],
    subject: '期限提醒',
    text: `第 ${id} 条\n换行`,
    at: '2026-10-09T01:00:00.000Z',
  });

  it('keeps what was sent in order, each id once, across restarts and a torn line', async () => {
    const path = join(dir, 'sent', 'notifications.ndjson');
    expect(await notificationsIn(path)).toEqual([]);
    const notifier = fileNotifier(path);
    await Promise.all(['1', '2', '3', '2'].map((id) => notifier.send(notification(id))));
    await appendFile(path, '\n{"id":"4","countyCode":"64');
    await fileNotifier(path).send(notification('4'));
    expect(await notificationsIn(path)).toEqual(['1', '2', '3', '4'].map(notification));
  });
});
