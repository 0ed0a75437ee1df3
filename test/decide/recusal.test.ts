import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { fileNearRelative } from '../../functions/intake/file-near-relative.ts';
import { requestMaterials } from '../../functions/intake/request-materials.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, noon, play, tokenOf, type World } from '../world.ts';
import { accepted, act, asks, clerk, snapshot, submitted } from './intake-cases.ts';
import { expectFolded, headOf, idNumberOf, take, untouched, walkTo } from './walk-through.ts';

const secondClerk = actor('TC', 't1-tc2', '649900101');
const secondConfirmer = actor('TD', 't1-td2', '649900101');
const wife = familyOfThree(0)[1] as Person;

/** Registers a member of the staff with the wife of the household as sibling. */
function register(world: World, personId: string, post: { post: string; orgCode: string }, sibling: string): void {
  const played = play(world, registerStaff, {
    actor: actor('CC', 'cc-1'),
    now: noon('2026-08-18'),
    input: {
      personId,
      name: '演示新员',
      idNumber: residentId('19900101', 77),
      posts: [post],
      relatives: [{ idNumber: sibling, relation: 'sibling' }],
      activeFrom: '2026-08-18',
    },
  });
  if (!played.ok) throw new Error(`registration refused: ${played.code}`);
}

/** The first clerk of the township as the register has him: born 1971-01-01, sequence 101. */
const clerkHimself: Person = { birth: '19710101', sequence: 101, relation: '01' };

describe('recusal by the register (SD4, SD8, D57 §11)', () => {
  it('lets no clerk accept, or ask more of, an application of a relative nobody declared', () => {
    const world = demonstrationWorld();
    register(world, 't1-tc', { post: 'TC', orgCode: '649900101' }, idNumberOf(wife));
    const caseId = submitted(world, { on: '2026-08-20' });
    const before = snapshot(world, caseId);
    expect(act(world, acceptApplication, { caseId, on: '2026-08-20' }).code).toBe('near-relative-recused');
    const asking = { caseId, on: '2026-08-20', input: asks('disability-card') };
    expect(act(world, requestMaterials, asking).code).toBe('near-relative-recused');
    expect(snapshot(world, caseId)).toBe(before);
    const taken = act(world, acceptApplication, { caseId, on: '2026-08-20', by: secondClerk });
    expect(taken.event?.data).toMatchObject({ relativesFound: ['t1-tc'] });
  });

  it('lets no confirmer decide who was registered as a relative after acceptance, and nobody before the filing', () => {
    const walk = walkTo('post-publicity');
    register(walk.world, 't1-td', { post: 'TD', orgCode: '649900101' }, idNumberOf(wife));
    const before = untouched(walk);
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('near-relative-recused');
    const other = { by: secondConfirmer };
    expect(take(walk, 'decide-case', '2026-08-25', other)).toMatchObject({
      code: 'relative-filing-missing',
      detail: { staff: ['t1-td'] },
    });
    expect(untouched(walk)).toBe(before);

    const input = { staff: 't1-td', relation: 'sibling', idNumber: idNumberOf(wife) };
    expect(act(walk.world, fileNearRelative, { caseId: walk.caseId, on: '2026-08-25', input }).ok).toBe(true);
    expect(take(walk, 'decide-case', '2026-08-25', other).code).toBe('county-survey-missing');
    expect(take(walk, 'survey-by-county', '2026-08-25').ok).toBe(true);
    expect(take(walk, 'decide-case', '2026-08-25', other).ok).toBe(true);
    expectFolded(walk);
  });

  it('finds a member of the staff who applies himself, files it as such, and sends the case to the county', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', persons: [clerkHimself] });
    expect(act(world, acceptApplication, { caseId, on: '2026-08-03', by: clerk }).code).toBe('near-relative-recused');
    const taken = act(world, acceptApplication, { caseId, on: '2026-08-03', by: secondClerk });
    expect(taken.reply).toMatchObject({ countySurveyRequired: true });
    expect(taken.event?.data).toMatchObject({ relativesFound: ['t1-tc'] });

    const input = { staff: 't1-tc', relation: 'self', idNumber: idNumberOf(clerkHimself) };
    const filed = act(world, fileNearRelative, { caseId, on: '2026-08-03', by: secondClerk, input });
    expect(filed.event?.data).toMatchObject({ staff: 't1-tc', relation: 'self', declaredBy: 'check' });
    expect(caseIn(world, caseId).head).toMatchObject({ relatives: ['t1-tc'], unfiledRelatives: [] });
  });

  it('tells at registration that the new member of the staff applies or receives aid (SD8)', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: '2026-08-03' });
    const { reply } = play(world, registerStaff, {
      actor: actor('CC', 'cc-1'),
      now: noon('2026-08-04'),
      input: {
        personId: 't1-new',
        name: '演示新员',
        idNumber: idNumberOf(wife),
        posts: [{ post: 'TC', orgCode: '649900101' }],
        relatives: [],
        activeFrom: '2026-08-04',
      },
    });
    expect(reply.relativesOnAid).toEqual([{ caseId, relation: 'self' }]);
    const { kin } = (world.states.get('county:649900') as unknown as CountyState).parts;
    expect(kin['649900101']?.[tokenOf(idNumberOf(wife))]).toEqual([{ staff: 't1-new', relation: 'self' }]);
  });

  it('goes on with a case nobody on the staff is near to', () => {
    expect(headOf(walkTo('decide-case'))).toMatchObject({ status: 'confirmed', relatives: [] });
  });
});
