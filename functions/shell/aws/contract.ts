import contract from '../../../schemas/generated/openapi.json' with { type: 'json' };
import { answer } from '../http.ts';
import { resultOf } from '../middleware/write-response.ts';

/** The generated contract, to anybody: it holds no data. */
export const handler = async (): Promise<ReturnType<typeof resultOf>> => resultOf(answer(200, contract));
