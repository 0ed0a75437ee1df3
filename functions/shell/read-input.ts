import type * as z from 'zod';
import { Problem } from '../core/problem.ts';
import type { ProblemCode } from '../core/problem-catalogue.ts';
import type { Step } from '../core/step.ts';
import type { Request } from './http.ts';

const LARGEST_BODY = 256 * 1024;
/** Deeper than any schema goes, and shallow enough for everything that walks a body by recursion. */
const DEEPEST = 64;

/** The raw input of a request: the JSON body of a POST, else the query. */
export function rawInput(request: Request): unknown {
  if (request.method !== 'POST') return { ...request.query };
  const text = request.body ?? '';
  if (Buffer.byteLength(text) > LARGEST_BODY) throw new Problem('body-too-large');
  if (text.trim() === '') return {};
  return interoperable(parsedJson(text));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Problem('json-invalid', {}, { cause });
  }
}

/**
 * Refuses what JSON can spell and no store or hash can keep (I-JSON, RFC 7493): numbers beyond a double, halves of surrogate pairs,
 * nesting without end. Walks without recursion.
 */
function interoperable(body: unknown): unknown {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST || !level.every(isKeepable)) throw new Problem('json-invalid');
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value)] : [],
    );
  }
  return body;
}

const isKeepable = (value: unknown): boolean =>
  typeof value === 'string' ? value.isWellFormed() : typeof value !== 'number' || Number.isFinite(value);

/** Parses input by the step's schema; every fault is named with its place, the most telling one gives the code. */
export function parsedInput<I>(step: Step<I, unknown>, raw: unknown): I {
  const parsed = step.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const errors = issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: messageOf(issue) }));
  throw new Problem(codeOf(issues), { errors });
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? `未定义的字段 unknown field: ${issue.keys.join(', ')}` : issue.message;

const isResidentId = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && (issue.params as { code?: string } | undefined)?.code === 'resident-id-invalid';
const isDate = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_format' && (issue.format === 'date' || issue.format === 'datetime');

function codeOf(issues: readonly z.core.$ZodIssue[]): ProblemCode {
  if (issues.some((issue) => issue.code === 'unrecognized_keys')) return 'unknown-field';
  if (issues.some(isResidentId)) return 'resident-id-invalid';
  if (issues.some(isDate)) return 'date-invalid';
  return 'input-invalid';
}
