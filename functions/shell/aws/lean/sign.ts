import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** A request before it is signed. Header names in lower case; `path` is not encoded yet. */
export interface Outgoing {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export interface Signing {
  readonly credentials: Credentials;
  readonly service: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Uint8Array | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** RFC 3986: everything but unreserved characters. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
export const encodedPath = (path: string): string => path.split('/').map(encoded).join('/');

/** A query as it is signed and sent: encoded, sorted. */
export const queryText = (query: Outgoing['query']): string =>
  Object.entries(query)
    .map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
    .sort()
    .join('&');

const stampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
const scopeOf = ({ service, region, at }: Signing): string =>
  `${stampOf(at).slice(0, 8)}/${region}/${service}/aws4_request`;

function canonical(request: Outgoing, payload: string): { readonly text: string; readonly names: string } {
  const headers = Object.entries({ ...request.headers, host: request.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = headers.map(([name]) => name).join(';');
  const lines = headers.map(([name, value]) => `${name}:${value.trim().replace(/\s+/g, ' ')}\n`).join('');
  const { method, path, query } = request;
  return { text: [method, encodedPath(path), queryText(query), lines, names, payload].join('\n'), names };
}

function signatureOf(signing: Signing, canonicalText: string): string {
  const { credentials, service, region, at } = signing;
  const text = ['AWS4-HMAC-SHA256', stampOf(at), scopeOf(signing), sha256(canonicalText)].join('\n');
  const day = hmac(`AWS4${credentials.secretAccessKey}`, stampOf(at).slice(0, 8));
  const key = [region, service, 'aws4_request'].reduce((previous, part) => hmac(previous, part), day);
  return hmac(key, text).toString('hex');
}

/** The headers to send: what was given, date, token, and AWS Signature Version 4 over all of them and the body. */
export function signedHeaders(request: Outgoing, signing: Signing): Record<string, string> {
  const { accessKeyId, sessionToken } = signing.credentials;
  const payload = sha256(request.body);
  const headers = {
    ...request.headers,
    'x-amz-date': stampOf(signing.at),
    'x-amz-content-sha256': payload,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const { text, names } = canonical({ ...request, headers }, payload);
  const credential = `${accessKeyId}/${scopeOf(signing)}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signatureOf(signing, text)}`;
  return { ...headers, authorization };
}

/** An address that carries its own signature for so many seconds; the caller must send exactly `request.headers`. */
export function presignedUrl(request: Omit<Outgoing, 'body'>, signing: Signing, expiresIn: number): string {
  const { accessKeyId, sessionToken } = signing.credentials;
  const names = [...Object.keys(request.headers), 'host'].sort().join(';');
  const query = {
    ...request.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
    'X-Amz-Credential': `${accessKeyId}/${scopeOf(signing)}`,
    'X-Amz-Date': stampOf(signing.at),
    'X-Amz-Expires': String(expiresIn),
    ...(sessionToken && { 'X-Amz-Security-Token': sessionToken }),
    'X-Amz-SignedHeaders': names,
  };
  const { text } = canonical({ ...request, query, body: '' }, 'UNSIGNED-PAYLOAD');
  const all = { ...query, 'X-Amz-Signature': signatureOf(signing, text) };
  return `https://${request.host}${encodedPath(request.path)}?${queryText(all)}`;
}
