import { describe, expect, it } from '@jest/globals';
import { callbackSender } from '../../functions/shell/callback-sender.ts';
import { pauseAfter } from '../../functions/shell/deliver-changes.ts';
import { isLoopbackAddress, isPublicAddress } from '../../functions/shell/public-address.ts';

describe('an address on the public network', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1'],
    ...['ff02::1', '2002:a00:1::1', 'not an address', ''],
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2400:3200::1', '::ffff:8.8.8.8'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it('knows the machine itself', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1'].map(isLoopbackAddress)).toEqual([true, true, true]);
    expect(['10.0.0.1', '8.8.8.8', 'localhost'].map(isLoopbackAddress)).toEqual([false, false, false]);
  });
});

describe('the sender of callbacks on AWS', () => {
  const sender = callbackSender({ loopback: false });

  it('calls nothing within, in whatever way it is written', async () => {
    const addresses = [
      ...['https://127.0.0.1/', 'http://127.0.0.1/', 'https://localhost/', 'https://2130706433/', 'https://0x7f.1/'],
      ...[
        'https://[::1]/',
        'https://[::ffff:7f00:1]/',
        'https://169.254.169.254/',
        'http://8.8.8.8/',
        'ftp://8.8.8.8/',
      ],
    ];
    for (const url of addresses) {
      expect([url, await sender.allows(url)]).toEqual([url, false]);
      expect(await sender.send({ url, headers: {}, body: '{}' })).toEqual({ failure: 'address-refused' });
    }
    expect(await sender.allows('https://8.8.8.8/')).toBe(true);
  });
});

describe('the pause after failures', () => {
  it('doubles from ten seconds up to an hour, so that a day takes about thirty attempts', () => {
    expect([1, 2, 3, 9, 10, 40].map(pauseAfter)).toEqual([10_000, 20_000, 40_000, 2_560_000, 3_600_000, 3_600_000]);
    let attempts = 0;
    for (let elapsed = 0; elapsed < 24 * 3_600_000; elapsed += pauseAfter(attempts)) attempts += 1;
    expect(attempts).toBe(32);
  });
});
