import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';

/** Rows of the named query `case-timeline` over HTTP: sequence, kind of event and so on. */
export async function timeline(county: ApiClient, caseId: string): Promise<readonly (readonly unknown[])[]> {
  const body = { query: 'case-timeline', params: { case_id: caseId }, purpose: '演示抽查' };
  const { runId } = (await expectOk(county('POST /v1/query-runs', { body }), 'query')).body as { runId: string };
  for (;;) {
    const { body: run } = await expectOk(county(`GET /v1/query-runs/${runId}`), 'run');
    if (run.state === 'failed') throw new Error(JSON.stringify(run));
    if (run.state === 'succeeded') return run.rows ?? [];
    await new Promise((done) => setTimeout(done, 100));
  }
}
