import * as z from 'zod';
import type { LakeRow } from '../../../schemas/lake.ts';
import { plainCode } from '../lake-attributes.ts';
import { type SnapshotAt, snapshotColumns, type TableRow } from './table-row.ts';

const Post = z.object({ post: z.string(), orgCode: z.string() });
const Relative = z.object({ person: z.string(), relation: z.string(), since: z.string().optional() });

const Record = z.object({
  personId: z.string(),
  token: z.string(),
  posts: z.array(Post),
  relatives: z.array(Relative),
  activeFrom: z.string(),
  activeTo: z.string().optional(),
  helper: z.object({ providerId: z.string(), townships: z.array(z.string()) }).optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  account: z.string().optional(),
});
type Record = z.infer<typeof Record>;

/** What a registration says of a person, and what the register said before it. */
export const Registered = z.object({
  record: Record,
  before: z.object({ posts: z.array(Post), relatives: z.array(Relative) }).optional(),
});
type Registered = z.infer<typeof Registered>;

/** Which level an organisation is of, by the length of its code: 4 a city, 6 a county, 9 a township, 12 a village. */
const levels: Readonly<{ [length: number]: string }> = {
  2: 'region',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
};

const place = (orgCode: string): LakeRow => ({
  org_level: levels[orgCode.length] ?? null,
  org_code: plainCode(orgCode),
  township_code: /^\d{9}/.exec(plainCode(orgCode) ?? '')?.[0] ?? null,
  village_code: /^\d{12}$/.exec(plainCode(orgCode) ?? '')?.[0] ?? null,
});

const postsOf = ({ posts, helper }: Record): readonly LakeRow[] => [
  ...posts.map(({ post, orgCode }) => ({ role: post, ...place(orgCode) })),
  ...(helper?.townships ?? []).map((townshipCode) => ({
    role: 'helper',
    org_level: 'provider',
    org_code: plainCode(helper?.providerId),
    township_code: plainCode(townshipCode),
    village_code: null,
  })),
];

/** Posts the register no longer names end on the day it was told, or the day the record gives. */
const gone = ({ record, before }: Registered): readonly LakeRow[] =>
  (before?.posts ?? [])
    .filter(({ post, orgCode }) => !record.posts.some((one) => one.post === post && one.orgCode === orgCode))
    .map(({ post, orgCode }) => ({ role: post, ...place(orgCode) }));

function staffRows(told: Registered, at: SnapshotAt): readonly LakeRow[] {
  const { record } = told;
  const person = {
    staff_id: plainCode(record.personId),
    person_id: plainCode(record.token),
    phone_token: plainCode(record.phone),
    address_token: plainCode(record.address),
    account_token: plainCode(record.account),
    active_from: record.activeFrom,
  };
  return [
    ...postsOf(record).map((post) => ({ ...person, ...post, active_to: record.activeTo ?? null })),
    ...gone(told).map((post) => ({ ...person, ...post, active_to: record.activeTo ?? at.asOfOn })),
  ];
}

/** Relations that are new to the register since this day, and those it no longer names. */
function kinRows({ record, before }: Registered, { asOfOn }: SnapshotAt): readonly LakeRow[] {
  const known = before?.relatives ?? [];
  const has = (list: readonly z.infer<typeof Relative>[], { person, relation }: z.infer<typeof Relative>): boolean =>
    list.some((one) => one.person === person && one.relation === relation);
  const pair = { person_a: plainCode(record.token), source: 'register' };
  const row = (one: z.infer<typeof Relative>): LakeRow => ({
    ...pair,
    person_b: plainCode(one.person),
    relation: one.relation,
    valid_from: one.since ?? null,
  });
  return [
    ...record.relatives.filter((one) => !has(known, one)).map(row),
    ...known.filter((one) => !has(record.relatives, one)).map((one) => ({ ...row(one), valid_to: asOfOn })),
  ];
}

/** Rows of `staff` and `kinship` that a registration in a county's register gives. */
export const registeredRows = (told: Registered, at: SnapshotAt): readonly TableRow[] => [
  ...staffRows(told, at).map((row): TableRow => ['staff', { ...row, ...snapshotColumns(at) }]),
  ...kinRows(told, at).map((row): TableRow => ['kinship', { ...row, ...snapshotColumns(at) }]),
];
