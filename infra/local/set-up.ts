import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { cn2026 } from '../../functions/law/calendar/cn-2026.ts';
import { readIfPresent, writeDurably } from '../../functions/shell/local/durable-file.ts';
import { type ApiClient, apiClient, expectOk } from './api-client.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/county/${name}.json`, import.meta.url), 'utf8')) as unknown;

interface Files {
  readonly delegations: readonly unknown[];
  readonly parameters: readonly unknown[];
  readonly policies: readonly unknown[];
  readonly staff: readonly unknown[];
}

/**
 * Plays examples/county through the API: the fictitious demonstration county (演示县) with its divisions, calendar, staff,
 * parameters and published policies (two persons each), delegations and alert recipients. Idempotent: the keys are fixed, so a half-done set-up goes on.
 */
export async function setUpDemonstrationCounty(url: string): Promise<void> {
  const county = { role: 'CC', orgCode: '649900' };
  const first = await apiClient(url, { personId: 'cc-1', ...county });
  const second = await apiClient(url, { personId: 'cc-2', ...county });
  const files: Files = {
    delegations: read('delegations') as unknown[],
    parameters: read('parameters') as unknown[],
    policies: read('policies') as unknown[],
    staff: read('staff') as unknown[],
  };
  await post(first, 'POST /v1/divisions', { body: read('divisions'), key: 'set-up-divisions' });
  await post(first, 'POST /v1/calendars', { body: cn2026, key: 'set-up-calendar-2026' });
  await post(first, 'POST /v1/alert-directory', { body: read('alert-directory'), key: 'set-up-alert-directory' });
  for (const [i, body] of files.staff.entries())
    await post(first, 'POST /v1/staff', { body, key: `set-up-staff-${i}` });
  for (const [i, body] of files.parameters.entries()) {
    const entered = await post(first, 'POST /v1/parameters', { body, key: `set-up-parameter-${i}` });
    const id = encodeURIComponent(String((entered.body as { id: string }).id));
    await post(second, `POST /v1/parameters/${id}/approval`, { body: {}, key: `set-up-approval-${i}` });
  }
  for (const [i, body] of files.delegations.entries())
    await post(first, 'POST /v1/delegations', { body, key: `set-up-delegation-${i}` });
  await publishPolicies({ first, second }, files.policies);
}

/** What the county says to the public about each program: entered by one person, published by another. */
async function publishPolicies(
  { first, second }: { readonly first: ApiClient; readonly second: ApiClient },
  policies: readonly unknown[],
): Promise<void> {
  for (const [i, body] of policies.entries()) {
    const entered = await post(first, 'POST /v1/policies', { body, key: `set-up-policy-${i}` });
    const id = encodeURIComponent((entered.body as { policyId: string }).policyId);
    await post(second, `POST /v1/policies/${id}/approval`, { body: {}, key: `set-up-policy-approval-${i}` });
  }
}

const post = (client: ApiClient, route: string, options: { readonly body: unknown; readonly key: string }) =>
  expectOk(client(route, options), route);

const Demonstration = z.strictObject({ wanted: z.boolean(), done: z.boolean() });

/**
 * Sets the demonstration county up in a folder that was begun with it, once; `empty` counts only for a new folder. A set-up that
 * a crash broke off is finished at the next start. Answers whether the folder has the county.
 */
export async function keepDemonstration(
  url: string,
  of: { readonly dataDir: string; readonly empty: boolean },
): Promise<boolean> {
  const path = join(of.dataDir, 'demonstration.json');
  const saved = await readIfPresent(path);
  const { wanted, done } = saved === null ? { wanted: !of.empty, done: false } : Demonstration.parse(JSON.parse(saved));
  if (saved === null) await writeDurably({ path, bytes: JSON.stringify({ wanted, done }) });
  if (wanted && !done) {
    await setUpDemonstrationCounty(url);
    await writeDurably({ path, bytes: JSON.stringify({ wanted, done: true }) });
  }
  return wanted;
}
