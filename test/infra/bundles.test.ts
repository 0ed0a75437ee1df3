import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bundle, buildLambdas, bundleFolder, rebuildLambdas } from '../../infra/aws/build.ts';
import { httpSteps, lambdaSources, root } from '../../infra/aws/lambdas.ts';
import { layerFolder } from '../../infra/aws/sdk-layer.ts';
import { extent } from '../property/extent.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';

const LARGEST = 500 * 1_000;
/** The docket seals and compacts the day, redrive brings lost days back: they carry what writes and reads Parquet; nobody waits for their cold start. */
const KEEPERS = ['supervision.run-docket-task', 'supervision.redrive-events'];
const LARGEST_KEEPER = 680 * 1024;
/** The library of queries with its texts, and what writes workbooks: supervisors wait for a run anyway. */
const LIBRARY = ['supervision.run-query', 'supervision.export-query-run'];
const LARGEST_LIBRARY = 560 * 1_000;
const limitOf = (id: string): number => {
  if (KEEPERS.includes(id)) return LARGEST_KEEPER;
  return LIBRARY.includes(id) ? LARGEST_LIBRARY : LARGEST;
};

/** Built with every run; of the others one in twelve, and all of them with the long proofs. */
const named = [
  ...KEEPERS,
  ...LIBRARY,
  'supervision.read-case',
  'supervision.print-report',
  'review.decide-case',
  'supervision.read-archive',
];

let bundles: readonly Bundle[] = [];
let engine: TestEngine;
beforeAll(async () => {
  const ids = lambdaSources().map(({ id }) => id);
  bundles = await buildLambdas((id) => extent.whole || named.includes(id) || ids.indexOf(id) % 12 === 0);
  // Within Lambda there is no package.json above; here the project's own says that files are modules.
  writeFileSync(join(root, 'build', 'lambda', 'package.json'), '{"type":"commonjs"}\n');
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const run = promisify(execFile);
/** Runs a script in a fresh Node with nothing but the environment given and the layer on its path, as Lambda has it; answers what it wrote, as JSON. */
async function inNode(script: string, env: Readonly<Record<string, string>>): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['-e', script], {
    env: { NODE_PATH: join(layerFolder, 'nodejs', 'node_modules'), ...env },
  });
  return JSON.parse(stdout);
}

const claims = {
  client_id: 'portal',
  sub: 'tc-1',
  personId: 'p-clerk',
  posts: [{ role: 'TC', orgCode: '649900101' }],
};
const eventWith = (verdict: Readonly<Record<string, unknown>>) => ({
  rawPath: '/v1/cases/649900101DB2026000001',
  headers: { 'X-Test': 'yes' },
  pathParameters: { caseId: '649900101DB2026000001' },
  requestContext: { requestId: 'r-1', http: { method: 'GET' }, authorizer: { lambda: verdict } },
});

/** Calls the bundle of a step with an event, as Lambda does, on the engine of this test. */
async function called(id: string, event: unknown): Promise<{ statusCode: number; code: string; requestId: string }> {
  const script = `require(${JSON.stringify(join(bundleFolder(id), 'index.js'))})
    .handler(${JSON.stringify(event)}, {})
    .then((one) => { process.stdout.write(JSON.stringify({ ...JSON.parse(one.body), ...one })); process.exit(0); })`;
  const env = { SUNLIGHT_BUCKET: 'b', SUNLIGHT_TABLE: engine.tableName, LOCAL_DYNAMODB_ENDPOINT: engine.endpoint };
  return (await inNode(script, env)) as Awaited<ReturnType<typeof called>>;
}

describe('bundles', () => {
  it('exist for every step and stay within 500 KB each', () => {
    const ids = lambdaSources().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(httpSteps.map(({ id }) => id)));
    expect(bundles.length).toBeGreaterThan(extent.whole ? ids.length - 1 : 15);
    const largest = [...bundles].sort((a, b) => b.bytes - a.bytes)[0];
    process.stdout.write(`largest bundle: ${largest?.id} ${largest?.bytes} bytes of ${LARGEST}\n`);
    expect(bundles.filter(({ id, bytes }) => bytes > limitOf(id))).toEqual([]);
  });

  it('come out the same from the same sources', async () => {
    const some = bundles.slice(0, 16);
    const again = mkdtempSync(join(tmpdir(), 'sunlight-bundles-'));
    try {
      const ids = some.map(({ id }) => id);
      expect(await rebuildLambdas(ids, again)).toEqual(some);
      // By text: Jest compares buffers byte by byte, which costs more than the building.
      const textOf = (folder: string) => readFileSync(join(folder, 'index.js'), 'utf8');
      expect(ids.filter((id) => textOf(join(again, id)) !== textOf(bundleFolder(id)))).toEqual([]);
    } finally {
      rmSync(again, { recursive: true });
    }
  });

  it('load with an empty environment and offer a handler', async () => {
    const files = bundles.map(({ id }) => join(bundleFolder(id), 'index.js'));
    const script = `process.stdout.write(JSON.stringify(${JSON.stringify(files)}.map((f) => typeof require(f).handler)))`;
    expect(new Set((await inNode(script, {})) as string[])).toEqual(new Set(['function']));
  });

  it('answer a request from the engine with the SDK of the layer', async () => {
    const answer = await called('supervision.read-case', eventWith({ claims: JSON.stringify(claims) }));
    expect(answer).toMatchObject({ statusCode: 404, code: 'case-not-found', requestId: 'r-1' });
  });

  it('answer whom the authorizer could not make out, and nobody else runs', async () => {
    const refused = await called('supervision.read-case', eventWith({ refusal: 'token-expired' }));
    expect(refused).toMatchObject({ statusCode: 401, code: 'token-expired' });
    const outlived = await called('supervision.read-case', eventWith({ claims: JSON.stringify(claims), expiresAt: 1 }));
    expect(outlived).toMatchObject({ statusCode: 401, code: 'token-expired' });
    expect(await called('supervision.read-case', eventWith({}))).toMatchObject({
      statusCode: 401,
      code: 'token-missing',
    });
  });
});
