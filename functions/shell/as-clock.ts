import type { Step } from '../core/step.ts';
import { CLOCK_CLIENT } from './authenticate.ts';
import type { Request } from './http.ts';
import type { Ports } from './ports.ts';
import { runStep } from './run-step.ts';

/** Runs a step as the clock. The key makes a repeated task harmless. Throws on a refusal. */
export async function asClock<I>(
  ports: Ports,
  step: Step<I, unknown>,
  of: { readonly countyCode: string; readonly input: I; readonly key: string },
): Promise<void> {
  const request: Request = {
    method: 'POST',
    path: step.route,
    params: {},
    query: {},
    headers: { 'idempotency-key': of.key },
    body: JSON.stringify(of.input),
    requestId: of.key,
    claims: {
      client_id: CLOCK_CLIENT,
      sub: 'clock',
      personId: 'clock',
      posts: [{ role: 'CLOCK', orgCode: of.countyCode }],
    },
  };
  const { status, body } = await runStep(step, request, ports);
  if (status >= 300) throw new Error(`${step.id} ${of.key}: ${body}`);
}
