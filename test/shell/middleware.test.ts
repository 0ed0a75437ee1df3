import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../functions/core/step.ts';
import { requestOf } from '../../functions/shell/middleware/read-request.ts';
import { stepHandler } from '../../functions/shell/middleware/step-handler.ts';
import { steps } from '../../functions/steps.ts';

const event = {
  version: '2.0',
  rawPath: '/v1/cases/1/acceptance',
  headers: { 'Idempotency-Key': 'k1', 'IF-MATCH': '"3"', gone: undefined },
  pathParameters: { caseId: '1' },
  queryStringParameters: { after: 'x' },
  body: Buffer.from('{"名":1}').toString('base64'),
  isBase64Encoded: true,
  requestContext: { requestId: 'r-1', http: { method: 'POST' }, authorizer: { lambda: { claims: '{"sub":"a"}' } } },
};
const noPorts = (): never => {
  throw new Error('ports were asked for');
};
const anyStep = steps[0] as Step;

describe('an event of the gateway', () => {
  it('becomes the request the shell knows: header names in lower case, the body decoded, the claims read', () => {
    expect(requestOf(event).request).toEqual({
      method: 'POST',
      path: '/v1/cases/1/acceptance',
      params: { caseId: '1' },
      query: { after: 'x' },
      headers: { 'idempotency-key': 'k1', 'if-match': '"3"', gone: undefined },
      body: '{"名":1}',
      requestId: 'r-1',
      claims: { sub: 'a' },
    });
  });

  it('without a verdict has no claims, so that no step runs for it', () => {
    const { authorizer: _, ...requestContext } = event.requestContext;
    expect(requestOf({ ...event, requestContext })).toMatchObject({ request: { claims: undefined }, verdict: {} });
    expect(
      requestOf({ ...event, requestContext: { ...requestContext, authorizer: { lambda: null } } }).verdict,
    ).toEqual({});
  });
});

describe('the stack around a step', () => {
  it('answers a problem that tells nothing when the host has no ports, and again asks for them next time', async () => {
    let asked = 0;
    const handler = stepHandler(anyStep, () => {
      asked += 1;
      return noPorts();
    });
    for (let n = 0; n < 2; n += 1) {
      const result = await handler(event, {});
      expect(result).toMatchObject({ statusCode: 500, isBase64Encoded: false });
      expect(result.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(JSON.parse(result.body)).toMatchObject({ code: 'internal', requestId: 'r-1' });
      expect(result.body).not.toContain('ports were');
    }
    expect(asked).toBe(2);
  });

  it('answers a problem, not a crash, for an event of another form', async () => {
    const result = await stepHandler(anyStep, noPorts)({ requestContext: { requestId: 'r-2' } }, {});
    expect(JSON.parse(result.body)).toMatchObject({ code: 'internal', requestId: 'r-2' });
  });
});
