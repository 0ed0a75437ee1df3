import { createHash } from 'node:crypto';
import { type Command, commandNamed, operationOf } from './command.ts';
import { type Answer, type ClientConfig, credentialsOf, hostOf, regionOf, send } from './send.ts';
import { type Outgoing, presignedUrl } from './sign.ts';

/** The part of `@aws-sdk/client-s3` and of its presigner that the object store uses. */
export const GetObjectCommand = commandNamed('GetObject');
export const HeadObjectCommand = commandNamed('HeadObject');
export const ListObjectsV2Command = commandNamed('ListObjectsV2');
export const PutObjectCommand = commandNamed('PutObject');

interface Input {
  readonly Bucket: string;
  readonly Key?: string;
  readonly Body?: Uint8Array | string;
  readonly ContentType?: string;
  readonly ContentLength?: number;
  readonly IfNoneMatch?: string;
  readonly ChecksumSHA256?: string;
  readonly ChecksumAlgorithm?: 'SHA256';
  readonly ChecksumMode?: 'ENABLED';
  readonly Prefix?: string;
  readonly ContinuationToken?: string;
}

const methods: Readonly<Record<string, string>> = { PutObject: 'PUT', HeadObject: 'HEAD' };
const present = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((one): one is [string, string] => one[1] !== undefined));

const checksumOf = ({ Body, ChecksumSHA256, ChecksumAlgorithm }: Input): string | undefined =>
  ChecksumSHA256 ??
  (ChecksumAlgorithm && Body !== undefined ? createHash('sha256').update(Body).digest('base64') : undefined);

function outgoingOf(operation: string, input: Input, config: ClientConfig): Outgoing {
  const list = operation === 'ListObjectsV2';
  return {
    method: methods[operation] ?? 'GET',
    host: `${input.Bucket}.${hostOf('s3', regionOf(config))}`,
    path: `/${input.Key ?? ''}`,
    query: list
      ? present({ 'list-type': '2', prefix: input.Prefix, 'continuation-token': input.ContinuationToken })
      : {},
    headers: present({
      'content-type': input.ContentType,
      'if-none-match': input.IfNoneMatch,
      'x-amz-checksum-sha256': checksumOf(input),
      'x-amz-checksum-mode': input.ChecksumMode,
    }),
    body: input.Body ?? '',
  };
}

const names: Readonly<Record<number, string>> = { 404: 'NotFound', 412: 'PreconditionFailed' };
const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
  );
const tag = (xml: string, name: string): string | undefined => {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

function checked(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  const text = answer.body.toString('utf8');
  const name = tag(text, 'Code') ?? names[answer.status] ?? 'S3Error';
  throw Object.assign(new Error(tag(text, 'Message') ?? `status ${answer.status}`), { name });
}

function outputOf(operation: string, { headers, body }: Answer): Record<string, unknown> {
  if (operation === 'GetObject') return { Body: { transformToByteArray: async () => new Uint8Array(body) } };
  if (operation === 'HeadObject')
    return { ChecksumSHA256: headers['x-amz-checksum-sha256'], ChecksumType: headers['x-amz-checksum-type'] };
  if (operation !== 'ListObjectsV2') return {};
  const xml = body.toString('utf8');
  const Contents = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => ({ Key: unescaped(key ?? '') }));
  return { Contents, NextContinuationToken: tag(xml, 'NextContinuationToken') };
}

export function S3Client(this: unknown, config: ClientConfig) {
  return {
    config,
    async send(command: object): Promise<Record<string, unknown>> {
      const operation = operationOf(command);
      const outgoing = outgoingOf(operation, (command as Command).input as unknown as Input, config);
      return outputOf(operation, checked(await send(outgoing, config, 's3')));
    },
  };
}

/** In the place of `@aws-sdk/s3-request-presigner`: an address whose length, kind and checksum S3 insists on. */
export async function getSignedUrl(
  client: { readonly config: ClientConfig },
  command: object,
  options: { readonly signingDate?: Date; readonly expiresIn?: number; readonly signableHeaders?: ReadonlySet<string> },
): Promise<string> {
  const { config } = client;
  const operation = operationOf(command);
  const input = (command as Command).input as unknown as Input;
  const { body: _body, ...outgoing } = outgoingOf(operation, input, config);
  const length = input.ContentLength === undefined ? {} : { 'content-length': String(input.ContentLength) };
  const signing = {
    credentials: credentialsOf(config),
    service: 's3',
    region: regionOf(config),
    at: (options.signingDate ?? new Date()).getTime(),
  };
  const request = {
    ...outgoing,
    headers: { ...outgoing.headers, ...length },
    query: { ...outgoing.query, 'x-id': operation },
  };
  return presignedUrl(request, signing, options.expiresIn ?? 900);
}
