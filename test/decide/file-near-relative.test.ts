import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { fileNearRelative } from '../../functions/intake/file-near-relative.ts';
import { recordConsents } from '../../functions/intake/record-consents.ts';
import { type Person, residentId } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, refolded, tokenOf } from '../world.ts';
import { accepted, act, clerk, snapshot, submitted, termsOf, village } from './intake-cases.ts';

/** Born 1975-03-03, sequence 301: the brother of the village cadre t1-vc in the register of the demonstration county. */
const brotherOfCadre: Person = { birth: '19750303', sequence: 301, relation: '01' };
const brother = { idNumber: residentId('19750303', 301) };
const wife = { idNumber: residentId('19870604', 101) };
const G10 = '2026-11-02';

const filing = { staff: 't1-vc', relation: 'sibling', ...brother };

describe('G10, first half: a brother in the village committee', () => {
  it('finds him at acceptance, files him the same day, and asks the county to survey', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: G10, persons: [brotherOfCadre] });
    expect(caseIn(world, caseId).head).toMatchObject({ unfiledRelatives: ['t1-vc'], dueOn: '2026-11-30' });
    expect(termsOf(world, caseId)['county-survey']).toEqual({ dueOn: '2026-11-26' });

    const filed = act(world, fileNearRelative, { caseId, on: G10, input: filing });
    expect(filed.reply).toMatchObject({ relativeFiled: true, countySurveyRequired: true, dueOn: '2026-11-30' });
    expect(filed.event?.data).toMatchObject({ staff: 't1-vc', declaredBy: 'check', undone: [] });
    expect(filed.event?.papers?.[0]).toMatchObject({
      kind: 'W09',
      to: 'county',
      data: { staff: 't1-vc', member: tokenOf(brother.idNumber), relation: 'sibling', filedOn: G10, post: 'VC' },
    });
    expect(caseIn(world, caseId).head).toMatchObject({ relatives: ['t1-vc'], unfiledRelatives: [] });
    expect(termsOf(world, caseId)['county-survey']).toEqual({ dueOn: '2026-11-26' });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('leaves him no task on the case, whatever post he holds (SD4, SD9)', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: G10, persons: [brotherOfCadre] });
    const asClerk = actor('TC', 't1-vc', '649900101');
    const before = snapshot(world, caseId);
    const consents = [{ by: brother, attachmentId: 'att-00000000', signedOn: G10 }];
    expect(act(world, recordConsents, { caseId, on: G10, by: asClerk, input: { consents } }).code).toBe(
      'near-relative-recused',
    );
    expect(snapshot(world, caseId)).toBe(before);
  });
});

describe('intake.file-near-relative', () => {
  it('recuses whom the applicant declares from submission on, and finds the filing done at acceptance', () => {
    const world = demonstrationWorld();
    const declared = [{ staff: 't1-tc', idNumber: wife.idNumber, relation: 'child' }];
    const caseId = submitted(world, { on: G10, more: { declaredRelatives: declared } });
    expect(caseIn(world, caseId).head).toMatchObject({ relatives: ['t1-tc'], unfiledRelatives: ['t1-tc'] });
    expect(act(world, acceptApplication, { caseId, on: G10 }).code).toBe('near-relative-recused');

    const other = actor('TC', 't1-ts3', '649900101');
    const input = { staff: 't1-tc', relation: 'child', ...wife, declaredBy: 'applicant' };
    const filed = act(world, fileNearRelative, { caseId, on: G10, by: other, input });
    expect(filed.event?.data).toMatchObject({ declaredBy: 'applicant' });
    expect(termsOf(world, caseId)).not.toHaveProperty('county-survey');

    const taken = act(world, acceptApplication, { caseId, on: G10, by: other });
    expect(taken.reply).toMatchObject({ countySurveyRequired: true });
    expect(taken.event?.data).toMatchObject({ relativesFound: [] });
    expect(termsOf(world, caseId)['county-survey']).toEqual({ dueOn: '2026-11-26' });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
  });

  it('starts the county’s term when the relation comes to light only after acceptance', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: G10 });
    expect(termsOf(world, caseId)).not.toHaveProperty('county-survey');
    const input = { staff: 't1-ts1', relation: 'maternal-grandchild', ...wife };
    act(world, fileNearRelative, { caseId, on: '2026-11-05', by: actor('CC', 'cc-1'), input });
    expect(termsOf(world, caseId)['county-survey']).toEqual({ dueOn: '2026-11-26' });
  });

  it.each(['uncle', 'cousin', 'son-in-law', 'friend'])(
    'knows no near relation %s (SD5, Civil Code 1045)',
    (relation) => {
      const world = demonstrationWorld();
      const caseId = accepted(world, { on: G10 });
      const before = snapshot(world, caseId);
      const played = act(world, fileNearRelative, { caseId, on: G10, input: { staff: 't1-ts1', relation, ...wife } });
      expect(played.code).toBe('relation-not-near');
      expect(played.detail?.['near']).toHaveLength(9);
      expect(snapshot(world, caseId)).toBe(before);
    },
  );

  it('refuses strangers on either side, a second filing and posts without a say', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: G10, persons: [brotherOfCadre] });
    const file = (input: unknown, by = clerk) => act(world, fileNearRelative, { caseId, on: G10, by, input }).code;
    expect(file({ ...filing, staff: 'nobody-1' })).toBe('staff-unknown');
    expect(file({ ...filing, idNumber: wife.idNumber })).toBe('member-not-listed');
    expect(file({ staff: 't1-vc', relation: 'sibling' })).toBe('input-invalid');
    expect(file(filing, village)).toBe('post-not-permitted');
    expect(file(filing)).toBeUndefined();
    expect(file(filing)).toBe('already-done');
  });
});
