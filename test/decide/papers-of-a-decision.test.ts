import { describe, expect, it } from '@jest/globals';
import { renderPaper } from '../../functions/documents/render-paper.ts';
import { familyOfThree, type Person } from '../applications.ts';
import { attach, caseIn, demonstrationWorld, tokenOf } from '../world.ts';
import { submitted } from './intake-cases.ts';
import { done, idNumberOf, paperOf, take, walkTo } from './walk-through.ts';

const [father] = familyOfThree(0) as [Person];
const orphan: Person = { birth: '20090601', sequence: 611, relation: '01' };

describe('the notice of a confirmation', () => {
  it('names the persons it covers (W20)', () => {
    const tokens = familyOfThree(0).map((person) => tokenOf(idNumberOf(person)));
    expect(paperOf(walkTo('decide-case'), 'W20').data).toMatchObject({ members: 3, persons: tokens });
  });
});

describe('the notice of a denial', () => {
  it('names the clause of every ground a person found, and no design of this system', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'decide-case', '2026-08-25', {
      input: { result: 'not-confirmed', grounds: ['income', 'already-covered'], reasons: ['已在外县享受低保'] },
    });
    const { clauses, data } = paperOf(walk, 'W21');
    expect(data['clauses']).toEqual([
      '《最低生活保障审核确认办法》第十三条',
      '《最低生活保障审核确认办法》第四条（待核对）',
    ]);
    expect([...clauses, ...(data['clauses'] as string[])].join()).not.toContain('非法律规定');
  });

  it('can never rest on urban or rural: the wrong program is put right before the application is taken', () => {
    const world = demonstrationWorld();
    expect(() => submitted(world, { on: '2026-08-03', more: { program: 'DB_RURAL' } })).toThrow('input-invalid');
    const walk = walkTo('accept-application');
    const { household } = caseIn(walk.world, walk.caseId).parts;
    const moved = { ...household, urbanRural: 'rural' };
    expect(take(walk, 'record-visit', '2026-08-06', { input: { household: moved } }).code).toBe('input-invalid');
  });
});

describe('public notices of an applicant who is a minor (rulebook 5, PIPL §28)', () => {
  const words = (name: string) => ({
    names: { [tokenOf(idNumberOf(orphan))]: { name }, [tokenOf(idNumberOf(father))]: { name } },
    township: { name: '演示一镇', phone: '0950-0000101' },
    county: { name: '演示县', phone: '0950-0000000' },
    channel: 'village-board' as const,
  });

  it('show no full name on any board; a guardian’s consent stands for the child’s', () => {
    const walk = walkTo('accept-application', { persons: [orphan] });
    const signed = { by: { idNumber: idNumberOf(orphan) }, attachmentId: attach(walk.world, 'guardian') };
    expect(take(walk, 'request-verification', '2026-08-04').detail).toEqual({ missing: [tokenOf(idNumberOf(orphan))] });
    done(walk, 'record-consents', '2026-08-04', { raw: { consents: [{ ...signed, signedOn: '2026-08-03' }] } });
    done(walk, 'request-verification', '2026-08-04');
    done(walk, 'start-verification', '2026-08-05');
    done(walk, 'record-visit', '2026-08-06');
    done(walk, 'record-verification', '2026-08-10');
    done(walk, 'give-opinion', '2026-08-14');
    done(walk, 'post-publicity', '2026-08-17');
    expect(renderPaper(paperOf(walk, 'W17'), words('测试童'))).toContain('申请人：测某某\n');
    expect(renderPaper(paperOf(walk, 'W17'), { ...words('测试童'), maskNameOnline: false })).not.toContain('测试童');
  });

  it('show an adult’s on the village board, for D57 §24 says so', () => {
    const walk = walkTo('post-publicity');
    expect(renderPaper(paperOf(walk, 'W17'), words('测试父'))).toContain('申请人：测试父\n');
  });
});
