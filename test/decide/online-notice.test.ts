import { describe, expect, it } from '@jest/globals';
import { thePublic as anybody } from '../../functions/shell/authenticate.ts';
import { listNotices } from '../../functions/supervision/list-notices.ts';
import { readNotice } from '../../functions/supervision/read-notice.ts';
import { familyOfThree, type Person } from '../applications.ts';
import { actor, attach, demonstrationWorld, noon, type Played, play, tokenOf } from '../world.ts';
import { withParameter } from './set-parameter.ts';
import { boardPosting, done, expectFolded, headOf, idNumberOf, take, type Walk, walkTo } from './walk-through.ts';

/** What anybody sees at an address on a day. */
function look(walk: Walk, token: string, on: string, time?: string): Played {
  const names = Object.fromEntries(walk.persons.map((one) => [tokenOf(idNumberOf(one)), { name: '李小明' }]));
  return play(walk.world, readNotice, {
    actor: anybody,
    now: noon(on, time),
    params: { noticeToken: token },
    names,
  });
}
const putOnline = (walk: Walk, on: string, paperId = 'W17-1') =>
  done(walk, 'put-notice-online', on, { input: { paperId } }).reply as { token: string; shownUntil: string };
const listed = (walk: Walk, on: string) =>
  play(walk.world, listNotices, { actor: actor('TC', 't1-tc'), now: noon(on) }).reply.notices as { token: string }[];

describe('a notice online', () => {
  it('is read by anybody at its address until the end of the last day of publicity, and is gone on the next', () => {
    const walk = walkTo('post-publicity');
    const { token, shownUntil } = putOnline(walk, '2026-08-17');
    expect(shownUntil).toBe('2026-08-24');
    const page = look(walk, token, '2026-08-24', '23:59').reply;
    expect(page.notice).toEqual({
      applicant: '李某某',
      members: 3,
      village: expect.any(String),
      program: 'DB_URBAN',
      amountFen: 66_000,
      days: 7,
      fromOn: '2026-08-18',
      endsOn: '2026-08-24',
      townshipPhone: expect.any(String),
      countyPhone: expect.any(String),
    });
    expect(page.lines.join('\n')).toContain('公示期：7日，自2026年8月18日至2026年8月24日');
    expect(look(walk, token, '2026-08-25', '00:00').code).toBe('notice-gone');
    expectFolded(walk);
  });

  it('has an address of 160 bits, bound to the paper: the same when asked again, another for every notice', () => {
    const walk = walkTo('post-publicity');
    const first = putOnline(walk, '2026-08-17');
    const events = walk.world.events.length;
    expect(putOnline(walk, '2026-08-18')).toEqual(first);
    expect(walk.world.events.length).toBe(events);
    expect(first.token).toMatch(/^649900101-[0-9a-f]{40}$/);
    const neighbour = walkTo('post-publicity', { world: walk.world, persons: familyOfThree(1) });
    expect(putOnline(neighbour, '2026-08-17').token.slice(-40)).not.toBe(first.token.slice(-40));
    // Neither the case's number nor a changed digit leads anywhere.
    for (const wrong of [
      walk.caseId,
      '1',
      '',
      `${first.token.slice(0, -1)}g`,
      first.token.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
    ])
      expect(look(walk, wrong, '2026-08-18').code).toBe('notice-not-found');
  });

  it('shows the full name only where the county filed an impact assessment, and a minor’s never', () => {
    const walk = walkTo('post-publicity');
    const { token } = putOnline(walk, '2026-08-17');
    expect(JSON.stringify(look(walk, token, '2026-08-18').reply)).not.toContain('小明');
    const erased = play(walk.world, readNotice, {
      actor: anybody,
      now: noon('2026-08-18'),
      params: { noticeToken: token },
    });
    expect(erased.reply.notice.applicant).toBe('（姓名已删除）');

    const named = (birth: string) => {
      const world = withParameter(demonstrationWorld(), 'publicity.maskNameOnline', false);
      const [head, ...rest] = familyOfThree(0);
      const persons = [{ ...(head as Person), birth }, ...rest];
      const open = walkTo('post-publicity', { world, persons });
      return look(open, putOnline(open, '2026-08-17').token, '2026-08-18').reply.notice.applicant;
    };
    expect(named('19851120')).toBe('李小明');
    expect(named('20090101')).toBe('李某某');
  });

  it('follows a broken channel: it stays at its address and shows the new period', () => {
    const walk = walkTo('post-publicity');
    const { token } = putOnline(walk, '2026-08-17');
    done(walk, 'record-broken-notice', '2026-08-19');
    expect(look(walk, token, '2026-08-19').reply.notice).not.toHaveProperty('endsOn');
    done(walk, 'post-publicity', '2026-08-20');
    expect(look(walk, token, '2026-08-27').reply.notice).toMatchObject({ fromOn: '2026-08-21', endsOn: '2026-08-27' });
    expect(look(walk, token, '2026-08-28').code).toBe('notice-gone');
  });

  it('is gone at once when the application is withdrawn, when it is taken down, and when its opinion is replaced', () => {
    const withdrawn = walkTo('post-publicity');
    const one = putOnline(withdrawn, '2026-08-17');
    done(withdrawn, 'withdraw-application', '2026-08-18', {
      raw: { statement: attach(withdrawn.world, 'withdrawal') },
    });
    expect(look(withdrawn, one.token, '2026-08-18').code).toBe('notice-gone');

    const down = walkTo('post-publicity');
    const two = putOnline(down, '2026-08-17');
    expect(listed(down, '2026-08-18')).toHaveLength(1);
    done(down, 'take-notice-down', '2026-08-18');
    expect(look(down, two.token, '2026-08-18').code).toBe('notice-gone');
    expect(listed(down, '2026-08-18')).toEqual([]);
    expect(take(down, 'take-notice-down', '2026-08-18').code).toBe('notice-not-current');
    expectFolded(down);

    const replaced = walkTo('post-publicity');
    const three = putOnline(replaced, '2026-08-17');
    done(replaced, 'raise-objection', '2026-08-18');
    expect(look(replaced, three.token, '2026-08-19').ok).toBe(true);
    done(replaced, 'reinvestigate-case', '2026-08-20', { input: { changed: true } });
    done(replaced, 'record-evaluation', '2026-08-20');
    done(replaced, 'give-opinion', '2026-08-20', {
      input: { result: 'deny', grounds: ['income'], reasons: ['收入超过标准'] },
    });
    expect(look(replaced, three.token, '2026-08-20').code).toBe('notice-gone');
  });

  it('of a result shows name, members and amount for the days the county keeps it, and no more', () => {
    const walk = walkTo('publish-confirmation');
    const { token, shownUntil } = putOnline(walk, '2026-08-27', 'W22-1');
    expect(shownUntil).toBe('2026-09-26');
    expect(look(walk, token, '2026-09-26').reply.notice).toEqual({
      applicant: '李某某',
      members: 3,
      program: 'DB_URBAN',
      amountFen: 66_000,
    });
    expect(look(walk, token, '2026-09-27').code).toBe('notice-gone');
    expect(headOf(walk).status).toBe('active');
  });

  it('is refused for a paper that is none, of another round, or past its day', () => {
    const walk = walkTo('post-publicity');
    expect(take(walk, 'put-notice-online', '2026-08-18', { input: { paperId: 'W17-2' } }).code).toBe('paper-not-found');
    expect(take(walk, 'put-notice-online', '2026-08-18', { input: { paperId: 'W05-1' } }).code).toBe('input-invalid');
    expect(take(walk, 'put-notice-online', '2026-08-25').code).toBe('notice-not-current');
    const published = walkTo('publish-confirmation');
    expect(take(published, 'put-notice-online', '2026-08-28').code).toBe('notice-not-current');
  });

  it('stands in the township’s list by the day it goes down, while it is shown and no longer', () => {
    const walk = walkTo('post-publicity');
    const { token } = putOnline(walk, '2026-08-17');
    const other = walkTo('publish-confirmation', { world: walk.world, persons: familyOfThree(1) });
    const result = putOnline(other, '2026-08-27', 'W22-1');
    expect(listed(walk, '2026-08-24').map((one) => one.token)).toEqual([token, result.token]);
    expect(listed(walk, '2026-08-25').map((one) => one.token)).toEqual([result.token]);
    expect(listed(walk, '2026-09-27')).toEqual([]);
    const neighbour = play(walk.world, listNotices, { actor: actor('TC', 't2-tc'), now: noon('2026-08-24') });
    expect(neighbour.reply.notices).toEqual([]);
    const county = play(walk.world, listNotices, { actor: actor('CC', 'cc-1'), now: noon('2026-08-24') });
    expect(county.code).toBe('input-invalid');
  });

  it('needs no token, but a post beside the public has no business there', () => {
    const walk = walkTo('post-publicity');
    const { token } = putOnline(walk, '2026-08-17');
    const asClerk = play(walk.world, readNotice, {
      actor: actor('TC', 't1-tc'),
      now: noon('2026-08-18'),
      params: { noticeToken: token },
    });
    expect(asClerk.code).toBe('post-not-permitted');
    expect(boardPosting(walk.world, '2026-08-18')).toBeDefined();
  });
});
