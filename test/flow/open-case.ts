import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import { application, familyOfThree } from '../applications.ts';
import { emptyWorld } from '../world.ts';

export interface Opening {
  readonly clerk: ApiClient;
  /** Keeps families apart. */
  readonly series: number;
  /** One file for all materials. */
  readonly attachmentId: string;
  readonly key?: string;
}

/** Submits and accepts the case of one family over HTTP and answers its number. */
export async function acceptedCase({ clerk, series, attachmentId, key = `open-${series}` }: Opening): Promise<string> {
  const form = application(emptyWorld(), familyOfThree(series));
  const materials = (form['materials'] as { item: string }[]).map(({ item }) => ({ item, attachmentId }));
  const submitted = await expectOk(clerk('POST /v1/cases', { body: { ...form, materials }, key }), 'submit');
  const { caseId } = submitted.body as { caseId: string };
  await expectOk(clerk(`POST /v1/cases/${caseId}/acceptance`, { key: `${key}-accept` }), 'accept');
  return caseId;
}
