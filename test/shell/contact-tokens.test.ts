import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { contactTokenOf, contactTokens } from '../../functions/shell/contact-tokens.ts';
import { derivedKeyring } from '../../functions/shell/key-derivation.ts';
import { accountTokenOf } from '../../functions/shell/load-funds.ts';
import { AddressToken, PhoneToken } from '../../schemas/contact.ts';

const keyring = derivedKeyring(async () => new Uint8Array(32).fill(7));
const other = derivedKeyring(async () => new Uint8Array(32).fill(8));
const phone = (value: string, of = keyring) => contactTokenOf({ keyring: of }, { kind: 'phone', value });
const address = (value: string) => contactTokenOf({ keyring }, { kind: 'address', value });

describe('the token of a telephone, address or account', () => {
  it('is one, however the number or the address is spelt', async () => {
    const spellings = ['13900001234', '139-0000-1234', '+86-139-0000-1234', '8613900001234', '008613900001234'];
    expect(new Set(await Promise.all(spellings.map((one) => phone(one)))).size).toBe(1);
    const addresses = ['演示县一镇一村 1 号', '演示县一镇一村1号', '演示县、一镇，一村１号。'];
    expect(new Set(await Promise.all(addresses.map(address))).size).toBe(1);
  });

  it('is another for another number, also one that only begins like a country code', async () => {
    expect(await phone('13900001234')).not.toBe(await phone('13900001235'));
    expect(await phone('8613900')).not.toBe(await phone('13900'));
    expect(await address('演示县一镇一村1号')).not.toBe(await address('演示县一镇一村2号'));
  });

  it('cannot be found by trying numbers: without the key it is another, and it is no plain hash', async () => {
    const token = await phone('13900001234');
    expect(token).not.toBe(await phone('13900001234', other));
    expect(token).not.toContain(createHash('sha256').update('13900001234').digest('hex').slice(0, 16));
    expect([PhoneToken.safeParse(token).success, AddressToken.safeParse(await address('一村')).success]).toEqual([
      true,
      true,
    ]);
  });

  it('of an account is the one its payee has', async () => {
    const value = '6200000000000000001';
    const asked = { kind: 'account', value } as const;
    expect(await contactTokens({ keyring }, [asked])).toEqual({
      [`account ${value}`]: await accountTokenOf({ keyring }, value),
    });
  });
});
