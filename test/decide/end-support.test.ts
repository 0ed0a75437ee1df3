import { describe, expect, it } from '@jest/globals';
import { Paper } from '../../schemas/paper.ts';
import { residentId } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld } from '../world.ts';
import { walkProgram } from './program-cases.ts';
import { entitlementsOf } from './receiving.ts';
import { boardPosting, done, expectFolded, headOf, paperOf, running, take, termOf, type Walk } from './walk-through.ts';

const clerk = actor('TC', 't1-tc');

/** The woman of G08 receives 特困; she asks to leave it, in writing, and the end is proposed. */
function leaving(): Walk {
  const walk = walkProgram('TK', 'publish-confirmation');
  done(walk, 'report-change', '2026-11-02', {
    by: clerk,
    input: {
      kind: 'voluntary-exit',
      source: 'household',
      happenedOn: '2026-11-02',
      proof: attach(walk.world, 'statement'),
    },
  });
  done(walk, 'record-reverification', '2026-11-03', {
    input: { result: 'stop', ground: 'voluntary-exit', reasons: ['本人书面声明退出供养'] },
  });
  return walk;
}
const post = (walk: Walk, on: string) =>
  take(walk, 'post-termination', on, { by: clerk, input: { postings: [boardPosting(walk.world, on)] } });
const stop = { input: { result: 'stop' } };

describe('the end of 特困 (T43 §24–27)', () => {
  it('is posted for seven days first, the last of which is the public’s, and then takes effect next month', () => {
    const walk = leaving();
    expect(take(walk, 'decide-adjustment', '2026-11-04', stop).code).toBe('publicity-not-over');
    expect(post(walk, '2026-11-04').ok).toBe(true);
    expect(caseIn(walk.world, walk.caseId).parts.management?.posted?.endsOn).toBe('2026-11-11');
    expect(Paper.parse(paperOf(walk, 'W17')).data).toMatchObject({ ending: true, program: 'TK', amountFen: 0 });
    expect(take(walk, 'decide-adjustment', '2026-11-11', stop)).toMatchObject({
      code: 'publicity-not-over',
      detail: { earliestOn: '2026-11-12' },
    });
    done(walk, 'decide-adjustment', '2026-11-12', stop);
    expect(headOf(walk)).toMatchObject({ status: 'ended', endReason: 'voluntary-exit' });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'stop', fromMonth: '2026-12', amountFen: 0 });
    expectFolded(walk);
  });

  it('an objection until the last day takes the proposal back: looked at again in fifteen working days, and posted again', () => {
    const walk = leaving();
    const input = { channel: 'phone', realName: false, content: '反映本人并未自愿退出' };
    const object = (on: string, more: Record<string, unknown> = {}) =>
      take(walk, 'object-termination', on, { by: clerk, input: { ...input, ...more } });
    expect(object('2026-11-04').code).toBe('proposal-missing');
    post(walk, '2026-11-04');
    expect(object('2026-11-12').code).toBe('objection-window-over');
    expect(object('2026-11-12', { raisedOn: '2026-11-03' }).code).toBe('date-out-of-order');
    expect(object('2026-11-11').ok).toBe(true);
    expect(headOf(walk).status).toBe('checking');
    expect(termOf(walk, 'termination-recheck')).toMatchObject({ fromOn: '2026-11-11', dueOn: '2026-12-02' });
    expect(running(walk)).not.toContain('adjustment');
    expect(take(walk, 'decide-adjustment', '2026-11-12', stop).code).toBe('proposal-missing');
    expect(entitlementsOf(walk).at(-1)).not.toMatchObject({ amountFen: 0 });
    done(walk, 'record-reverification', '2026-11-16', {
      input: { result: 'stop', ground: 'voluntary-exit', reasons: ['经复查，本人确认书面声明属实'] },
    });
    expect(termOf(walk, 'termination-recheck').endedOn).toBe('2026-11-16');
    expect(take(walk, 'decide-adjustment', '2026-11-17', stop).code).toBe('publicity-not-over');
    post(walk, '2026-11-17');
    expect(caseIn(walk.world, walk.caseId).parts.management?.posted?.endsOn).toBe('2026-11-24');
    expect(take(walk, 'decide-adjustment', '2026-11-24', stop).code).toBe('publicity-not-over');
    done(walk, 'decide-adjustment', '2026-11-25', stop);
    expect(headOf(walk).status).toBe('ended');
    expectFolded(walk);
  });

  it('offers 低保 and temporary assistance, and forces neither', () => {
    const walk = leaving();
    post(walk, '2026-11-04');
    done(walk, 'decide-adjustment', '2026-11-12', stop);
    const paper = paperOf(walk, 'W25');
    expect(JSON.stringify(paper.data['reasons'])).toContain('可申请最低生活保障、临时救助');
    expect(paper.clauses.join()).toContain('《特困人员认定办法》第二十六条');
  });
});

describe('the death of the only person aided', () => {
  /** The death is told by the village, and the township concludes that the aid ends. */
  const dies = (program: 'TK' | 'GL'): Walk => {
    const days = {
      'submit-application': '2026-11-02',
      'accept-application': '2026-11-02',
      'record-consents': '2026-11-02',
      'assign-surveyors': '2026-11-03',
      'request-verification': '2026-11-03',
      'start-verification': '2026-11-04',
      'record-visit': '2026-11-05',
      'record-verification': '2026-11-09',
      'give-opinion': '2026-11-13',
      'post-publicity': '2026-11-16',
      'decide-case': '2026-11-25',
      'publish-confirmation': '2026-11-26',
    };
    const walk = walkProgram(program, 'publish-confirmation', { days });
    const person = headOf(walk).applicant;
    done(walk, 'report-change', '2026-12-07', {
      by: actor('VC', 't1-vc'),
      input: { kind: 'death', source: 'village', happenedOn: '2026-12-05', person },
    });
    done(walk, 'record-reverification', '2026-12-08', {
      input: { result: 'stop', ground: 'death', reasons: ['本人已死亡'] },
    });
    return walk;
  };

  it('stops the old-age allowance from the month after the decision (rulebook 2.9), once it is noted that nobody is left', () => {
    const walk = dies('GL');
    expect(take(walk, 'decide-adjustment', '2026-12-09', stop).code).toBe('representations-missing');
    const evidence = [attach(walk.world, 'death record')];
    done(walk, 'record-representations', '2026-12-09', { raw: { form: 'nobody-left', evidence } });
    done(walk, 'decide-adjustment', '2026-12-10', stop);
    expect(headOf(walk)).toMatchObject({ status: 'ended', endReason: 'death' });
    expect(entitlementsOf(walk).at(-1)).toEqual({ kind: 'stop', fromMonth: '2027-01', amountFen: 0 });
    expect(paperOf(walk, 'W25')).toMatchObject({ to: 'file', data: { heard: { nobodyLeft: true, waived: false } } });
    expect(Paper.parse(paperOf(walk, 'W24')).data).toMatchObject({ form: 'nobody-left' });
    expect(running(walk)).not.toContain('adjustment-notice');
    done(walk, 'publish-adjustment', '2026-12-11', { by: clerk });
    expect(paperOf(walk, 'W22').data).toMatchObject({ change: 'ended', fromMonth: '2027-01', members: 0 });
    expectFolded(walk);
  });

  it('ends 特困, whatever age and means would say of the living (T43 §24)', () => {
    const walk = dies('TK');
    const { proposal } = caseIn(walk.world, walk.caseId).parts.management ?? {};
    expect(proposal).toMatchObject({ result: 'stop', ground: 'death', amountFen: 0 });
    expect(proposal?.computation.join()).toContain('已死亡');
  });
});

describe('a minor in 特困 (LAW §16, T43 §24; K4)', () => {
  const child = (schooling?: string): Walk => {
    const world = demonstrationWorld();
    const person = {
      birth: '20101115',
      sequence: 731,
      relation: '01',
      more: { supportChoice: 'central', ...(schooling ? { schooling } : {}) },
    };
    return walkProgram('TK', 'publish-confirmation', {
      persons: [person],
      world,
      taking: {
        'record-consents': {
          raw: {
            consents: [
              {
                by: { idNumber: residentId(person.birth, person.sequence) },
                attachmentId: attach(world, 'consent of the guardian'),
                signedOn: '2026-08-03',
              },
            ],
          },
        },
      },
    });
  };
  const conclude = (walk: Walk, on: string, result: string) => {
    done(walk, 'report-change', on, { by: clerk, input: { kind: 'other' } });
    done(walk, 'record-visit', on);
    return take(walk, 'record-reverification', on, { input: { result, reasons: ['年满十六周岁'] } });
  };

  it('is not put out at sixteen, nor at eighteen while at school', () => {
    expect(conclude(child(), '2026-12-01', 'stop').code).toBe('minor-retained');
    expect(conclude(child(), '2026-12-01', 'none').ok).toBe(true);
    expect(conclude(child('senior-secondary'), '2028-11-20', 'stop').code).toBe('minor-retained');
  });

  it('may be, at eighteen and out of school', () => {
    expect(conclude(child(), '2028-11-15', 'stop').ok).toBe(true);
  });
});
