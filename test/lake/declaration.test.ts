import { describe, expect, it } from '@jest/globals';
import { caseRow, eventRow, StoredEvent, termRow } from '../../functions/supervision/record-rows.ts';
import { type LakeRow, lakeTableNames, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { lakeWords, wordsOf } from '../../schemas/lake-words.ts';
import { caseIdOf, eventOf, headOf, termOf } from './lake-for-tests.ts';

/** Design section 8, the contract for queries, indicators and imports. */
const contract = {
  events:
    'event_id subject_kind subject_id case_id seq event_type township_code village_code actor_id actor_post client_id ' +
    'device_id occurred_at recorded_at lat lon photo_sha256 photo_phash law_pack delegation_id attributes_json',
  terms: 'case_id term from_on due_on extended_to ended_on holder_id holder_org last_alert_level last_alert_at',
  cases:
    'case_id hh_id program status applicant_id county_code township_code village_code clerk_id reviewer_id confirmer_id ' +
    'declared_income_fen verified_income_fen standard_fen household_size decision case_class class_upgraded ' +
    'upgrade_evidence amount_fen emergency relative_filed disputed accepted_at decided_at due_on extended_to ' +
    'review_seconds first_month ended_on end_reason',
  ledger: 'log_index subject_id seq event_sha256 prev_sha256',
  staff:
    'staff_id person_id role org_level org_code township_code village_code phone_token address_token account_token ' +
    'active_from active_to',
  households: 'hh_id village_code township_code address_token lat lon split_from_hh split_on composition_key',
  members: 'person_id hh_id relation birth_year phone_token disabled severe_illness died_on',
  kinship: 'person_a person_b relation source valid_from valid_to',
  verifications: 'case_id person_id hit_type returned_at resolved resolution',
  objections: 'case_id raised_at channel reinvestigated_at',
  payments: 'pay_month case_id account_token amount_fen paid_at on_roster',
  reverifications: 'case_id actor_id due_on done_at result',
  villages: 'village_code township_code county_code registered_households poverty_rate lat lon',
} as const;

describe('the declaration of the lake', () => {
  it('has every column of the contract', () => {
    for (const table of lakeTableNames) {
      const names = rawColumns(table).map(({ name }) => name);
      expect(contract[table].split(' ').filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  it('marks where a row comes from in every table, and from when a snapshot holds', () => {
    for (const table of lakeTableNames) {
      const names = rawColumns(table).map(({ name }) => name);
      expect(names).toContain('source');
      expect(names.includes('as_of_on') && names.includes('version')).toBe(lakeTables[table].snapshots);
    }
    expect(lakeTableNames.filter((table) => !lakeTables[table].snapshots)).toEqual(['events', 'ledger']);
  });

  it('names every column once, in Chinese and English, and sorts and keys by columns it has', () => {
    for (const table of lakeTableNames) {
      const names = rawColumns(table).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining([...lakeTables[table].key, ...lakeTables[table].sortedBy]));
      const { zh, en, columns } = lakeWords[table];
      for (const name of names)
        expect([name, wordsOf(table, name)]).toEqual([name, [expect.stringMatching(/./), expect.stringMatching(/./)]]);
      expect([zh, en, ...Object.keys(columns).filter((name) => !names.includes(name))]).toEqual([zh, en]);
    }
  });

  it('is what rows are made of: no row has a column that is not declared', () => {
    const event = eventOf({ caseId: caseIdOf(1), seq: 1, type: 'application-lapsed', at: '2026-08-03T00:40:00.000Z' });
    const term = termOf({ term: 'survey', fromOn: '2026-08-03', dueOn: '2026-08-12' });
    const rows: Readonly<Record<'events' | 'terms' | 'cases', LakeRow>> = {
      events: eventRow(StoredEvent.parse(event)),
      terms: termRow(
        { subjectKind: 'case', subjectId: caseIdOf(1), caseId: caseIdOf(1), countyCode: '649900', term },
        1,
        '2026-08-03',
      ),
      cases: caseRow(headOf(caseIdOf(1)), 1, '2026-08-03'),
    };
    for (const table of ['events', 'terms', 'cases'] as const) {
      const names = rawColumns(table).map(({ name }) => name);
      expect(Object.keys(rows[table]).filter((name) => !names.includes(name))).toEqual([]);
      expect(rows[table]).toMatchObject({ county_code: '649900', ym: '2026-08' });
    }
  });

  it('tells what a decided case is, in fen and days, and leaves unknown what the case item cannot know', () => {
    const head = headOf(caseIdOf(1), {
      status: 'confirmed',
      acceptedOn: '2026-08-03',
      dueOn: '2026-08-31',
      opinion: { result: 'confirm', amountFen: 66000, class: 'B', on: '2026-08-12', by: 'p-tr-1', repost: false },
      reviewer: 'p-tr-1',
      decision: {
        result: 'confirmed',
        on: '2026-08-25',
        by: 'p-td-1',
        amountFen: 66000,
        firstMonth: '2026-09',
        lawPack: 'RP-2026B',
        calendar: 'cn-2026',
      },
    });
    const row = caseRow(head, 9, '2026-08-25');
    expect(row).toMatchObject({
      amount_fen: 66000,
      case_class: 'B',
      reviewer_id: 'p-tr-1',
      confirmer_id: 'p-td-1',
      decided_at: '2026-08-24T16:00:00.000Z',
      first_month: '2026-09',
      ended_on: null,
      end_reason: null,
    });
    expect(row['verified_income_fen']).toBeNull();
  });
});
