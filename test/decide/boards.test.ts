import { describe, expect, it } from '@jest/globals';
import { endBoard } from '../../functions/supervision/end-board.ts';
import { listBoards } from '../../functions/supervision/list-boards.ts';
import { registerBoard } from '../../functions/supervision/register-board.ts';
import { actor, attach, caseIn, noon, type Played, play, type World } from '../world.ts';
import { withParameter } from './set-parameter.ts';
import { boardPosting, take, type Walk, walkTo } from './walk-through.ts';

const clerk = actor('TC', 't1-tc');
const county = actor('CC', 'cc-1');
const village = '649900101201';

const register = (world: World, more: object = {}, by = clerk, now = noon('2026-08-17')): Played =>
  play(world, registerBoard, {
    actor: by,
    now,
    input: {
      division: village,
      channel: 'village-board',
      place: '村委会门口',
      from: '2026-08-01',
      attachmentId: attach(world, 'board'),
      ...more,
    },
  });
const end = (
  world: World,
  boardId: string,
  input: object = { until: '2026-08-31', reason: '搬迁' },
  by = clerk,
): Played => play(world, endBoard, { actor: by, now: noon('2026-08-17'), params: { boardId }, input });
const post = (walk: Walk, on: string, more: object = {}): Played =>
  take(walk, 'post-publicity', on, { input: { postings: [{ ...boardPosting(walk.world, on), ...more }] } });

describe('the register of boards (公示栏)', () => {
  it('numbers boards, keeps their photo, and tells which channel is mandatory', () => {
    const { world } = walkTo('submit-application');
    const first = register(world).reply;
    expect(first).toMatchObject({ boardId: '649900101-BOARD-1', mandatory: true, inUse: true, registeredBy: 't1-tc' });
    expect(first.photo).toMatch(/^[0-9a-f]{64}$/);
    const screen = register(world, { division: '649900101', channel: 'screen', place: '政务大厅' }).reply;
    expect(screen).toMatchObject({ boardId: '649900101-BOARD-2', mandatory: false });
    const account = { division: '649900', channel: 'wechat', place: '演示县民政', url: 'https://example.invalid/a' };
    expect(register(world, account, county).reply.boardId).toBe('649900-BOARD-1');
    const list = (input: object, by = clerk) => play(world, listBoards, { actor: by, now: noon('2026-08-17'), input });
    const ids = (played: Played) => played.reply.boards.map(({ boardId }: { boardId: string }) => boardId);
    expect(ids(list({}))).toEqual(['649900-BOARD-1', '649900101-BOARD-1', '649900101-BOARD-2']);
    expect(ids(list({ township: '649900102' }, county))).toEqual(['649900-BOARD-1']);
    expect(list({ township: '649900101' }, actor('TC', 't2-tc')).code).toBe('division-not-yours');
  });

  it('is kept by each township for itself; a village board belongs to a village', () => {
    const { world } = walkTo('submit-application');
    expect(register(world, {}, actor('TC', 't2-tc')).code).toBe('division-not-yours');
    expect(register(world, { division: '649900', channel: 'wechat' }).code).toBe('division-not-yours');
    expect(register(world, { division: '649900101999' }).code).toBe('division-unknown');
    expect(register(world, { division: '649900101' }).code).toBe('input-invalid');
    expect(register(world, { attachmentId: 'att-ffffffffffffffff' }).code).toBe('attachment-not-found');
    expect(register(world, {}, actor('VC', 't1-vc', village)).code).toBe('post-not-permitted');
    const { boardId } = register(world).reply;
    expect(end(world, boardId, undefined, actor('TC', 't2-tc')).code).toBe('board-unknown');
    expect(end(world, boardId, { until: '2026-07-31', reason: '误' }).code).toBe('date-out-of-order');
    expect(end(world, boardId).reply).toMatchObject({ until: '2026-08-31', inUse: true });
    expect(end(world, boardId).code).toBe('already-done');
  });
});

describe('a posting', () => {
  it('names the board it hangs on once one of its channel is registered for the village', () => {
    const walk = walkTo('give-opinion');
    const { boardId } = register(walk.world).reply;
    expect(post(walk, '2026-08-17')).toMatchObject({ code: 'board-not-named', detail: { boards: [boardId] } });
    expect(post(walk, '2026-08-17', { boardId: '649900101-BOARD-9' }).code).toBe('board-unknown');
    expect(post(walk, '2026-08-17', { boardId }).ok).toBe(true);
    expect(caseIn(walk.world, walk.caseId).parts.postings).toMatchObject([{ channel: 'village-board', boardId }]);
  });

  it('is not asked for the board of another village, nor before the board is in use or after its last day', () => {
    const walk = walkTo('give-opinion');
    register(walk.world, { division: '649900101202' });
    register(walk.world, { from: '2026-08-18' });
    expect(post(walk, '2026-08-17').ok).toBe(true);
    expect(post(walk, '2026-08-18').code).toBe('board-not-named');
    expect(end(walk.world, '649900101-BOARD-2', { until: '2026-08-18', reason: '损毁' }).ok).toBe(true);
    expect(post(walk, '2026-08-19').ok).toBe(true);
  });

  it('is refused without a registered board where the county asks for one always', () => {
    const walk = walkTo('give-opinion');
    withParameter(walk.world, 'publicity.boards', 'ALWAYS');
    expect(post(walk, '2026-08-17').code).toBe('board-not-registered');
    const { boardId } = register(walk.world).reply;
    expect(post(walk, '2026-08-17', { boardId }).ok).toBe(true);
  });
});
