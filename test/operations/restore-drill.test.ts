import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { run } from '../../verify/main.ts';
import { acceptedCase } from '../flow/open-case.ts';
import { timeline } from '../flow/timeline.ts';
import { startWholeHost, type WholeHost } from '../flow/whole-host.ts';

const COUNTY = '649900';
/** The data folder as it was copied one evening, and as it stood when the machine was lost. */
let backup: string;
let lost: WholeHost;
/** What somebody outside kept: the key of the log, and a checkpoint newer than the backup. */
let outside: { readonly dir: string; readonly key: string; readonly old: string; readonly newer: string };

const checkpoints = async (host: Pick<WholeHost, 'ports'>): Promise<string> => {
  const [last = ''] = (await host.ports.objects.list(`ledger/${COUNTY}/checkpoints/`)).slice(-1);
  return Buffer.from((await host.ports.objects.get(last)) ?? []).toString('utf8');
};

const query = async (host: Pick<WholeHost, 'as'>): Promise<readonly unknown[]> => {
  const officer = await host.as('CC', 'cc-1');
  const body = {
    query: 'delegations-in-force',
    params: { county: COUNTY, from_on: '2026-01-01', to_on: '2026-12-31' },
    purpose: '恢复演练',
  };
  const { runId } = (await officer('POST /v1/query-runs', { body })).body as { runId: string };
  for (;;) {
    const { body: answer } = await officer(`GET /v1/query-runs/${runId}`);
    const { state, rows } = answer as { state: string; rows?: readonly unknown[] };
    if (state !== 'running') return rows ?? [];
  }
};

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-lost-'));
  const first = await startWholeHost({ dir, follows: false });
  await first.record();
  await sealCounty(first.ports, COUNTY);
  const key = await logVerifierKey(first.ports, COUNTY);
  const old = await checkpoints(first);
  await first.stop();
  backup = await mkdtemp(join(tmpdir(), 'sunlight-backup-'));
  await cp(dir, backup, { recursive: true });
  lost = await startWholeHost({ dir, empty: true, follows: false });
  await query(lost);
  await lost.record();
  await sealCounty(lost.ports, COUNTY);
  const kept = await mkdtemp(join(tmpdir(), 'sunlight-outside-'));
  outside = { dir: kept, key, old: join(kept, 'old'), newer: join(kept, 'newer') };
  await writeFile(outside.old, old);
  await writeFile(outside.newer, await checkpoints(lost));
});
afterAll(async () => {
  await lost.stop();
  for (const dir of [lost.dir, backup, outside.dir]) await rm(dir, { recursive: true, force: true });
});

/** A host on a copy of the backup, in which `change` may have happened first. */
async function restored<T>(
  change: (dir: string) => Promise<unknown>,
  work: (host: WholeHost) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-restored-'));
  await cp(backup, dir, { recursive: true });
  await change(dir);
  const host = await startWholeHost({ dir, empty: true, follows: false });
  try {
    return await work(host);
  } finally {
    await host.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const verified = (host: WholeHost, checkpoint: string) =>
  run(['consistency', join(host.dir, 'objects', 'ledger', COUNTY), checkpoint, '--key', outside.key]);

describe('the restore drill', () => {
  it('starts on a copy of the data folder, records the lake again, and agrees with a checkpoint kept elsewhere', async () => {
    const before = await query(lost);
    expect(before.length).toBeGreaterThan(0);
    await restored(
      (dir) => rm(join(dir, 'objects', 'lake'), { recursive: true }),
      async (host) => {
        expect(await query(host)).toEqual([]);
        const response = await fetch(`${host.url}/local/redrive`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ countyCode: COUNTY }),
        });
        expect(await response.json()).toMatchObject({ done: true, broken: 0, fed: 0 });
        expect(await query(host)).toEqual(before);
        // What was asked during the drill is sealed on top of what was restored.
        await host.record();
        await sealCounty(host.ports, COUNTY);
        expect(await verified(host, outside.old)).toMatchObject({ code: 0 });
      },
    );
  });

  it('is seen to be older than what the county had signed, by whoever kept a newer checkpoint', async () => {
    await restored(
      async () => undefined,
      async (host) => expect((await verified(host, outside.newer)).code).not.toBe(0),
    );
  });

  it('does not fork a log that is ahead of the restored table: the sealer says what is missing and signs nothing', async () => {
    await restored(
      (dir) => cp(join(lost.dir, 'objects', 'ledger'), join(dir, 'objects', 'ledger'), { recursive: true }),
      async (host) => {
        const before = await host.ports.objects.list('ledger/');
        await expect(sealCounty(host.ports, COUNTY)).rejects.toThrow('in the manifest and not in the table');
        await query(host);
        await expect(sealCounty(host.ports, COUNTY)).rejects.toThrow(/not in the table|is another one/);
        expect(await host.ports.objects.list('ledger/')).toEqual(before);
      },
    );
  });
});

describe('an act that was acknowledged', () => {
  it('is answered by a query over HTTP in less than a minute, with nothing done for it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sunlight-fresh-'));
    await cp(backup, dir, { recursive: true });
    const host = await startWholeHost({ dir, empty: true, follows: true });
    try {
      const [clerk, officer] = [await host.as('TC', 't1-tc'), await host.as('CC', 'cc-1')];
      const attachmentId = await host.upload('fresh');
      const caseId = await acceptedCase({ clerk, series: 90, attachmentId });
      const acknowledged = performance.now();
      const types = async () => JSON.stringify(await timeline(officer, caseId));
      while (!(await types()).includes('application-accepted'))
        expect(performance.now() - acknowledged).toBeLessThan(60_000);
      expect(performance.now() - acknowledged).toBeLessThan(60_000);
    } finally {
      await host.stop();
      await rm(dir, { recursive: true, force: true });
    }
  });
});
