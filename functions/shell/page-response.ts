import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Problem } from '../core/problem.ts';
import { problems } from '../core/problem-catalogue.ts';
import { isOpen, type Step } from '../core/step.ts';
import { htmlPage, styleOf } from '../documents/html-page.ts';
import { answer, problemResponse, type Request, type Response } from './http.ts';

const styleHash = createHash('sha256').update(Buffer.from(styleOf(), 'utf8')).digest('base64');

/** No script, no frame, no foreign source, the one style by its hash; not for search engines, and no address told to other sites. */
const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** Public addresses are not for search engines, whatever form the answer has (rulebook 5). */
const unindexed = { 'x-robots-tag': 'noindex, nofollow, noarchive', 'x-content-type-options': 'nosniff' };

const wantsPage = ({ page }: Pick<Step<never, never>, 'page'>, { headers }: Request): boolean =>
  page !== undefined && (headers['accept'] ?? '').includes('text/html');

/** The answer of a step: as JSON, or as a page where a browser asks for one and the step has one. */
export function answerOf<I, R>(
  step: Step<I, R>,
  request: Request,
  of: { readonly reply: R; readonly headers?: Readonly<Record<string, string>> },
): Response {
  const open = isOpen(step) ? unindexed : {};
  if (step.page && wantsPage(step, request))
    return { status: 200, headers: { ...pageHeaders, ...open }, body: step.page(of.reply) };
  return answer(step.status ?? 200, of.reply, { ...of.headers, ...open });
}

/** A refusal: as a problem, or as a page that says in Chinese first what the matter is. */
export function refusalAnswer<I, R>(step: Step<I, R>, request: Request, problem: Problem): Response {
  const response = problemResponse(problem, request.requestId);
  const open = isOpen(step) ? unindexed : {};
  const headers = { ...response.headers, ...open };
  if (!wantsPage(step, request)) return { ...response, headers };
  const { zh, en, todo } = problems[problem.code];
  const body = htmlPage({ title: zh, blocks: [{ kind: 'text', lines: [todo, en] }] });
  return { ...response, headers: { ...headers, ...pageHeaders }, body };
}
