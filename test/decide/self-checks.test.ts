import { describe, expect, it } from '@jest/globals';
import type { AnyState } from '../../functions/core/fold.ts';
import { watchedTerms } from '../../functions/core/watched-terms.ts';
import { listSelfChecks } from '../../functions/supervision/list-self-checks.ts';
import { recordSelfCheck } from '../../functions/supervision/record-self-check.ts';
import { rectifyFault } from '../../functions/supervision/rectify-fault.ts';
import { actor, noon, type Played, play } from '../world.ts';
import { type Walk, walkTo } from './walk-through.ts';

const chief = actor('TD', 't1-td');
const requestKey = 'cd'.repeat(32);
const record = ({ world, caseId }: Walk, more: object = {}, by = chief): Played =>
  play(world, recordSelfCheck, {
    actor: by,
    now: noon('2026-09-24'),
    params: { requestKey },
    input: {
      cases: [caseId],
      findings: [
        { fault: 'records', caseId, note: '调查照片缺一张' },
        { fault: 'intake-late', note: '受理登记晚一日' },
      ],
      ...more,
    },
  });
const rectify = ({ world }: Walk, selfCheckId: string, no: number, on = '2026-09-28', by = chief): Played =>
  play(world, rectifyFault, {
    actor: by,
    now: noon(on),
    params: { selfCheckId },
    input: { no, measure: '已补充并归档' },
  });
const list = ({ world }: Walk, input: object = {}, by = actor('CC', 'cc-1'), on = '2026-09-28'): Played =>
  play(world, listSelfChecks, { actor: by, now: noon(on), input });

describe('a self-check of a township (乡镇自查整改)', () => {
  it('lists the cases checked and the faults found, and gives ten working days to put them right', () => {
    const walk = walkTo('publish-confirmation');
    const { reply, event } = record(walk);
    // Mid-Autumn (09-25) and National Day (10-01 to 10-07) do not count, the make-up Saturday 10-10 does.
    expect(reply).toMatchObject({ open: 2, overdue: false, dueOn: '2026-10-15', checkedBy: 't1-td' });
    expect(event?.data).toMatchObject({ notes: ['调查照片缺一张', '受理登记晚一日'] });
    const state = walk.world.states.get(`self-check:${reply.selfCheckId}`) as AnyState;
    expect(watchedTerms('self-check', state)?.terms).toMatchObject([{ term: 'self-check', holderPost: 'TD' }]);
  });

  it('ends its term with the last fault put right', () => {
    const walk = walkTo('publish-confirmation');
    const { selfCheckId } = record(walk).reply;
    expect(rectify(walk, selfCheckId, 1).reply).toMatchObject({ open: 1 });
    expect(rectify(walk, selfCheckId, 1).code).toBe('already-done');
    expect(rectify(walk, selfCheckId, 3).code).toBe('fault-not-found');
    expect(rectify(walk, selfCheckId, 2).event?.terms).toEqual({ end: ['self-check'] });
    const [settled] = list(walk).reply.selfChecks;
    expect(settled).toMatchObject({ open: 0, findings: [{ rectifiedOn: '2026-09-28', rectifiedBy: 't1-td' }, {}] });
    expect(settled.terms[0].endedOn).toBe('2026-09-28');
  });

  it('is seen by the county, late or not, and by no other township', () => {
    const walk = walkTo('publish-confirmation');
    const { selfCheckId } = record(walk).reply;
    expect(list(walk, { open: 'true' }, undefined, '2026-10-15').reply.selfChecks[0].overdue).toBe(false);
    expect(list(walk, { open: 'true' }, undefined, '2026-10-16').reply.selfChecks[0].overdue).toBe(true);
    expect(list(walk, { open: 'false' }).reply.selfChecks).toEqual([]);
    const other = actor('TD', 't2-td');
    expect(list(walk, {}, other).reply.selfChecks).toEqual([]);
    expect(list(walk, { township: '649900101' }, other).code).toBe('division-not-yours');
    expect(rectify(walk, selfCheckId, 1, '2026-09-28', other).code).toBe('self-check-not-found');
  });

  it('looks at the township’s own cases, and a fault at one of those checked; without faults no term runs', () => {
    const walk = walkTo('publish-confirmation');
    expect(record(walk, {}, actor('TD', 't2-td')).code).toBe('case-not-found');
    expect(record(walk, { cases: ['649900101-DB-2026-000099'] }).code).toBe('case-not-found');
    const stray = [{ fault: 'other', caseId: '649900101-DB-2026-000002', note: '误' }];
    expect(record(walk, { findings: stray }).code).toBe('input-invalid');
    const clean = record(walk, { findings: [] }).reply;
    expect(clean).toMatchObject({ open: 0, overdue: false, terms: [] });
    expect(clean.dueOn).toBeUndefined();
  });
});
