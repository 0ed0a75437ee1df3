import type { MiddlewareObj } from '@middy/core';
import * as z from 'zod';
import { logDefect } from '../defect.ts';
import { problemResponse, refusalOf } from '../http.ts';

const RequestId = z.object({
  request: z.object({ requestId: z.string() }).optional(),
  requestContext: z.object({ requestId: z.string() }).optional(),
});

const requestIdOf = (event: unknown): string => {
  const { data } = RequestId.safeParse(event);
  return data?.request?.requestId ?? data?.requestContext?.requestId ?? '';
};

/** Answers whatever is thrown outside the step as RFC 9457: a refusal as it is, anything else as a defect that tells nothing. */
export const answerProblem = (step: { readonly id: string }): MiddlewareObj<unknown, unknown> => ({
  onError: (work) => {
    const problem = refusalOf(work.error);
    const requestId = requestIdOf(work.event);
    if (problem.code === 'internal') logDefect(step.id, requestId, problem.cause);
    work.response = problemResponse(problem, requestId);
  },
});
