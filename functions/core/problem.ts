import { type ProblemCode, problems } from './problem-catalogue.ts';

/** An expected refusal (design decision 11). Anything else thrown is a defect and answers 500 with no detail. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(code: ProblemCode, detail: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(problems[code].en, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Refuses unless the condition holds: keeps guards in `decide` to one line each. */
export function must(
  condition: unknown,
  code: ProblemCode,
  detail: Readonly<Record<string, unknown>> = {},
): asserts condition {
  if (!condition) throw new Problem(code, detail);
}
