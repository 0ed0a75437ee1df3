import { civilDateOf } from '../../functions/law/clock-face.ts';
import type { HistoryImport, ImportProgress } from '../../schemas/history-import.ts';
import { type ApiClient, apiClient, type CallOptions, expectOk, tokenClient } from '../local/api-client.ts';

/** Where and as whom an import is done: an officer of the county's civil affairs. */
export interface ImportHost {
  readonly url: string;
  readonly county: string;
  readonly person: string;
  /** Of any issuer the host trusts; the local host issues its own. */
  readonly token?: string | undefined;
}

export const officerClient = ({ url, county, person, token }: ImportHost): Promise<ApiClient> | ApiClient => {
  const caller = { personId: person, role: 'CC', orgCode: county, clientId: 'import' };
  return token === undefined ? apiClient(url, caller) : tokenClient(url, token, caller);
};

/** The civil day it is for the host: rows of later are refused. */
export async function hostDay(url: string): Promise<string> {
  const { now } = (await (await fetch(`${url}/v1/health`)).json()) as { now: string };
  return civilDateOf(now);
}

const PATIENCE = 8;
const pause = (attempt: number): Promise<void> => new Promise((done) => setTimeout(done, 250 * 2 ** attempt));

/** Calls until the host has time; throws with the whole refusal otherwise. */
export async function patiently(client: ApiClient, route: string, options: CallOptions = {}): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await client(route, options);
    if (attempt === PATIENCE || (reply.status !== 429 && reply.status !== 503))
      return (await expectOk(Promise.resolve(reply), route)).body;
    await pause(attempt);
  }
}

/** Every import the county has had. */
export async function importsOf(client: ApiClient, county: string): Promise<readonly HistoryImport[]> {
  const imports: HistoryImport[] = [];
  for (let next = ''; ; ) {
    const page = (await patiently(client, `GET /v1/imports?county=${county}&limit=100${next}`)) as {
      imports: HistoryImport[];
      next?: string;
    };
    imports.push(...page.imports);
    if (page.next === undefined) return imports;
    next = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Brings a recorded import to its end, also one that was broken off: every piece where queries read. */
export async function completed(client: ApiClient, importId: string): Promise<void> {
  for (;;) {
    const { state } = (await patiently(client, `POST /v1/imports/${importId}/completion`)) as ImportProgress;
    if (state === 'loaded') return;
  }
}
