import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logVerifierKey } from '../../functions/shell/ledger/sign-checkpoint.ts';
import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import type { DrawView } from '../../schemas/draw.ts';
import { run } from '../../verify/main.ts';
import { cosigner } from '../../witness/cosigner.ts';
import { familyOfThree } from '../applications.ts';
import { receiving } from '../decide/receiving.ts';
import { layDown } from '../shell/laid-down.ts';
import { demonstrationWorld } from '../world.ts';
import { startWholeHost, type WholeHost } from './whole-host.ts';

const finance = cosigner('witness.example/finance', Buffer.alloc(32, 9));
const PUBLISHED = '4815162';
const beacon = { source: 'lottery', round: 'qxc-26103', on: '2026-09-03' };

let witness: Server;
let host: WholeHost;
let confirmed: readonly string[];

/** A witness that cosigns whatever it is shown, at the time of the host: that it looks first is shown elsewhere. */
function cosigning(): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const note = body.slice(body.indexOf('\n\n') + 2);
      const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
      response.end(finance.cosign(text, Math.floor(Date.parse(host.ports.clock.now()) / 1000)));
    });
  });
}

beforeAll(async () => {
  witness = cosigning();
  await new Promise<void>((done) => witness.listen(0, '127.0.0.1', done));
  process.env['SUNLIGHT_WITNESSES'] = `http://127.0.0.1:${(witness.address() as AddressInfo).port}`;
  host = await startWholeHost({ startOn: '2026-09-01', follows: false });
  const world = demonstrationWorld();
  confirmed = [9, 10].map((series) => receiving({ world, persons: familyOfThree(series) }).caseId);
  for (const caseId of confirmed) await layDown(host.ports.store, world, caseId);
  await host.record();
});
afterAll(async () => {
  delete process.env['SUNLIGHT_WITNESSES'];
  await host.stop();
  await new Promise((done) => witness.close(done));
});

/** The run of August's confirmations, once it has succeeded. */
async function runOf(officer: ApiClient): Promise<string> {
  const params = { county: '649900', from_on: '2026-08-01', to_on: '2026-08-31' };
  const body = { query: 'confirmations-for-draw', params, purpose: '八月确认入户抽查' };
  const { runId } = (await expectOk(officer('POST /v1/query-runs', { body }), 'query')).body as { runId: string };
  for (;;) {
    const { body: view } = await expectOk(officer(`GET /v1/query-runs/${runId}`), 'run');
    if (view.state !== 'running') return runId;
    await new Promise((done) => setTimeout(done, 50));
  }
}

describe('A draw over the whole host', () => {
  it('is frozen, given chance by two persons, made, and repeated by who has only the files', async () => {
    const [officer, colleague] = [await host.as('CC', 'cc-1'), await host.as('CC', 'cc-2')];
    const freeze = { body: { month: '2026-08', runId: await runOf(officer), beacon } };
    const frozen = (await expectOk(officer('POST /v1/draws', freeze), 'freeze')).body as DrawView;
    expect(frozen).toMatchObject({ drawId: '649900-DRAW-2026-08-1', state: 'frozen', cases: 2 });
    const at = `/v1/draws/${frozen.drawId}`;
    expect((await officer(`POST ${at}/beacon`, { body: { value: PUBLISHED } })).body.code).toBe('beacon-not-due');
    await host.at('2026-09-03');
    await expectOk(officer(`POST ${at}/beacon`, { body: { value: PUBLISHED } }), 'beacon');
    expect((await officer(`POST ${at}/seed`, { body: { value: PUBLISHED } })).body.code).toBe('same-person-approves');
    const drawn = (await expectOk(colleague(`POST ${at}/seed`, { body: { value: PUBLISHED } }), 'seed'))
      .body as DrawView;
    expect(drawn).toMatchObject({ state: 'drawn', checkpoint: expect.stringContaining(finance.name) });
    expect(confirmed).toContain(drawn.drawn?.random[0]);
    await host.at('2026-09-04');
    const { text, code } = await run([
      ...['draw', join(host.dir, 'objects/ledger/649900'), '--key', await logVerifierKey(host.ports, '649900')],
      ...['--witness', finance.verifierKey, '--beacon', `lottery/${beacon.round}=${PUBLISHED}`],
    ]);
    expect([code, text]).toEqual([0, expect.stringContaining('draws: 1')]);
  });
});
