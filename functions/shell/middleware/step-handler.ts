import middy from '@middy/core';
import { Problem } from '../../core/problem.ts';
import { type ProblemCode, problems } from '../../core/problem-catalogue.ts';
import type { Step } from '../../core/step.ts';
import { mustTellTime } from '../clock-skew.ts';
import type { Response } from '../http.ts';
import type { Ports } from '../ports.ts';
import { runStep } from '../run-step.ts';
import { answerProblem } from './problem-response.ts';
import { readRequest, type requestOf, type Verdict } from './read-request.ts';
import { type ApiResult, writeResponse } from './write-response.ts';

/** An API Gateway event in, its result out; both hosts call it. */
export type StepHandler = (event: unknown, context: object) => Promise<ApiResult>;

const isProblem = (code: string): code is ProblemCode => code in problems;

/** A caller whom the authorizer could not make out gets its refusal here: HTTP API itself cannot word one. */
function admit({ refusal, expiresAt }: Verdict, now: string): void {
  if (refusal !== undefined) throw new Problem(isProblem(refusal) ? refusal : 'token-invalid');
  if (expiresAt !== undefined && expiresAt * 1_000 <= Date.parse(now)) throw new Problem('token-expired');
}

/**
 * The one stack around every step: the event becomes a request, the step runs, its response or problem becomes a result.
 * Ports are asked for on the first request; a failure to make them answers 500 and is tried again by the next request.
 */
export function stepHandler<I, R>(step: Step<I, R>, ports: () => Ports): StepHandler {
  const handle = middy<unknown, unknown>()
    .use(writeResponse())
    .use(answerProblem(step))
    .use(readRequest())
    .handler(async (event): Promise<Response> => {
      const { request, verdict, takenAt } = event as ReturnType<typeof requestOf>;
      const host = ports();
      if (takenAt !== undefined) mustTellTime(host.clock.now(), takenAt);
      admit(verdict, host.clock.now());
      return runStep(step, request, host);
    });
  return (event, context) => handle(event, context as Parameters<typeof handle>[1]) as Promise<ApiResult>;
}
