import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { approveRegionalDays } from '../../functions/supervision/approve-regional-days.ts';
import { countTerm } from '../../functions/supervision/count-term.ts';
import { enterRegionalDays } from '../../functions/supervision/enter-regional-days.ts';
import { listRegionalDays } from '../../functions/supervision/list-regional-days.ts';
import { readRecount } from '../../functions/supervision/read-recount.ts';
import { recountTerms } from '../../functions/supervision/recount-terms.ts';
import { countyIn } from '../county-set-up.ts';
import { actor, noon, type Played, play, type World } from '../world.ts';
import { termOf, type Walk, walkTo } from './walk-through.ts';

const first = actor('CC', 'cc-1');
const second = actor('CC', 'cc-2');
const region = actor('PROV', 'prov-1', '640000');
const clock = actor('CLOCK', 'clock', '');
/** Invented days: those of 2026 were not found (rulebook, Appendix A). */
const feast = (on: string) => ({ on, name: '开斋节', working: false });
const notice = { title: '演示数据·非真实放假通知' };

const enter = (world: World, more: object = {}, by = first, n = 1): Played =>
  play(world, enterRegionalDays, {
    actor: by,
    now: noon('2026-08-10'),
    params: { requestKey: createHash('sha256').update(`${n}`).digest('hex') },
    input: { year: 2026, days: [feast('2026-08-13'), feast('2026-08-14')], notice, ...more },
  });
const approve = (world: World, regionalDaysId: string, by = second): Played =>
  play(world, approveRegionalDays, { actor: by, now: noon('2026-08-10'), params: { regionalDaysId } });
const published = (walk: Walk, more: object = {}, n = 1): Played =>
  approve(walk.world, enter(walk.world, more, first, n).reply.regionalDaysId);
const recounted = (walk: Walk, recountId: string): Played =>
  play(walk.world, recountTerms, {
    actor: clock,
    now: noon('2026-08-11', '00:10'),
    input: { recountId, subjectKind: 'case', subjectId: walk.caseId },
  });

describe('regional days off (开斋节、古尔邦节)', () => {
  it('take two persons, of the county or of the region, and count only then', () => {
    const { world } = walkTo('record-visit');
    const { regionalDaysId } = enter(world).reply;
    expect(countyIn(world).parts.calendars?.regional).toEqual([]);
    expect(approve(world, regionalDaysId, first).code).toBe('same-person-approves');
    expect(approve(world, regionalDaysId, actor('CC', 'cc-2', '640104')).code).toBe('regional-days-not-found');
    expect(approve(world, regionalDaysId, region).reply.calendar).toMatch(/^CN-2026\+regional:2-/);
    expect(approve(world, regionalDaysId).code).toBe('already-done');
    expect(enter(world, {}, region, 2).code).toBe('input-invalid');
    expect(enter(world, { county: '649900' }, region, 3).ok).toBe(true);
    const list = play(world, listRegionalDays, { actor: first, now: noon('2026-08-10'), input: {} }).reply.entries;
    expect(list.map((one: { approvedBy?: string }) => one.approvedBy)).toEqual(
      expect.arrayContaining(['prov-1', undefined]),
    );
  });

  it('move the last day of terms that start afterwards, and GET /v1/terms says why', () => {
    const walk = walkTo('record-visit');
    const count = () =>
      play(walk.world, countTerm, {
        actor: first,
        now: noon('2026-08-10'),
        input: { county: '649900', from: '2026-08-12', workingDays: 2 },
      }).reply;
    expect(count().dueOn).toBe('2026-08-14');
    published(walk);
    const after = count();
    expect(after.dueOn).toBe('2026-08-18');
    expect(JSON.stringify(after)).toContain('开斋节（自治区放假）');
  });

  it('have running terms counted anew by the docket, with old and new days listed', () => {
    const walk = walkTo('record-visit');
    const before = termOf(walk, 'decision').dueOn;
    const { recountId } = published(walk).reply;
    expect(termOf(walk, 'decision').dueOn).toBe(before);
    const { moves } = recounted(walk, recountId).reply;
    expect(moves).toContainEqual(
      expect.objectContaining({ term: 'decision', oldOn: '2026-08-31', newOn: '2026-09-02' }),
    );
    expect(termOf(walk, 'decision').dueOn).toBe('2026-09-02');
    const told = play(walk.world, readRecount, { actor: first, now: noon('2026-08-11'), params: { recountId } });
    expect(told.reply.moved).toBeGreaterThan(0);
  });

  it('of a year are replaced by a later entry for it, and by no other', () => {
    const walk = walkTo('record-visit');
    published(walk);
    published(walk, { year: 2027, days: [feast('2027-03-10')] }, 2);
    expect(published(walk, { days: [feast('2026-08-17')] }, 3).reply.replaced).toEqual(['2026-08-13', '2026-08-14']);
    const days = countyIn(walk.world).parts.calendars?.regional.map(({ on }) => on);
    expect(days).toEqual(['2027-03-10', '2026-08-17']);
  });

  it('are of their year, each once, and made up on weekends', () => {
    const { world } = walkTo('submit-application');
    const refused = (days: object[]): unknown => enter(world, { days }).detail?.['errors'];
    expect(refused([feast('2027-01-02')])).toMatchObject([{ path: 'days.0.on' }]);
    expect(refused([feast('2026-08-13'), feast('2026-08-13')])).toMatchObject([{ path: 'days.1.on' }]);
    expect(refused([{ ...feast('2026-08-13'), working: true }])).toMatchObject([{ path: 'days.0.on' }]);
    expect(enter(world, { days: [{ ...feast('2026-08-15'), working: true }] }).ok).toBe(true);
  });
});
