import { describe, expect, it } from '@jest/globals';
import { approveErasure } from '../../functions/supervision/approve-erasure.ts';
import { exportArchive } from '../../functions/supervision/export-archive.ts';
import { listErasures } from '../../functions/supervision/list-erasures.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { requestErasure } from '../../functions/supervision/request-erasure.ts';
import { familyOfThree, type Person } from '../applications.ts';
import { actor, attach, noon, type Played, play } from '../world.ts';
import { withParameter } from './set-parameter.ts';
import { idNumberOf, take, type Walk, walkTo } from './walk-through.ts';

const first = actor('CC', 'cc-1');
const second = actor('CC', 'cc-2');

/** An application of three persons, withdrawn on 2026-08-04: its file is kept for five years, the longer of two terms. */
function withdrawn(): Walk {
  const walk = walkTo('submit-application');
  const statement = attach(walk.world, 'withdrawal');
  expect(take(walk, 'withdraw-application', '2026-08-04', { raw: { statement } }).ok).toBe(true);
  withParameter(walk.world, 'archive.approvalYearsAfterExit', 3);
  withParameter(walk.world, 'archive.dailyYears', 5);
  return walk;
}
const request = ({ world, caseId }: Walk, on = '2031-08-05', by = first): Played =>
  play(world, requestErasure, { actor: by, now: noon(on), input: { caseId, reason: '期满，经鉴定无继续保存价值' } });
const approve = ({ world, caseId }: Walk, by = second, on = '2031-08-06'): Played =>
  play(world, approveErasure, { actor: by, now: noon(on), params: { erasureId: `${caseId}-ERA` } });

describe('the erasure of a file whose term is over (到期档案的处置)', () => {
  it('takes two persons, and says how many keys went', () => {
    const walk = withdrawn();
    expect(approve(walk).code).toBe('erasure-not-found');
    expect(request(walk).reply).toMatchObject({ state: 'requested', requestedBy: 'cc-1', erased: 0 });
    expect(approve(walk, first).code).toBe('same-person-approves');
    expect(approve(walk, actor('CC', 'cc-2', '640104')).code).toBe('erasure-not-found');
    const { reply, event } = approve(walk);
    expect(reply).toMatchObject({ state: 'erased', approvedBy: 'cc-2', erased: 3, kept: 0 });
    expect(event?.data).toMatchObject({ persons: [expect.any(String), expect.any(String), expect.any(String)] });
    expect(approve(walk).code).toBe('already-done');
    expect(request(walk).code).toBe('already-done');
  });

  it('waits for the last day of every class of files, the day itself included', () => {
    const walk = withdrawn();
    expect(request(walk, '2031-08-04')).toMatchObject({ code: 'retention-running', detail: { until: '2031-08-04' } });
    expect(request(walk, '2031-08-05').ok).toBe(true);
    const open = walkTo('publish-confirmation');
    expect(request(open, '2060-01-01').code).toBe('retention-running');
  });

  it('does not reach a person whom another case holds, open or still on file', () => {
    const walk = withdrawn();
    const again = walkTo('submit-application', { world: walk.world, days: { 'submit-application': '2031-08-01' } });
    request(walk);
    expect(approve(walk)).toMatchObject({ code: 'persons-still-held', detail: { kept: 3 } });
    const statement = attach(walk.world, 'withdrawal again');
    expect(take(again, 'withdraw-application', '2031-08-07', { raw: { statement } }).ok).toBe(true);
    expect(approve(walk, second, '2036-08-07').code).toBe('persons-still-held');
    expect(approve(walk, second, '2036-08-08').reply).toMatchObject({ erased: 3, kept: 0 });
  });

  it('keeps the key of one who works here, and may be asked for again', () => {
    const walk = withdrawn();
    const idNumber = idNumberOf(familyOfThree(0)[0] as Person);
    const entry = { personId: 't1-new', name: '测试甲', idNumber, relatives: [], activeFrom: '2030-01-01' };
    const post = { ...entry, posts: [{ post: 'TC', orgCode: '649900101' }] };
    expect(play(walk.world, registerStaff, { actor: first, now: noon('2031-08-01'), input: post }).ok).toBe(true);
    request(walk);
    expect(approve(walk).reply).toMatchObject({ erased: 2, kept: 1 });
    expect(request(walk, '2031-08-07').reply).toMatchObject({ state: 'requested', erased: 2 });
    expect(approve(walk, second, '2031-08-08').reply).toMatchObject({ state: 'erased', kept: 1 });
  });

  it('is answered clearly afterwards: the file is gone, the events stay', () => {
    const walk = withdrawn();
    const { world, caseId } = walk;
    const before = world.events.filter(({ subjectId }) => subjectId === caseId).length;
    request(walk);
    approve(walk);
    const exported = play(world, exportArchive, {
      actor: first,
      now: noon('2031-08-07'),
      params: { requestKey: 'ab'.repeat(32) },
      input: { caseId },
    });
    expect(exported).toMatchObject({ code: 'archive-erased', detail: { caseId } });
    expect(world.events.filter(({ subjectId }) => subjectId === caseId)).toHaveLength(before);
    const list = (by = first) =>
      play(world, listErasures, { actor: by, now: noon('2031-08-07'), input: {} }).reply.erasures;
    expect(list()).toMatchObject([{ caseId, state: 'erased', erased: 3 }]);
    expect(list(actor('TC', 't2-tc'))).toEqual([]);
    expect(request(walk, '2031-08-07', actor('TC', 't2-tc')).code).toBe('case-not-found');
  });
});
