import { describe, expect, it } from '@jest/globals';
import { Paper } from '../../schemas/paper.ts';
import { residentId } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld } from '../world.ts';
import { walkProgram } from './program-cases.ts';
import { entitlementsOf } from './receiving.ts';
import { boardPosting, done, expectFolded, headOf, paperOf, take, type Walk } from './walk-through.ts';

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

  it('offers 低保 and temporary assistance, and forces neither', () => {
    const walk = leaving();
    post(walk, '2026-11-04');
    done(walk, 'decide-adjustment', '2026-11-12', stop);
    const paper = paperOf(walk, 'W25');
    expect(JSON.stringify(paper.data['reasons'])).toContain('可申请最低生活保障、临时救助');
    expect(paper.clauses.join()).toContain('《特困人员认定办法》第二十六条');
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
