import { describe, expect, it } from '@jest/globals';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { recordMandate } from '../../functions/intake/record-mandate.ts';
import { refuseApplication } from '../../functions/intake/refuse-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { withdrawApplication } from '../../functions/intake/withdraw-application.ts';
import { powers } from '../../functions/law/powers.ts';
import { steps } from '../../functions/steps.ts';
import { application, familyOfThree, type Person, residentId } from '../applications.ts';
import { actor, attach, caseIn, demonstrationWorld, noon, play, refolded } from '../world.ts';
import { accepted, act, applicant, clerk, confirmer, snapshot, submitted, termsOf, village } from './intake-cases.ts';

const registeredAt = (townshipCode: string): Person[] =>
  familyOfThree(0).map((person) => ({
    ...person,
    more: { ...person.more, hukou: { countyCode: townshipCode.slice(0, 6), townshipCode } },
  }));
const wrongPlace = { ground: 'wrong-place', fact: '全体成员户籍在演示二镇', transferTo: '649900102' };

describe('G25 (a) and P01: a village committee decides nothing', () => {
  it('refuses a village post that posts 不符合条件', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const before = snapshot(world, caseId);
    const input = { ground: '不符合条件', fact: '村里认为不符合' };
    const played = act(world, refuseApplication, { caseId, on: '2026-08-03', by: village, input });
    expect(played).toMatchObject({ code: 'village-may-not-decide', detail: { post: 'VC' } });
    expect(snapshot(world, caseId)).toBe(before);
  });

  it.each(powers.filter(({ forbidden }) => forbidden?.VC).map(({ act: name }) => name))(
    'answers village-may-not-decide to %s, whatever the body and the state',
    (name) => {
      const step = steps.find(({ id }) => id.endsWith(`.${name}`));
      if (!step) return expect(powers.find(({ act: other }) => other === name)?.posts).not.toContain('VC');
      const world = demonstrationWorld();
      for (const caseId of [submitted(world, { on: '2026-08-03' }), '649900101-DB-2026-009999'])
        expect(act(world, step, { caseId, on: '2026-08-04', by: village, input: { any: 1 } }).code).toBe(
          'village-may-not-decide',
        );
    },
  );
});

describe('intake.refuse-application', () => {
  it('refuses the wrong place with W08, served within 3 working days, and lets the applicant apply at once (B19, T20)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', persons: registeredAt('649900102') });
    const refused = act(world, refuseApplication, { caseId, on: '2026-08-04', by: confirmer, input: wrongPlace });
    expect(refused.reply).toMatchObject({ status: 'refused', endedOn: '2026-08-04' });
    expect(refused.event?.data).toMatchObject({ ground: 'wrong-place', transferTo: '649900102' });
    expect(refused.event?.papers?.[0]).toMatchObject({
      kind: 'W08',
      serveBy: '2026-08-07',
      data: { fact: '全体成员户籍在演示二镇', remedy: expect.stringContaining('行政复议') },
    });
    expect(termsOf(world, caseId)).toEqual({
      intake: { dueOn: '2026-08-10', endedOn: '2026-08-04' },
      'refusal-notice': { dueOn: '2026-08-07' },
    });
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
    expect(submitted(world, { on: '2026-08-04', persons: registeredAt('649900102') })).not.toBe(caseId);
  });

  it.each(['materials-incomplete', 'has-labour-ability', 'no-village-stamp', 'no-quota', '材料不齐'])(
    'knows no ground %s (P12)',
    (ground) => {
      const world = demonstrationWorld();
      const caseId = submitted(world, { on: '2026-08-03' });
      const before = snapshot(world, caseId);
      const played = act(world, refuseApplication, {
        caseId,
        on: '2026-08-03',
        by: confirmer,
        input: { ground, fact: 'x' },
      });
      expect(played).toMatchObject({
        code: 'refusal-ground-not-lawful',
        detail: { grounds: ['wrong-place', 'program-not-here', 'identical-open'] },
      });
      expect(snapshot(world, caseId)).toBe(before);
    },
  );

  it.each([
    ['no fact at all', { ground: 'program-not-here' }, 'fact'],
    ['an empty fact', { ground: 'program-not-here', fact: '   ' }, 'fact'],
    ['no place to pass it on to', { ground: 'wrong-place', fact: '户籍在外地' }, 'transferTo'],
    ['no evidence of another program', { ground: 'program-not-here', fact: '申请的是医疗救助' }, 'evidence'],
    ['no number of the open case', { ground: 'identical-open', fact: '已在办理' }, 'openCaseNo'],
    ['no evidence of the open case', { ground: 'identical-open', fact: '已在办理', openCaseNo: 'A-1' }, 'evidence'],
  ])('needs its fact on record: %s', (_name, input, missing) => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const before = snapshot(world, caseId);
    const played = act(world, refuseApplication, { caseId, on: '2026-08-03', by: confirmer, input });
    expect(played).toMatchObject({ code: 'refusal-fact-missing', detail: { missing } });
    expect(snapshot(world, caseId)).toBe(before);
  });

  it.each([
    ['is registered here', '649900101', '649900102'],
    ['is registered elsewhere than said', '649900001', '649900102'],
    ['is registered in the county, the township unknown', '649900', '649900102'],
  ])('does not believe the wrong place where the household %s', (_name, place, transferTo) => {
    const world = demonstrationWorld();
    const hukou = place.length === 6 ? { countyCode: place } : { countyCode: place.slice(0, 6), townshipCode: place };
    const persons = familyOfThree(0).map((person) => ({ ...person, more: { ...person.more, hukou } }));
    const caseId = submitted(world, { on: '2026-08-03', persons });
    const input = { ...wrongPlace, transferTo };
    expect(act(world, refuseApplication, { caseId, on: '2026-08-03', by: confirmer, input }).code).toBe(
      'refusal-fact-missing',
    );
  });

  it('keeps the hash of the evidence for the other grounds', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03' });
    const evidence = attach(world, 'open elsewhere');
    const input = { ground: 'identical-open', fact: '同一家庭已在旧系统办理', openCaseNo: 'NX-2026-77', evidence };
    const refused = act(world, refuseApplication, { caseId, on: '2026-08-03', by: confirmer, input });
    expect(refused.event?.data).toMatchObject({
      openCaseNo: 'NX-2026-77',
      evidence: world.attachments.get(evidence)?.sha256,
    });
  });

  it('belongs to the confirmer and ends with acceptance', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', persons: registeredAt('649900102') });
    const refuse = (by = confirmer) =>
      act(world, refuseApplication, { caseId, on: '2026-08-03', by, input: wrongPlace });
    expect(refuse(clerk).code).toBe('post-not-permitted');
    expect(refuse(actor('TD', 't2-td')).code).toBe('case-not-found');
    act(world, acceptApplication, { caseId, on: '2026-08-03' });
    expect(refuse().code).toBe('step-out-of-order');
  });
});

describe('intake.withdraw-application', () => {
  it('closes the case at the applicant’s word and ends every running term (T18)', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', by: applicant });
    act(world, acceptApplication, { caseId, on: '2026-08-03' });
    const withdrawn = act(world, withdrawApplication, { caseId, on: '2026-08-05', by: applicant, input: {} });
    expect(withdrawn.reply).toMatchObject({ status: 'withdrawn', endedOn: '2026-08-05' });
    const open = Object.values(termsOf(world, caseId)).filter(({ endedOn }) => endedOn === undefined);
    expect(open).toEqual([]);
    expect(caseIn(world, caseId)).toEqual(refolded(world, caseId));
    const again = application(world, familyOfThree(0));
    expect(play(world, submitApplication, { actor: clerk, now: noon('2026-08-05'), input: again }).ok).toBe(true);
  });

  it('needs the applicant’s signed statement when a clerk enters it', () => {
    const world = demonstrationWorld();
    const caseId = accepted(world, { on: '2026-08-03' });
    const before = snapshot(world, caseId);
    expect(act(world, withdrawApplication, { caseId, on: '2026-08-05', input: {} }).code).toBe('input-invalid');
    expect(snapshot(world, caseId)).toBe(before);
    const statement = attach(world, 'withdrawal');
    const withdrawn = act(world, withdrawApplication, { caseId, on: '2026-08-05', input: { statement } });
    expect(withdrawn.event?.data).toMatchObject({ statement: world.attachments.get(statement)?.sha256 });
  });

  it('needs it of an agent too: a mandate to apply is none to give up', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', by: applicant });
    const agent = { ...applicant, post: 'AG' as const };
    const mandate = {
      name: '测试代理',
      idNumber: residentId('19700101', 901),
      relation: 'relative',
      account: 'portal',
    };
    const given = { ...mandate, mandate: attach(world, 'W04') };
    expect(act(world, recordMandate, { caseId, on: '2026-08-04', by: applicant, input: given }).ok).toBe(true);
    const withdraw = (input: object) => act(world, withdrawApplication, { caseId, on: '2026-08-05', by: agent, input });
    expect(withdraw({ reason: '不想办了' }).code).toBe('input-invalid');
    expect(withdraw({ statement: attach(world, 'withdrawal') }).ok).toBe(true);
  });

  it('is nobody else’s: not another applicant’s, not the village’s, not after the end', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: '2026-08-03', by: applicant });
    const other = { ...applicant, act: 'resident-2' };
    const withdraw = (by = applicant) => act(world, withdrawApplication, { caseId, on: '2026-08-05', by, input: {} });
    expect(withdraw(other).code).toBe('case-not-found');
    expect(withdraw(village).code).toBe('post-not-permitted');
    expect(withdraw().ok).toBe(true);
    expect(withdraw().code).toBe('step-out-of-order');
  });
});
