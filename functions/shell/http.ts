import { Problem } from '../core/problem.ts';
import { type ProblemCode, problems } from '../core/problem-catalogue.ts';
import { isStorageFull } from './storage-full.ts';

/** A request as both hosts hand it to the shell; header names in lower case. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
  readonly requestId: string;
  /** Claims of a verified token; what the authorizer answered. */
  readonly claims: unknown;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body's characters are bytes; otherwise it is text and goes out as UTF-8. */
  readonly encoding?: 'latin1';
}

/** A JSON answer. */
export const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

const reserved = ['type', 'title', 'titleZh', 'titleEn', 'status', 'code', 'todo', 'rule', 'requestId'];

/** A refusal as RFC 9457 `application/problem+json`, in Chinese and English, with what to do (design section 6). */
export function problemResponse(
  problem: { readonly code: ProblemCode; readonly detail: Readonly<Record<string, unknown>> },
  requestId: string,
): Response {
  const { status, zh, en, todo, rule } = problems[problem.code];
  const detail = Object.fromEntries(Object.entries(problem.detail).filter(([key]) => !reserved.includes(key)));
  const body = {
    type: `/problems/${problem.code}`,
    title: `${zh} ${en}`,
    titleZh: zh,
    titleEn: en,
    status,
    code: problem.code,
    todo,
    ...(rule ? { rule } : {}),
    requestId,
    ...(problem.detail['status'] === undefined ? detail : { ...detail, caseStatus: problem.detail['status'] }),
  };
  const retry = status === 503 || status === 429 ? { 'retry-after': '1' } : {};
  return {
    ...answer(status, body),
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retry },
  };
}

/** The refusal for anything thrown: a `Problem` as it is, the rest as a defect that tells nothing and says where to look. */
export function refusalOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'StoreBusy') return new Problem('too-busy', {}, { cause: error });
  if (name === 'BadCursor') return new Problem('cursor-invalid', {}, { cause: error });
  if (isStorageFull(error)) return new Problem('storage-full', {}, { cause: error });
  return new Problem('internal', {}, { cause: error });
}
