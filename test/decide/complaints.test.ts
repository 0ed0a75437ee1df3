import { describe, expect, it } from '@jest/globals';
import type { ComplaintState } from '../../functions/core/complaint-fold.ts';
import { fold } from '../../functions/core/fold.ts';
import { actOf, type Step } from '../../functions/core/step.ts';
import { steps } from '../../functions/steps.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { ComplaintHead } from '../../schemas/complaint.ts';
import type { StaffRecord } from '../../schemas/staff.ts';
import { actor, caseIn, demonstrationWorld, noon, type Played, play, tokenOf, type World } from '../world.ts';
import { done, take, walkTo } from './walk-through.ts';

const stepOf = (act: string): Step => {
  const step = steps.find((one) => actOf(one) === act);
  if (!step) throw new Error(`no step ${act}`);
  return step;
};
const officer = actor('CC', 'cc-1');
const other = actor('CC', 'cc-2');
const city: Actor = { ...actor('CITY', 'city-1'), orgCode: '649900' };
const named = { name: '测试举报', phone: '13900001111' };

interface Said {
  readonly by?: Actor;
  readonly on: string;
  readonly id?: string;
  readonly input?: Record<string, unknown>;
}

const act = (world: World, name: string, { by = officer, on, id, input = {} }: Said): Played =>
  play(world, stepOf(name), { actor: by, now: noon(on), params: id ? { complaintId: id } : {}, input });

const headOf = (world: World, id: string): ComplaintHead => {
  const state = world.states.get(`complaint:${id}`) as ComplaintState | undefined;
  if (!state) throw new Error(`no complaint ${id}`);
  return state.head;
};

const registered = (world: World, on: string, input: Record<string, unknown> = {}, by = officer): string => {
  const played = act(world, 'register-complaint', {
    by,
    on,
    input: { channel: 'phone', content: '反映态度生硬', ...input },
  });
  if (!played.ok) throw new Error(`${played.code} ${JSON.stringify(played.detail)}`);
  return played.reply.complaintId as string;
};

const staffIn = (world: World, personId: string): StaffRecord => {
  const county = world.states.get('county:649900') as unknown as { parts: { staff: Record<string, StaffRecord> } };
  const record = county.parts.staff[personId];
  if (!record) throw new Error(`no ${personId}`);
  return record;
};

/** Makes one member of staff list another as a sibling, without touching the index. */
const makeNear = (world: World, of: string, relative: string): void => {
  const record = staffIn(world, of);
  const county = world.states.get('county:649900') as unknown as { parts: { staff: Record<string, StaffRecord> } };
  const relatives = [...record.relatives, { person: staffIn(world, relative).token, relation: 'sibling' as const }];
  county.parts.staff[of] = { ...record, relatives };
};

describe('complaints', () => {
  it('are receipted within 15 days and handled within 60, calendar days that roll (XF §23, §34)', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-09-10');
    // 15 days end on Friday 2026-09-25, a holiday, and roll to Monday 28.
    expect(headOf(world, id).terms).toMatchObject([
      { term: 'complaint-receipt', dueOn: '2026-09-28', holderPost: 'CC' },
    ]);
    expect(act(world, 'accept-complaint', { on: '2026-09-28', id, input: { handler: 'cc-2' } }).ok).toBe(true);
    const [receipt, handling] = headOf(world, id).terms;
    expect(receipt?.endedOn).toBe('2026-09-28');
    expect(handling).toMatchObject({
      term: 'complaint-handling',
      dueOn: '2026-11-27',
      holderId: 'cc-2',
      countyHeld: true,
    });
  });

  it('are extended once by 30 days, up to the last day, and not by the handler', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-09-10', { complainant: named });
    act(world, 'accept-complaint', { on: '2026-09-28', id, input: { handler: 'cc-2' } });
    const reason = { reason: '须向外省核实' };
    expect(act(world, 'extend-complaint', { by: other, on: '2026-11-20', id, input: reason }).code).toBe(
      'same-person-approves',
    );
    expect(act(world, 'extend-complaint', { on: '2026-11-28', id, input: reason }).code).toBe('extension-too-late');
    expect(act(world, 'extend-complaint', { on: '2026-11-27', id, input: reason }).ok).toBe(true);
    const term = headOf(world, id).terms.find((one) => one.term === 'complaint-handling');
    expect(term).toMatchObject({ dueOn: '2026-11-27', extendedTo: '2026-12-28' });
    expect(headOf(world, id).papers.map(({ paperId, data }) => [paperId, data['form']])).toEqual([
      ['W34-1', 'receipt'],
      ['W34-2', 'extension'],
    ]);
    expect(act(world, 'extend-complaint', { on: '2026-11-27', id, input: reason }).code).toBe(
      'extension-already-given',
    );
  });

  it('about township staff go to the county, about county staff to the city, and the one about nobody stays where it came', () => {
    const world = demonstrationWorld();
    const townshipDesk = actor('TC', 't1-tc');
    const at = (staff: string[], organisations: string[] = [], by = townshipDesk) => {
      const { level, orgCode } = headOf(world, registered(world, '2026-08-12', { staff, organisations }, by));
      return `${level} ${orgCode}`;
    };
    expect(at([])).toBe('township 649900101');
    expect(at(['t1-td'])).toBe('county 649900');
    expect(at([], ['649900101'])).toBe('county 649900');
    expect(at(['cc-2'])).toBe('city 649900');
    expect(at(['t1-td', 'cc-2'])).toBe('city 649900');
    expect(at([], [], officer)).toBe('county 649900');
  });

  it('are never handled by whom they are about, nor by a near relative whichever of the two declared it', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { staff: ['t1-td'] });
    makeNear(world, 'cc-2', 't1-td');
    expect(act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } }).code).toBe(
      'complaint-to-its-subject',
    );
    const about = demonstrationWorld();
    makeNear(about, 't1-td', 'cc-2');
    const second = registered(about, '2026-08-12', { staff: ['t1-td'] });
    expect(act(about, 'accept-complaint', { on: '2026-08-13', id: second, input: { handler: 'cc-2' } }).code).toBe(
      'complaint-to-its-subject',
    );
    expect(
      act(about, 'accept-complaint', { by: other, on: '2026-08-13', id: second, input: { handler: 'cc-3' } }).code,
    ).toBe('complaint-to-its-subject');
    expect(act(about, 'accept-complaint', { on: '2026-08-13', id: second, input: { handler: 'cc-3' } }).ok).toBe(true);
  });

  it('do not exist for the person or organisation complained of, nor for the organ below the one that handles them', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { staff: ['cc-1'] }, other);
    for (const by of [officer, other, actor('TC', 't1-tc'), actor('TD', 't1-td')])
      expect(act(world, 'read-complaint', { by, on: '2026-08-13', id }).code).toBe('complaint-not-found');
    expect(act(world, 'read-complaint', { by: city, on: '2026-08-13', id }).ok).toBe(true);
    expect(act(world, 'list-complaints', { on: '2026-08-13' }).reply.complaints).toEqual([]);
    const listed = act(world, 'list-complaints', { by: city, on: '2026-08-13', input: { county: '649900' } });
    expect(listed.reply.complaints).toHaveLength(1);
  });

  it('are refused to the city’s own subject and to an organ they are not with', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12');
    const accepted = act(world, 'accept-complaint', { by: city, on: '2026-08-13', id, input: { handler: 'city-1' } });
    expect(accepted.code).toBe('complaint-of-another-organ');
  });

  it('name nobody in events, heads and papers, and are opened for the handler alone', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { complainant: named });
    act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } });
    const kept = JSON.stringify([world.events, headOf(world, id)]);
    expect(kept).not.toContain(named.name);
    expect(kept).not.toContain(named.phone);
    const token = headOf(world, id).complainant ?? '';
    const asked = (by: Actor) =>
      play(world, stepOf('read-complainant'), {
        actor: by,
        now: noon('2026-08-14'),
        params: { complaintId: id },
        names: { [token]: named },
      });
    expect(asked(officer).code).toBe('complainant-is-sealed');
    expect(asked(city).code).toBe('complaint-of-another-organ');
    expect(asked(actor('TC', 't1-tc')).code).toBe('post-not-permitted');
    expect(asked(other).reply).toEqual(named);
  });

  it('are told to a named complainant with the way to a review (D57 §37), and not to an anonymous one', () => {
    const world = demonstrationWorld();
    const answer = { outcome: 'substantiated', facts: ['属实'], result: ['已批评教育'] };
    const through = (complainant?: typeof named): ComplaintHead => {
      const id = registered(world, '2026-08-12', complainant ? { complainant } : {});
      act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } });
      expect(act(world, 'answer-complaint', { on: '2026-08-20', id, input: answer }).code).toBe(
        'complaint-of-another-handler',
      );
      expect(act(world, 'answer-complaint', { by: other, on: '2026-08-20', id, input: answer }).ok).toBe(true);
      return headOf(world, id);
    };
    const head = through(named);
    expect(head).toMatchObject({ status: 'answered', outcome: 'substantiated' });
    expect(head.terms.find(({ term }) => term === 'complaint-feedback')).toMatchObject({ dueOn: '2026-08-25' });
    expect(head.papers.at(-1)?.data).toMatchObject({ form: 'feedback', review: { days: 30, body: '市级民政部门' } });
    expect(
      act(world, 'tell-complainant', { on: '2026-08-21', id: head.complaintId, input: { method: 'post' } }).ok,
    ).toBe(true);
    expect(headOf(world, head.complaintId)).toMatchObject({ status: 'closed', toldOn: '2026-08-21' });
    const silent = through();
    expect(silent).toMatchObject({ status: 'closed', papers: [] });
    const told = act(world, 'tell-complainant', {
      on: '2026-08-21',
      id: silent.complaintId,
      input: { method: 'post' },
    });
    expect(told.code).toBe('complaint-at-another-stage');
  });

  it('are reviewed one organ up within 30 days and once more, by others each time (XF §35–36)', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { complainant: named });
    const answer = { outcome: 'unsubstantiated', facts: ['不属实'], result: ['不予支持'] };
    act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } });
    expect(act(world, 'ask-complaint-review', { on: '2026-08-14', id }).code).toBe('complaint-at-another-stage');
    act(world, 'answer-complaint', { by: other, on: '2026-08-20', id, input: answer });
    act(world, 'tell-complainant', { on: '2026-08-21', id, input: { method: 'post' } });
    // 30 days from 2026-08-21 end on Sunday 2026-09-20, a make-up working day, and stay there.
    expect(act(world, 'ask-complaint-review', { on: '2026-09-21', id }).code).toBe('complaint-review-over');
    expect(act(world, 'ask-complaint-review', { on: '2026-09-20', id }).reply).toMatchObject({ level: 'city' });
    expect(act(world, 'accept-complaint', { on: '2026-09-21', id, input: { handler: 'cc-3' } }).code).toBe(
      'complaint-not-found',
    );
    expect(act(world, 'accept-complaint', { by: city, on: '2026-09-21', id, input: { handler: 'city-1' } }).ok).toBe(
      true,
    );
    expect(headOf(world, id).terms.find(({ term }) => term === 'complaint-review')).toMatchObject({
      dueOn: '2026-10-20',
      holderPost: 'CITY',
      holderId: 'city-1',
    });
    act(world, 'answer-complaint', { by: city, on: '2026-10-09', id, input: answer });
    act(world, 'tell-complainant', { by: city, on: '2026-10-09', id, input: { method: 'post' } });
    expect(act(world, 'ask-complaint-review', { by: city, on: '2026-10-10', id }).reply).toMatchObject({
      level: 'region',
    });
  });

  it('are handed over and passed on, never to or by their subject', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { staff: ['t1-tc'] });
    const other1 = { ground: 'other-organ', note: '医疗报销事项' };
    expect(act(world, 'pass-on-complaint', { on: '2026-08-13', id, input: other1 }).code).toBe('input-invalid');
    act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } });
    const handOver = { handler: 'cc-3', reason: '调离' };
    expect(act(world, 'reassign-complaint', { on: '2026-08-14', id, input: handOver }).ok).toBe(true);
    expect(headOf(world, id)).toMatchObject({ handler: 'cc-3', handlers: ['cc-2', 'cc-3'] });
    expect(headOf(world, id).terms.find(({ term }) => term === 'complaint-handling')?.holderId).toBe('cc-3');
    const passed = act(world, 'pass-on-complaint', { on: '2026-08-15', id, input: { ...other1, organ: '医疗保障局' } });
    expect(passed.code).toBe('complaint-at-another-stage');
    const fresh = registered(world, '2026-08-12');
    expect(
      act(world, 'pass-on-complaint', { on: '2026-08-15', id: fresh, input: { ...other1, organ: '医疗保障局' } }).reply,
    ).toMatchObject({
      status: 'passed-on',
    });
  });

  it('about a case under review open the county gate and exist beside it, in one act (D57 §20(2), T12)', () => {
    const walk = walkTo('give-opinion');
    const { world, caseId } = walk;
    const onCase = { caseId, content: '举报隐瞒收入', channel: 'phone' };
    expect(act(world, 'register-complaint', { on: '2026-08-17', input: onCase }).code).toBe('complaint-on-the-case');
    done(walk, 'record-complaint', '2026-08-17', { by: officer, input: { complainant: named } });
    const recorded = world.events.filter(
      ({ type }) => type === 'complaint-recorded' || type === 'complaint-registered',
    );
    expect(recorded.map(({ subjectKind }) => subjectKind)).toEqual(['case', 'complaint']);
    const { complaintId = '' } = (recorded[0]?.data ?? {}) as { complaintId?: string };
    expect(headOf(world, complaintId)).toMatchObject({ caseId, level: 'county' });
    expect(JSON.stringify(recorded[0])).not.toContain('隐瞒收入');
    expect(caseIn(world, caseId).head.complaint).toBe(true);
    expect(take(walk, 'decide-case', '2026-08-25').code).not.toBe(undefined);
    // Who had a task on the case does not handle the complaint about it (SD7).
    expect(headOf(world, complaintId).about.barred).toEqual(expect.arrayContaining(['t1-tc', 't1-ts1', 't1-tr']));
  });

  it('fold from their events to the same state', () => {
    const world = demonstrationWorld();
    const id = registered(world, '2026-08-12', { staff: ['t1-td'], complainant: named });
    act(world, 'accept-complaint', { on: '2026-08-13', id, input: { handler: 'cc-2' } });
    const again = world.events
      .filter(({ subjectId }) => subjectId === id)
      .reduce<unknown>((s, e) => fold(s as never, e), undefined);
    expect(again).toEqual(world.states.get(`complaint:${id}`));
    expect(tokenOf('x')).not.toBe(headOf(world, id).complainant);
  });
});
