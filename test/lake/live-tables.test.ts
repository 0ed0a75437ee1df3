import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordChanges } from '../../functions/shell/recorder.ts';
import { recordedTables } from '../../schemas/lake.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { receiving } from '../decide/receiving.ts';
import { done, idNumberOf, walkTo } from '../decide/walk-through.ts';
import { caseIn, tokenOf } from '../world.ts';
import { changesOf } from './acted-lake.ts';
import { act, county, officer, township } from './county-acts.ts';
import { ask, clock, lakeForTests } from './lake-for-tests.ts';
import { supervisedCounty } from './supervised-county.ts';

const lake = await lakeForTests();
const sql = lake.engine();
const { world, given, names } = supervisedCounty();
const { reduced = '', disputed = '', hit = '', filed = '' } = names;

const entry = (more: object) => ({
  personId: 't1-new',
  name: '演示新员',
  idNumber: residentId('19900101', 901),
  phone: '13900001234',
  address: '演示县一镇一村 1 号',
  account: '6200000000000000900',
  posts: [{ post: 'TC', orgCode: township }],
  relatives: [{ idNumber: residentId('19900101', 902), relation: 'sibling' }],
  activeFrom: '2026-01-01',
  ...more,
});
act(world, 'register-staff', { by: officer, on: '2026-09-01', input: entry({}) });
const moved = entry({ posts: [{ post: 'TS', orgCode: township }], relatives: [] });
act(world, 'register-staff', { by: officer, on: '2026-10-01', input: moved });
const { divisions } = (world.states.get(`county:${county}`) as { parts: { divisions: { townships: object[] } } }).parts;
const [first, ...others] = structuredClone(divisions).townships as { code: string; villages: object[] }[];
const place = { registeredHouseholds: 812, povertyRate: 0.031, lat: 37.91, lon: 106.21 };
const villages = first?.villages.map((one, i) => (i === 0 ? { ...one, ...place } : one)) ?? [];
act(world, 'register-divisions', {
  by: officer,
  on: '2026-10-02',
  input: { ...divisions, townships: [{ ...first, villages }, ...others] },
});

// A wife leaves the household, and applies with nobody else soon after: her new household was split from the old one.
const [husband, ...family] = familyOfThree(40);
const left = receiving({ world, persons: [{ ...(husband as Person), wageYuan: 1500 }, ...family] });
const wife = left.persons[1] as Person;
done(left, 'report-change', '2026-10-12', {
  raw: { kind: 'left', source: 'household', happenedOn: '2026-10-08', idNumber: idNumberOf(wife) },
});
done(left, 'record-visit', '2026-10-13');
done(left, 'record-reverification', '2026-10-14', { input: { result: 'reduce', reasons: ['配偶已迁出'] } });
const served = { paperId: 'W23-1', method: 'direct', servedOn: '2026-10-14' };
done(left, 'record-delivery', '2026-10-14', { input: served });
done(left, 'decide-adjustment', '2026-10-22', { input: { result: 'reduce' } });
const alone = walkTo('submit-application', {
  world,
  persons: [{ ...wife, relation: '01' }],
  days: { 'submit-application': '2026-11-03' },
  application: { address: '演示县一镇一村 1 号' },
});

const changes = changesOf(world.events, given);
beforeAll(async () => {
  const { alarms, rows } = await recordChanges(changes, { objects: lake.objects, clock });
  expect(alarms).toBe(0);
  expect(recordedTables.filter((table) => rows[table] === 0)).toEqual([]);
  // Delivered twice: nothing stands twice.
  await recordChanges(changes.slice(0, 60), { objects: lake.objects, clock });
});
afterAll(async () => {
  await sql.close();
  await lake.remove();
});
const rowsOf = async (text: string) => {
  const { state, reason, rows } = await ask(sql, text);
  expect([state, reason]).toEqual(['succeeded', undefined]);
  return rows ?? [];
};
const token = (idNumber: string) => tokenOf(idNumber);

describe('the lake tables, filled by what happens', () => {
  it('staff: a row a post, the former one ended on the day the register told of the new one', async () => {
    const text =
      'SELECT role, org_level, township_code, active_from, active_to, phone_token IS NOT NULL, account_token IS NOT NULL ' +
      "FROM staff WHERE staff_id = 't1-new' ORDER BY role";
    expect(await rowsOf(text)).toEqual([
      ['TC', 'township', township, '2026-01-01', '2026-10-01', true, true],
      ['TS', 'township', township, '2026-01-01', null, true, true],
    ]);
  });

  it('kinship: from the register until it no longer names the relative, and from filings', async () => {
    const text =
      'SELECT person_a, person_b, relation, source, valid_from, valid_to, case_id FROM kinship ORDER BY 4, 5';
    const [own, brother] = [token(residentId('19900101', 901)), token(residentId('19900101', 902))];
    const { applicant } = caseIn(world, filed).head;
    const [byFiling, ...registered] = await rowsOf(text);
    expect(byFiling).toEqual([expect.any(String), applicant, 'sibling', 'filing', '2026-11-02', null, filed]);
    expect(registered).toEqual([[own, brother, 'sibling', 'register', '2026-09-01', '2026-10-01', null]]);
    const history = await rowsOf(
      "SELECT valid_from, valid_to FROM kinship_history WHERE source = 'register' ORDER BY version",
    );
    expect(history).toEqual([
      ['2026-09-01', null],
      ['2026-09-01', '2026-10-01'],
    ]);
  });

  it('households and members: one a case, where the first visit was, with years of birth and no more', async () => {
    const [row] = await rowsOf(
      `SELECT h.hh_id, h.lat, h.lon, c.case_id FROM households AS h JOIN cases AS c ON c.hh_id = h.hh_id WHERE c.case_id = '${reduced}'`,
    );
    expect(row).toEqual([`H-${reduced}`, 37.9, 106.2, reduced]);
    const people = await rowsOf(
      `SELECT relation, birth_year, disabled, died_on FROM members WHERE hh_id = 'H-${reduced}' ORDER BY relation`,
    );
    expect(people).toEqual([
      ['01', 1985, false, null],
      ['12', 1987, false, null],
      ['20', 2015, false, null],
    ]);
  });

  it('a household that was split says from which and when; who left says so too', async () => {
    expect(await rowsOf(`SELECT split_from_hh, split_on FROM households WHERE hh_id = 'H-${alone.caseId}'`)).toEqual([
      [`H-${left.caseId}`, '2026-10-08'],
    ]);
    const text = `SELECT relation, left_on FROM members WHERE hh_id = 'H-${left.caseId}' AND left_on IS NOT NULL`;
    expect(await rowsOf(text)).toEqual([['12', '2026-10-08']]);
  });

  it('staff and households can be compared by address, telephone and account', async () => {
    const text =
      'SELECT s.staff_id, h.hh_id FROM staff AS s JOIN households AS h ON h.address_token = s.address_token GROUP BY 1, 2';
    expect(await rowsOf(text)).toEqual([['t1-new', `H-${alone.caseId}`]]);
  });

  it('verifications, objections and re-verifications: what was found, and what became of it', async () => {
    expect(await rowsOf('SELECT case_id, hit_type, origin, resolved, resolution FROM verifications')).toEqual([
      [hit, 'deposit', 'bank', true, 'corrected'],
    ]);
    expect(await rowsOf('SELECT case_id, channel, raised_at, reinvestigated_at FROM objections')).toEqual([
      [disputed, 'phone', '2026-08-19T02:00:00.000Z', '2026-08-21T02:00:00.000Z'],
    ]);
    const cycles = `SELECT due_on, actor_id, done_at, result FROM reverifications WHERE case_id = '${reduced}' ORDER BY due_on`;
    expect(await rowsOf(cycles)).toEqual([
      ['2027-02-25', 't1-tr', '2026-11-09T02:00:00.000Z', 'reduce'],
      ['2027-05-18', null, null, null],
    ]);
  });

  it('payments: what stood on a roster, what arrived and what did not, and what the petty cash paid', async () => {
    const text =
      'SELECT pay_month, amount_fen, paid_at, on_roster, failure FROM payments ORDER BY amount_fen, failure NULLS LAST';
    expect(await rowsOf(text)).toEqual([
      ['2026-10', 66000, null, true, 'account-closed'],
      ['2026-10', 66000, '2026-10-08T16:00:00.000Z', true, null],
      ['2026-10', 70000, '2026-10-01T16:00:00.000Z', false, null],
    ]);
    const frozen = await rowsOf(
      'SELECT count(*), count(paid_at), count(account_token) FROM payments_history WHERE on_roster',
    );
    expect(frozen).toEqual([[4, 1, 4]]);
  });

  it('villages: as the county registered them', async () => {
    const text = `SELECT village_code, registered_households, poverty_rate, lat FROM villages WHERE registered_households IS NOT NULL`;
    expect(await rowsOf(text)).toEqual([[`${township}201`, 812, 0.031, 37.91]]);
  });

  it('rows of live operation name no source but that of a relation', async () => {
    for (const table of recordedTables.filter((one) => one !== 'kinship'))
      expect([table, await rowsOf(`SELECT count(source) FROM ${table}`)]).toEqual([table, [[0]]]);
  });

  it('an act tells the rows it changed and no others', async () => {
    const text = `SELECT version, count(*) FROM members_history WHERE hh_id = 'H-${left.caseId}' GROUP BY version ORDER BY version`;
    const versions = (await rowsOf(text)).map(([, count]) => count);
    expect(versions).toEqual([3, 1]);
  });
});
