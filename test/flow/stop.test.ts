import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedCase } from './open-case.ts';
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

  it('answers every request that is under way, and takes no other', async () => {
    const host = await startWholeHost({ startOn: '2026-08-03', follows: false });
    const clerk = await host.as('TC', 't1-tc');
    const caseId = await acceptedCase({ clerk, series: 1, attachmentId: await host.upload('any material') });
    const complain = (i: number) =>
      clerk(`POST /v1/cases/${caseId}/complaints`, {
        key: `stop-${i}`,
        body: { channel: 'phone', content: `第${i}次` },
      });
    const underWay = [1, 2, 3, 4, 5, 6].map(async (i) => (await complain(i)).status);
    await Promise.race(underWay);
    const stopped = host.stop();
    await expect(complain(7)).rejects.toThrow();
    expect(await Promise.all(underWay)).toEqual(underWay.map(() => 200));
    await stopped;
  });
});
