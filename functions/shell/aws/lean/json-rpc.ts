import * as z from 'zod';
import { type ClientConfig, hostOf, regionOf, send } from './send.ts';

export interface JsonService {
  /** As in the host name and the signature. */
  readonly service: string;
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
}

const Fault = z.looseObject({
  __type: z.string().optional(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** A refusal of the service as the SDK would throw it: the name is the kind, everything else of the body is kept. */
function faultOf(text: string, status: number): Error {
  const parsed = Fault.safeParse(jsonOr(text));
  const { __type = 'UnknownError', message, Message, ...rest } = parsed.success ? parsed.data : {};
  const name = __type.slice(__type.indexOf('#') + 1);
  return Object.assign(new Error(message ?? Message ?? `status ${status}`), {
    ...rest,
    name,
    $metadata: { httpStatusCode: status },
  });
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Calls one operation of a JSON service; binary fields are the caller's (base64). Throws an Error named as the service names it. */
export async function callJson(
  { service, target, version }: JsonService,
  config: ClientConfig,
  call: { readonly operation: string; readonly input: unknown },
): Promise<unknown> {
  const outgoing = {
    method: 'POST',
    host: hostOf(service, regionOf(config)),
    path: '/',
    query: {},
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': `${target}.${call.operation}` },
    body: JSON.stringify(call.input),
  };
  const answer = await send(outgoing, config, service);
  const text = answer.body.toString('utf8');
  if (answer.status !== 200) throw faultOf(text, answer.status);
  return text === '' ? {} : JSON.parse(text);
}
