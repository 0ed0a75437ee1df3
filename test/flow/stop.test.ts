import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWholeHost } from './whole-host.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sunlight-stop-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function filesOf(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return names.map((name, i) => `${name} ${times[i]}`);
}

describe('a host that is stopped', () => {
  it('in the middle of a docket ends what is under way first, writes nothing afterwards and goes on when it starts again', async () => {
    const host = await startWholeHost({ dir, startOn: '2026-07-01', follows: false });
    let ended = false;
    const moving = host.at('2026-12-31').finally(() => {
      ended = true;
    });
    // One docket is behind it, and many before it.
    while (host.ports.clock.now() < '2026-07-02') await new Promise((done) => setTimeout(done, 5));
    expect(ended).toBe(false);
    await host.stop();
    const left = await filesOf(dir);
    const stoodAt = host.ports.clock.now();
    await moving;
    expect(stoodAt < '2026-07-06').toBe(true);
    await new Promise((done) => setTimeout(done, 300));
    expect(await filesOf(dir)).toEqual(left);

    const again = await startWholeHost({ dir, empty: true, startOn: '2026-07-01', follows: false });
    expect(again.ports.clock.now()).toBe(stoodAt);
    await again.at('2026-07-08');
    expect(await again.dockets.nextAt()).toBe('2026-07-08T16:00:00.000Z');
    await again.stop();
  });
});
