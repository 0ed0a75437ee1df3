import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventPartition } from '../../functions/shell/keys.ts';
import { codeOf as codeOfPaper } from '../../functions/shell/paper-code.ts';
import { type ApiClient, expectOk } from '../../infra/local/api-client.ts';
import { application, familyOfThree } from '../applications.ts';
import { textOf, withoutSpaces } from '../documents/printed.ts';
import { emptyWorld } from '../world.ts';
import { codeOf, startWholeHost, type WholeHost } from './whole-host.ts';

let host: WholeHost;
let clerk: ApiClient;
let paper: string;

beforeAll(async () => {
  host = await startWholeHost({ startOn: '2026-08-03' });
  clerk = await host.as('TC', 't1-tc');
  const body = application(emptyWorld(), familyOfThree(0));
  const materials = [];
  for (const { item } of body['materials'] as { item: string }[])
    materials.push({ item, attachmentId: await host.upload(`${item} printed`) });
  const submitted = await expectOk(clerk('POST /v1/cases', { body: { ...body, materials } }), 'submit');
  paper = `/v1/cases/${submitted.body.caseId}/documents/W05-1`;
});
afterAll(() => host.stop());

const print = () => expectOk(clerk(`GET ${paper}/pdf`, { purpose: '当面送达' }), 'print');

describe('a paper printed over the local host', () => {
  it('is fetched as the PDF that was announced, with the words of the paper, once', async () => {
    const { body } = await print();
    const answer = await fetch(body.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(pdf.length).toBe(body.bytes);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(body.sha256);
    const read = await expectOk(clerk(`GET ${paper}`, { purpose: '当面送达' }), 'read');
    const text = withoutSpaces((await textOf(pdf)).join(''));
    for (const line of (read.body.text as string).split('\n')) expect(text).toContain(withoutSpaces(line));
    expect((await fetch(body.url)).status).toBe(404);
  });

  it('is the same object however often it is printed on a day, at an address that tells nothing', async () => {
    const [first, second] = [await print(), await print()];
    expect(second.body.sha256).toBe(first.body.sha256);
    expect(second.body.url).not.toBe(first.body.url);
    expect(second.body.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/local\/downloads\/[\w-]+$/);
    const kept = await host.ports.objects.list('papers/');
    expect(kept).toEqual([`papers/2026-08-03/${first.body.sha256}.pdf`]);
  });

  it('is verified by anybody without a token, by the code on it: the number, and the file by its hash', async () => {
    const { body } = await print();
    const [caseId = ''] = paper.split('/').slice(3);
    const code = await codeOfPaper(host.ports.keyring, { caseId, paperId: 'W05-1' });
    const ask = async (query: string) => {
      const answer = await fetch(`${host.ports.publicAddress?.()}${code}?${query}`);
      return { status: answer.status, robots: answer.headers.get('x-robots-tag'), body: await answer.json() };
    };
    const found = await ask(`sha256=${body.sha256}&number=${encodeURIComponent(body.number)}`);
    expect(found).toMatchObject({
      ...{ status: 200, robots: 'noindex, nofollow, noarchive' },
      body: { kind: 'W05', state: 'valid', numberMatches: true, fileMatches: true },
    });
    expect(await ask(`sha256=${'0'.repeat(64)}`)).toMatchObject({ body: { fileMatches: false } });
    const other = await fetch(
      `${host.ports.publicAddress?.()}${code.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))}`,
    );
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([404, 'paper-code-unknown']);
  });

  it('carries the seal of its issuer once one is registered, and says that it is only a picture', async () => {
    const county = await host.as('CC', 'cc-1');
    const second = await host.as('CC', 'cc-2');
    const seal = { orgCode: '649900101', attachmentId: 'att-00000000' };
    expect(codeOf(await county('POST /v1/seals', { body: seal }))).toBe('attachment-not-found');
    const body = { ...seal, attachmentId: await host.upload('seal of the first township') };
    const { sealId } = (await expectOk(county('POST /v1/seals', { body }), 'seal')).body as { sealId: string };
    await expectOk(second(`POST /v1/seals/${sealId}/approval`, { body: {} }), 'approval');
    const pdf = new Uint8Array(await (await fetch((await print()).body.url)).arrayBuffer());
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Subtype /Image');
    expect((await textOf(pdf)).join('')).toContain('不是法律意义上的可靠电子签章');
  });

  it('needs a purpose, and each printing is an entry of the access log', async () => {
    expect(codeOf(await clerk(`GET ${paper}/pdf`))).toBe('purpose-missing');
    const entries = async (): Promise<number> =>
      (await host.ports.store.partition(eventPartition('access', '649900101'))).items.length;
    const before = await entries();
    await print();
    expect(await entries()).toBe(before + 1);
  });
});
