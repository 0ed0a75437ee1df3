import { readFileSync } from 'node:fs';
import type { Step } from '../../functions/core/step.ts';
import type { Random } from '../property/random.ts';
import {
  hostileBodies,
  hostileHeaders,
  hostileIdentifiers,
  hostileQueries,
  hostileTexts,
  hostileValues,
} from './hostile-values.ts';

/** One request as it goes on the wire: a body of bytes, header values that may repeat. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | undefined;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: { $ref: string } } } };
}

const contract = JSON.parse(readFileSync(new URL('../../schemas/generated/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples?: readonly Json[] }>> };
};

/** The example of an operation's body, as the contract gives it. */
export function exampleOf(step: Step): Json {
  const [verb = '', path = ''] = step.route.split(' ');
  const name = contract.paths[path]?.[verb.toLowerCase()]?.requestBody?.content['application/json'].schema.$ref
    .split('/')
    .at(-1);
  return (name === undefined ? undefined : contract.components.schemas[name]?.examples?.[0]) ?? {};
}

const keysOf = (value: Json): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The text of a value with one place in it replaced by something hostile, or with a hostile key beside the others. */
function spoiled(random: Random, value: Json): string {
  const keys = keysOf(value);
  const deeper = keys.length > 0 || (isList(value) && value.length > 0);
  if (!deeper || random.chance(0.15)) return random.pick(hostileValues);
  if (isList(value)) {
    const at = random.below(value.length);
    return `[${value.map((one, i) => (i === at ? spoiled(random, one) : JSON.stringify(one))).join(',')}]`;
  }
  const record = value as Readonly<Record<string, Json>>;
  const parts = keys.map((key) => [JSON.stringify(key), JSON.stringify(record[key])] as const);
  if (random.chance(0.15))
    return `{${[...parts.map((part) => part.join(':')), `${JSON.stringify(random.pick(hostileTexts))}:${random.pick(hostileValues)}`].join(',')}}`;
  const at = random.below(keys.length);
  return `{${parts
    .map(([key, text], i) => `${key}:${i === at ? spoiled(random, record[keys[i] ?? ''] ?? null) : text}`)
    .join(',')}}`;
}

function bodyOf(random: Random, step: Step): Buffer {
  const example = exampleOf(step);
  if (random.chance(0.25)) return Buffer.from(random.pick(hostileBodies));
  if (random.chance(0.1)) return Buffer.from(JSON.stringify(example));
  return Buffer.from(spoiled(random, example));
}

/** A request to a step that is wrong somewhere: in its body, path, query or headers. `real` gives numbers that exist. */
export function hostileRequest(
  random: Random,
  step: Step,
  real: { readonly token: string; readonly post: string; readonly ids: Readonly<Record<string, string>> },
): HostileRequest {
  const [method = '', route = ''] = step.route.split(' ');
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) =>
    random.chance(0.6) && real.ids[name] ? real.ids[name] : random.pick(hostileIdentifiers),
  );
  const query = random.chance(method === 'GET' ? 0.7 : 0.1) ? random.pick(hostileQueries) : '';
  return {
    method,
    path: path + query,
    headers: {
      authorization: `Bearer ${real.token}`,
      'sunlight-post': real.post,
      'idempotency-key': `hostile-${random.below(1e9)}`,
      'sunlight-purpose': 'test',
      'content-type': 'application/json',
      ...(random.chance(0.3) ? { 'if-match': '"1"' } : {}),
      ...(random.chance(0.25) ? random.pick(hostileHeaders) : {}),
    },
    body: method === 'POST' ? bodyOf(random, step) : undefined,
  };
}
