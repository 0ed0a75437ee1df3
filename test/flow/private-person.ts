import { readFileSync } from 'node:fs';
import { scenarios } from '../../infra/local/scenario.ts';
import { residentId } from '../applications.ts';

/** A person whose every detail must stay sealed: what one case of the privacy test is about. */
export const privatePerson = {
  name: '测试绝密某',
  idNumber: residentId('19720310', 777),
  phone: '13987654321',
  account: '6217000123456789012',
  address: '演示县一镇绝密路七号',
} as const;

export const privateAgent = { name: '测试绝密代理', idNumber: residentId('19690412', 778) } as const;

/** A member of staff who may be reached and paid like the person above. */
export const privateStaff = {
  name: '测试绝密干部',
  idNumber: residentId('19750501', 779),
  phone: privatePerson.phone,
  account: privatePerson.account,
  address: privatePerson.address,
} as const;

const personalFields = new Set(['name', 'idNumber', 'ownerIdNumber', 'phone', 'account', 'address']);

function personalIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    typeof one === 'string' && personalFields.has(key) ? [one] : personalIn(one),
  );
}

const staff: unknown = JSON.parse(readFileSync(new URL('../../examples/county/staff.json', import.meta.url), 'utf8'));

/** Every name, number, phone, account and address that the examples and the private case hand in. */
export const secrets: readonly string[] = [
  ...new Set([
    ...scenarios().flatMap(({ acts }) => acts.flatMap(({ body }) => personalIn(body))),
    ...personalIn(staff),
    ...Object.values(privatePerson),
    ...Object.values(privateAgent),
    ...Object.values(privateStaff),
  ]),
];
