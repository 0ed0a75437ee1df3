import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as s3 from '../../functions/shell/aws/lean/s3.ts';
import { leanConfig } from './lean-cases.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await recordingServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
  server.replies.length = 0;
});

describe('objects without the SDK', () => {
  const client = () => s3.S3Client.call(undefined, leanConfig(server.endpoint));
  const of = { Bucket: 'sunlight-files', Key: 'lake/a b.parquet' };

  it('are put with a checksum of their content, never over another when asked so', async () => {
    await client().send(
      new s3.PutObjectCommand({ ...of, Body: Buffer.from('x'), ChecksumAlgorithm: 'SHA256', IfNoneMatch: '*' }),
    );
    expect(server.received[0]).toMatchObject({ method: 'PUT', path: '/lake/a%20b.parquet', body: 'x' });
    expect(server.received[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'x-amz-checksum-sha256': 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=',
    });
    server.replies.push({ status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' });
    await expect(client().send(new s3.PutObjectCommand({ ...of, Body: 'x' }))).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  it('are absent by name, for a reading with or without a body', async () => {
    server.replies.push({ status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }, { status: 404, body: '' });
    await expect(client().send(new s3.GetObjectCommand(of))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(client().send(new s3.HeadObjectCommand(of))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are listed page by page, with keys as they are', async () => {
    const xml =
      '<ListBucketResult><NextContinuationToken>a&amp;b=</NextContinuationToken>' +
      '<Contents><Key>lake/a&amp;b</Key></Contents><Contents><Key>lake/中文</Key></Contents></ListBucketResult>';
    server.replies.push({ status: 200, body: xml });
    expect(await client().send(new s3.ListObjectsV2Command({ Bucket: 'b', Prefix: 'lake/' }))).toEqual({
      Contents: [{ Key: 'lake/a&b' }, { Key: 'lake/中文' }],
      NextContinuationToken: 'a&b=',
    });
    expect(server.received[0]?.path).toBe('/?list-type=2&prefix=lake%2F');
  });
});
