import type { Change } from '../../functions/shell/aws/stream-change.ts';
import { eventKey, partitionOf } from '../../functions/shell/keys.ts';
import type { CaseHead } from '../../schemas/case.ts';
import type { Trail, TrailMember } from '../../schemas/trail.ts';
import { caseIdOf, change, eventChange, eventOf, headChange, headOf } from './lake-for-tests.ts';

/** Tokens of persons, telephones, addresses and accounts, by number. */
export const person = (n: number): string => `t_${String(n).padStart(32, '0')}`;
const phone = (n: number): string => `ph_${String(n).padStart(32, '0')}`;
const address = (n: number): string => `ad_${String(n).padStart(32, '0')}`;
export const account = (n: number): string => `a_${String(n).padStart(32, '0')}`;
const township = '649900101';
const at = (on: string): string => `${on}T02:00:00.000Z`;

const member = (n: number, more: Partial<TrailMember> = {}): TrailMember => ({
  person: person(n),
  relation: n % 10 === 1 ? '01' : '10',
  birthYear: 1970,
  ...more,
});

interface Made {
  readonly appliedOn?: string;
  readonly head?: Partial<CaseHead>;
  readonly trail?: Partial<Trail>;
}

/** A case as the stream tells it: its application, its head as it stands, and its trail. */
function made(serial: number, { appliedOn = '2026-08-03', head = {}, trail = {} }: Made): readonly Change[] {
  const caseId = caseIdOf(serial);
  const base: Trail = {
    townshipCode: township,
    villageCode: `${township}201`,
    members: [member(10 * serial + 1)],
    hits: [],
    objections: [],
    cycles: [],
  };
  const applied = { caseId, seq: 1, type: 'application-submitted', at: at(appliedOn) };
  return [
    eventChange({ ...applied, data: { submittedAt: at(appliedOn) } }),
    headChange(headOf(caseId, head), 2),
    change('INSERT', { pk: partitionOf('case', caseId), sk: 'TRAIL' }, { record: { ...base, ...trail }, version: 2 }),
  ];
}

const confirmed = (on: string, amountFen = 66_000): Partial<CaseHead> => ({
  status: 'active',
  reviewer: 't1-tr',
  decision: {
    result: 'confirmed',
    on,
    by: 't1-td',
    amountFen,
    firstMonth: '2026-09',
    lawPack: 'RP-2026B',
    calendar: 'cn-2026',
  },
});

/** Another event of a case. */
const acted = (serial: number, type: string, on: string, data: object): Change =>
  eventChange({ caseId: caseIdOf(serial), seq: 5, type, at: at(on), data: { on, ...data } });

/** An event of a subject that is no case. */
function told(
  kind: 'county' | 'roster',
  id: string,
  event: { seq: number; type: string; on: string; data: object },
): Change {
  const { seq, type, on, data } = event;
  const record = eventOf({
    caseId: caseIdOf(1),
    seq,
    type,
    at: at(on),
    data: { ...data },
    subjectKind: kind,
    subjectId: id,
  });
  return change('INSERT', eventKey(kind, id, seq), { record, version: seq });
}

const registered = (seq: number, personId: string, more: object): Change => {
  const record = {
    personId,
    posts: [{ post: 'TC', orgCode: township }],
    relatives: [],
    activeFrom: '2026-01-01',
    ...more,
  };
  return told('county', '649900', { seq, type: 'staff-registered', on: '2026-01-05', data: { record } });
};

const paid = (
  seq: number,
  on: string,
  receipts: readonly (readonly [serial: number, amountFen: number, account: number])[],
) =>
  told('roster', '649900-DB_URBAN-2026-10', {
    seq,
    type: 'receipts-recorded',
    on,
    data: {
      rosterId: '649900-DB_URBAN-2026-10',
      month: '2026-10',
      receipts: receipts.map(([serial, amountFen, n]) => ({
        caseId: caseIdOf(serial),
        result: 'paid',
        paidOn: on,
        amountFen,
        account: account(n),
        townshipCode: township,
      })),
    },
  });

const register = (): readonly Change[] => [
  registered(1, 't1-tc', { token: person(1), phone: phone(1), address: address(1), account: account(1) }),
  registered(2, 't1-ts1', {
    token: person(2),
    relatives: [{ person: person(61), relation: 'child', since: '2026-01-05' }],
  }),
  // Who left before anybody applied is nobody’s relative any more.
  registered(3, 't1-old', {
    token: person(3),
    activeTo: '2026-06-30',
    phone: phone(9),
    relatives: [{ person: person(11), relation: 'child' }],
  }),
  told('county', '649900', {
    seq: 4,
    type: 'divisions-registered',
    on: '2026-01-06',
    data: {
      divisions: {
        townships: [
          { code: township, villages: [{ code: `${township}201`, registeredHouseholds: 812, povertyRate: 0.031 }] },
        ],
      },
    },
  }),
];

const hit = { person: person(31), hit: 'deposit', origin: 'bank', returnedAt: at('2026-08-10') } as const;

/** A county in which every query about people and money has something to find, and something beside it that it must not. */
export const suspectCounty = (): readonly Change[] => [
  ...register(),
  // 1: paid as decided, to an account of its own; its telephone is that of who left the staff and of nobody else.
  ...made(1, { head: confirmed('2026-08-25'), trail: { members: [member(11, { phone: phone(8) })] } }),
  acted(1, 'case-decided', '2026-08-25', { result: 'confirmed', amountFen: 66_000, firstMonth: '2026-09' }),
  // 2: reduced, but paid as before; its telephone and account are those of a clerk.
  ...made(2, {
    head: confirmed('2026-08-25'),
    trail: { members: [member(21, { phone: phone(1) })], address: address(2) },
  }),
  acted(2, 'adjustment-decided', '2026-09-20', { result: 'reduce', amountFen: 20_000, fromMonth: '2026-10' }),
  // 3: confirmed with a hit that nobody dealt with, and one that was refuted.
  ...made(3, {
    head: confirmed('2026-08-25'),
    trail: {
      members: [member(31)],
      hits: [hit, { ...hit, origin: 'tax', resolution: 'refuted', resolvedAt: at('2026-08-20') }],
    },
  }),
  acted(3, 'case-decided', '2026-08-25', { result: 'confirmed', amountFen: 66_000, firstMonth: '2026-09' }),
  // 4 and 5: the same people under two numbers; the second was split from the first.
  ...made(4, { trail: { members: [member(41), member(42, { leftOn: '2026-08-20' })] } }),
  ...made(5, {
    appliedOn: '2026-09-10',
    trail: { members: [member(42)], split: { from: `H-${caseIdOf(4)}`, on: '2026-08-20' } },
  }),
  // 6: a child of a surveyor, not filed; 7 applied with one of 6 in another composition.
  ...made(6, { head: confirmed('2026-08-25'), trail: { members: [member(61), member(62)], address: address(1) } }),
  ...made(7, { appliedOn: '2026-10-01', head: { relativeFiled: true }, trail: { members: [member(61)] } }),
  // 8: a member died in August and nothing was decided; 9: decided in time.
  ...made(8, { head: confirmed('2026-08-25'), trail: { members: [member(81), member(82, { diedOn: '2026-08-26' })] } }),
  acted(8, 'case-decided', '2026-08-25', { result: 'confirmed', amountFen: 66_000, firstMonth: '2026-09' }),
  ...made(9, {
    head: confirmed('2026-08-25'),
    trail: {
      members: [member(91), member(92, { diedOn: '2026-08-26' })],
      cycles: [{ dueOn: '2026-09-30', doneAt: at('2026-10-02'), by: 't1-tr', result: 'none' }, { dueOn: '2027-03-31' }],
    },
  }),
  acted(9, 'adjustment-decided', '2026-09-05', { result: 'reduce', amountFen: 33_000, fromMonth: '2026-10' }),
  paid(1, '2026-10-12', [
    [1, 66_000, 11],
    [2, 66_000, 1],
    [3, 66_000, 13],
    [8, 66_000, 13],
    [9, 33_000, 19],
  ]),
];
