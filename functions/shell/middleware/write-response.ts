import type { MiddlewareObj } from '@middy/core';
import type { Response } from '../http.ts';

/** An answer as API Gateway wants it (payload 2.0). */
export interface ApiResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

export const resultOf = ({ status, headers, body }: Response): ApiResult => ({
  statusCode: status,
  headers,
  body,
  isBase64Encoded: false,
});

/** Turns the shell's response into API Gateway's, also one that stands for an error. */
export const writeResponse = (): MiddlewareObj<unknown, unknown> => {
  const write: NonNullable<MiddlewareObj<unknown, unknown>['after']> = (work) => {
    work.response = resultOf(work.response as Response);
  };
  return { after: write, onError: write };
};
