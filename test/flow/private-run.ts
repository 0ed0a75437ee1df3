import { randomUUID } from 'node:crypto';
import { type ApiClient, apiClient, type CallOptions, expectOk, type Reply } from '../../infra/local/api-client.ts';
import { exampleJpeg } from '../../infra/local/example-file.ts';
import { startHost } from '../../infra/local/host.ts';
import { playExamples } from '../../infra/local/play-examples.ts';
import { setUpDemonstrationCounty } from '../../infra/local/set-up.ts';
import { privateAgent, privatePerson, privateStaff } from './private-person.ts';

/**
 * A process of its own: the whole host, every example, one more case with all that can be private in it, and every careless place
 * a caller could write a number into. What it prints is the host's log and the codes of the careless calls; the test looks for leaks.
 */
const dataDir = process.argv[2] ?? '';
const host = await startHost({ dataDir, port: 0, system: () => Date.parse('2026-07-01T09:00:00+08:00') });
const { url } = host;
const { idNumber, phone, account } = privatePerson;

const as = (role: string, personId: string, orgCode: string, act?: string): Promise<ApiClient> =>
  apiClient(url, { personId, role, orgCode, clientId: 'test-portal', ...(act ? { act } : {}) });

async function upload(clerk: ApiClient, name: string): Promise<string> {
  const file = exampleJpeg(name);
  const body = {
    countyCode: '649900',
    size: file.bytes.length,
    contentType: 'image/jpeg',
    sha256: file.sha256,
    purpose: 'evidence',
  };
  const { body: registered } = await expectOk(clerk('POST /v1/attachments', { body }), name);
  const { attachmentId, upload: to } = registered as {
    attachmentId: string;
    upload: { url: string; headers: Record<string, string> };
  };
  await fetch(to.url, { method: 'PUT', headers: to.headers, body: new Uint8Array(file.bytes) });
  return attachmentId;
}

async function application(clerk: ApiClient): Promise<Record<string, unknown>> {
  const materials = [];
  for (const item of ['application-form', 'promise', 'consent'])
    materials.push({ item, attachmentId: await upload(clerk, `${item} private`) });
  return {
    program: 'DB_URBAN',
    townshipCode: '649900101',
    villageCode: '649900101201',
    channel: 'government-portal',
    urbanRural: 'urban',
    members: [
      {
        name: privatePerson.name,
        idNumber,
        phone,
        relation: '01',
        birthOn: '1972-03-10',
        sex: '1',
        hukou: { countyCode: '649900', townshipCode: '649900101' },
        labourAbility: '3',
        income: [],
      },
    ],
    property: [],
    materials,
    account,
    address: privatePerson.address,
    agent: { ...privateAgent, relation: 'neighbour', mandate: await upload(clerk, 'mandate private') },
    electronicService: true,
  };
}

const told: string[] = [];
const tell = (what: string, { status, body }: Reply): void => {
  told.push(`${what}: ${status} ${(body as { code?: string }).code ?? 'ok'}`);
};

/** Callers who write numbers where none belong: each call is either refused or keeps nothing of it. */
async function careless(form: Record<string, unknown>): Promise<void> {
  const clerk = await as('TC', 't1-tc', '649900101');
  const village = await as('VC', 't1-vc', '649900101201');
  const county = await as('CC', 'cc-1', '649900');
  const call = async (what: string, client: ApiClient, route: string, options: CallOptions = {}): Promise<Reply> => {
    const reply = await client(route, { key: randomUUID(), ...options });
    tell(what, reply);
    return reply;
  };
  await call('external number', clerk, 'POST /v1/cases', { body: { ...form, externalNo: idNumber } });
  await call('key', clerk, 'POST /v1/cases', { body: form, key: `portal-${idNumber}` });
  const { body } = await call('submit', clerk, 'POST /v1/cases', { body: form });
  const { caseId } = body as { caseId: string };
  await expectOk(clerk(`POST /v1/cases/${caseId}/acceptance`), 'accept');
  await call('refused path', village, `POST /v1/cases/${idNumber}/decision`);
  await call('refused case', village, `POST /v1/cases/${caseId}/decision`, { body: { reasons: [idNumber] } });
  await call('read path', clerk, `GET /v1/cases/${idNumber}`);
  await call('unknown route', clerk, `GET /v1/${idNumber}?phone=${phone}`);
  await call('list query', clerk, `GET /v1/cases?cursor=${idNumber}`);
  await call('complaint', clerk, `POST /v1/cases/${caseId}/complaints`, {
    body: { channel: 'phone', content: `来电人 ${phone} 反映` },
  });
  await call('withdrawal', clerk, `POST /v1/cases/${caseId}/withdrawal`, {
    body: { reason: `本人${idNumber}要求`, statement: await upload(clerk, 'statement private') },
  });
  await call('search', clerk, 'POST /v1/case-searches', { body: { idNumber }, purpose: '窗口查询' });
  await call('search purpose', clerk, 'POST /v1/case-searches', { body: { idNumber }, purpose: `查${idNumber}` });
  await call('paper', clerk, `GET /v1/cases/${caseId}/documents/W05-1`, { purpose: '打印回执' });
  await call('paper purpose', clerk, `GET /v1/cases/${caseId}/documents/W05-1`, { purpose: `${phone}来电` });
  const params = { county: '649900', from_on: '2026-07-01', to_on: '2026-12-31' };
  const query = { query: 'overdue-by-township', params, purpose: '年度检查' };
  await call('query', county, 'POST /v1/query-runs', { body: query });
  await call('query purpose', county, 'POST /v1/query-runs', { body: { ...query, purpose: `查${account}的户` } });
  await call('unknown field', clerk, 'POST /v1/cases', { body: { ...form, [idNumber]: phone } });
  const { body: granted } = await county('GET /v1/delegations');
  const [delegation] = (granted as { delegations: { delegationId: string }[] }).delegations;
  const revocation = `POST /v1/delegations/${encodeURIComponent(delegation?.delegationId ?? '')}/revocation`;
  await call('revocation', county, revocation, { body: { reason: `身份证${idNumber}` } });
  const token = await fetch(`${url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({ personId: idNumber, posts: [{ role: 'AP', orgCode: '' }] }),
  });
  tell('token', { status: token.status, body: await token.json(), etag: undefined });
  const minted = await host.tokens.issue(
    { personId: idNumber, posts: [{ role: 'AP', orgCode: '' }], clientId: 'test-portal', minutes: 5 },
    host.ports.clock.now(),
  );
  const own = await fetch(`${url}/v1/cases/${caseId}`, { headers: { authorization: `Bearer ${minted}` } });
  tell('token of an identity number', { status: own.status, body: await own.json(), etag: undefined });
}

await setUpDemonstrationCounty(url);
// Dockets wait until all is played: then they catch up in one day, with true dates.
host.dockets.pause(true);
const officer = await as('CC', 'cc-1', '649900');
const staff = {
  ...privateStaff,
  personId: 't1-private',
  activeFrom: '2026-01-01',
  relatives: [{ idNumber, relation: 'sibling' }],
};
const posts = [{ post: 'TC', orgCode: '649900101' }];
await expectOk(officer('POST /v1/staff', { body: { ...staff, posts }, key: randomUUID() }), 'register staff');
await playExamples(url, () => undefined);
await careless(await application(await as('TC', 't1-tc', '649900101')));
host.dockets.pause(false);
await host.dockets.moveTo(new Date(Date.parse(host.ports.clock.now()) + 26 * 3_600_000).toISOString());
await host.record();
process.stdout.write(`${JSON.stringify({ told })}\n`);
await new Promise((done) => process.stdin.once('data', done));
await host.stop();
process.exit(0);
