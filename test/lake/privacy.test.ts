import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../functions/shell/hash.ts';
import { attributesJson, isPlainCode, plainCode } from '../../functions/supervision/lake-attributes.ts';
import { rowsOfEvent } from '../../functions/supervision/lake-rows/rows-of-event.ts';
import { trailRows } from '../../functions/supervision/lake-rows/trail-rows.ts';
import { eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { caseIdOf, eventOf } from './lake-for-tests.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (digits: string): string =>
  `${digits}${'10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11]}`;

const idNumber = fc
  .record({ year: fc.integer({ min: 1930, max: 2025 }), day: fc.integer({ min: 1, max: 28 }), n: fc.nat(999) })
  .map(({ year, day, n }) => withCheck(`649900${year}05${String(day).padStart(2, '0')}${String(n).padStart(3, '0')}`));
const name = fc
  .array(fc.constantFrom(...'马王李哈海丽军小明芳'), { minLength: 2, maxLength: 4 })
  .map((characters) => characters.join(''));
const phone = fc.nat(99_999_999).map((n) => `138${String(n).padStart(8, '0')}`);
const secret = fc.oneof(idNumber, name, phone);
/** A secret as people write it: alone, in a sentence, glued to a code. */
const leak = secret.chain((value) =>
  fc.constantFrom(value, `${value}的家属`, `id:${value}`, `见 ${value}`, `a/${value}`).map((text) => ({ value, text })),
);

const keys = [
  'on',
  'ground',
  'channel',
  'items',
  'note',
  'reason',
  'visit',
  'household',
  'delivery',
  'signedBy',
  'findings',
];
const tree = (text: string) =>
  fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constant(text),
      fc.constantFrom<unknown>('2026-08-03', 7, true, null, 'PUBLICITY_OBJECTION'),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, text), tie('node'), { maxKeys: 4 }),
    ),
  })).node;

describe('no personal data in the lake', () => {
  it('whatever an event says and wherever it says it, no name, identity number or phone is in its row', () => {
    fc.assert(
      fc.property(
        leak.chain(({ value, text }) =>
          fc.record({
            value: fc.constant(value),
            text: fc.constant(text),
            data: fc.dictionary(fc.constantFrom(...keys, text), tree(text), { maxKeys: 5 }),
            type: fc.constantFrom('household-visited', 'attempt-refused', 'case-decided'),
          }),
        ),
        ({ value, text, data, type }) => {
          const visit = { visitedAt: '2026-08-06T02:00:00.000Z', deviceId: text, photos: [text] };
          const place = { caseId: text, townshipCode: text, villageCode: text, alert: { caseId: text } };
          const event = eventOf({
            caseId: caseIdOf(1),
            seq: 1,
            type,
            at: '2026-08-06T03:00:00.000Z',
            data: { ...data, ...place, visit },
            subjectKind: 'refusals',
            subjectId: '649900101',
            delegationId: text,
            actor: { personId: text, post: 'AP', clientId: text, act: text },
          });
          const row = JSON.stringify(eventRow(StoredEvent.parse(event)));
          expect(row).not.toContain(value);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('whatever items and events say where a token or code should stand, no table has a name, number or phone in its rows', () => {
    fc.assert(
      fc.property(leak, ({ value, text }) => {
        const member = { person: text, relation: '01' as const, birthYear: 1985, phone: text };
        const trail = {
          ...{ townshipCode: '649900101', villageCode: '649900101201', address: text, cycles: [] },
          split: { from: text, on: '2026-08-01' },
          members: [member],
          hits: [{ person: text, hit: 'deposit' as const, origin: text, returnedAt: '2026-08-06T03:00:00.000Z' }],
          objections: [{ raisedAt: '2026-08-06T03:00:00.000Z', channel: text }],
        };
        const at = { countyCode: '649900', version: 1, asOfOn: '2026-08-06' };
        const told = trailRows(caseIdOf(1), { now: trail, before: undefined }, { at, digest: sha256 });
        const record = {
          ...{ personId: text, token: text, phone: text, address: text, account: text, activeFrom: '2026-01-01' },
          posts: [{ post: 'TC', orgCode: text }],
          relatives: [{ person: text, relation: 'sibling' }],
        };
        const line = { caseId: text, amountFen: 1, account: text, result: 'failed', failure: text };
        const said: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
          ['staff-registered', { record, before: { posts: [], relatives: [] } }],
          ['relative-filed', { staffToken: text, member: text, relation: 'sibling', on: '2026-08-06' }],
          ['roster-page-added', { rosterId: text, month: '2026-09', lines: [line] }],
          ['receipts-recorded', { rosterId: text, month: '2026-09', receipts: [line] }],
          ['petty-cash-paid', { caseId: text, on: '2026-08-06', amountFen: 1 }],
        ];
        const acted = said.flatMap(([type, data]) =>
          rowsOfEvent(
            StoredEvent.parse(eventOf({ caseId: caseIdOf(1), seq: 1, type, at: '2026-08-06T03:00:00.000Z', data })),
          ),
        );
        expect(acted.length).toBeGreaterThanOrEqual(6);
        expect(JSON.stringify([told, acted])).not.toContain(value);
      }),
      { numRuns: 200 },
    );
  });

  it('lets codes, days, tokens and hashes through, also those that happen to be digits', () => {
    const fine = ['2026-08-03', 'p-clerk-1', caseIdOf(1), `t_${'12345678'.repeat(4)}`, `${'1234567890'.repeat(6)}abcd`];
    expect(fine.map(plainCode)).toEqual(fine);
  });

  it('knows an identity number and a phone by their shape alone', () => {
    const personal = [
      '649900198511200032',
      '64990019851120003x',
      '649900851120003',
      '13800138000',
      '张三',
      'Zhang San',
    ];
    expect(personal.filter(isPlainCode)).toEqual([]);
  });

  it('writes attributes in one order, whatever the order they came in', () => {
    expect(attributesJson({ on: '2026-08-03', ground: 'OTHER', note: '他说' })).toBe(
      '{"ground":"OTHER","on":"2026-08-03"}',
    );
    expect(attributesJson({ ground: 'OTHER', on: '2026-08-03' })).toBe('{"ground":"OTHER","on":"2026-08-03"}');
  });
});
