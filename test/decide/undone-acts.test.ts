import { describe, expect, it } from '@jest/globals';
import { fileNearRelative } from '../../functions/intake/file-near-relative.ts';
import { requestMaterials } from '../../functions/intake/request-materials.ts';
import { residentId } from '../applications.ts';
import { actor, caseIn, demonstrationWorld, refolded } from '../world.ts';
import { act, submitted, termsOf } from './intake-cases.ts';
import { done, take, visitReport, type Walk, walkTo } from './walk-through.ts';

const wife = { idNumber: residentId('19870604', 101) };
const G10 = '2026-11-02';
const nearTs1 = { staff: 't1-ts1', relation: 'child', ...wife };
/** A case of the days of G01, whose relation to somebody comes to light later. */
const file = ({ world, caseId }: Walk, on: string, staff = 't1-ts1') =>
  act(world, fileNearRelative, { caseId, on, input: { ...nearTs1, staff } });
const headOf = ({ world, caseId }: Walk) => caseIn(world, caseId).head;
const others = ['t1-ts2', 't1-ts3'];

describe('B21: a relation found after the relative has acted', () => {
  it('makes the survey to be done again by others, with a term of its own, while the decision term goes on', () => {
    const walk = walkTo('record-visit');
    const filed = file(walk, '2026-08-07');
    expect(filed.event?.data).toMatchObject({ undone: ['survey'] });
    expect(headOf(walk).surveyedOn).toBeUndefined();
    expect(headOf(walk).surveyors).toEqual(['t1-ts2']);
    const terms = termsOf(walk.world, walk.caseId);
    expect(terms).toMatchObject({ survey: { dueOn: '2026-08-19' }, decision: { dueOn: '2026-08-31' } });
    expect(terms['survey']).not.toHaveProperty('endedOn');
    expect(caseIn(walk.world, walk.caseId)).toEqual(refolded(walk.world, walk.caseId));
  });

  it('does not count the old survey: no opinion before the new one, and then the case goes on to its end', () => {
    const walk = walkTo('record-verification');
    file(walk, '2026-08-11');
    expect(take(walk, 'give-opinion', '2026-08-12')).toMatchObject({
      code: 'investigation-incomplete',
      detail: { missing: ['survey'] },
    });
    expect(take(walk, 'record-visit', '2026-08-12', { by: actor('TS', 't1-ts1') }).code).toBe('near-relative-recused');
    resurvey(walk, '2026-08-12');
    done(walk, 'give-opinion', '2026-08-14');
    done(walk, 'post-publicity', '2026-08-17');
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('county-survey-missing');
    done(walk, 'survey-by-county', '2026-08-24');
    expect(done(walk, 'decide-case', '2026-08-25').reply).toMatchObject({ status: 'confirmed', amountFen: 66_000 });
    expect(caseIn(walk.world, walk.caseId)).toEqual(refolded(walk.world, walk.caseId));
  });

  it('lets a survey stand that two others made', () => {
    const walk = walkTo('record-visit');
    resurvey(walk, '2026-08-07');
    expect(file(walk, '2026-08-10').event?.data).toMatchObject({ undone: [] });
    expect(headOf(walk)).toMatchObject({ surveyedOn: '2026-08-07', surveyors: others });
  });

  it('takes a posted case back for the reviewer’s opinion alone, and asks for no second posting', () => {
    const walk = walkTo('post-publicity');
    const filed = file(walk, '2026-08-18', 't1-tr');
    expect(filed.event?.data).toMatchObject({ undone: ['opinion'] });
    expect(filed.reply).toMatchObject({ status: 'investigating', countySurveyRequired: true });
    expect(termsOf(walk.world, walk.caseId)['opinion']).toEqual({ dueOn: '2026-09-01' });
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('step-out-of-order');
    const again = done(walk, 'give-opinion', '2026-08-19', { by: actor('TR', 'reviewer-2', '649900101') });
    expect(again.reply).toMatchObject({ status: 'publicizing', earliestDecisionOn: '2026-08-25' });
    done(walk, 'survey-by-county', '2026-08-20');
    expect(done(walk, 'decide-case', '2026-08-25').reply.status).toBe('confirmed');
    expect(caseIn(walk.world, walk.caseId)).toEqual(refolded(walk.world, walk.caseId));
  });

  it('takes the opinion back with the survey it rests on', () => {
    const walk = walkTo('give-opinion');
    expect(file(walk, '2026-08-17').event?.data).toMatchObject({ undone: ['survey', 'opinion'] });
    expect(headOf(walk).status).toBe('investigating');
    resurvey(walk, '2026-08-18');
    expect(done(walk, 'give-opinion', '2026-08-19').reply.status).toBe('reviewed');
  });

  it('asks the county to survey again where its surveyor turns out to be the relative', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'record-complaint', '2026-08-18');
    done(walk, 'survey-by-county', '2026-08-19');
    expect(file(walk, '2026-08-20', 'cc-2').event?.data).toMatchObject({ undone: ['county-survey'] });
    expect(headOf(walk)).toMatchObject({ status: 'publicizing', surveyedOn: '2026-08-06' });
    expect(headOf(walk).countySurvey).toBeUndefined();
    expect(termsOf(walk.world, walk.caseId)['county-survey']).toEqual({ dueOn: '2026-09-15' });
    expect(take(walk, 'decide-case', '2026-08-25').code).toBe('county-survey-missing');
  });

  it('starts the verification anew where the officer who ran it is the relative', () => {
    const walk = walkTo('start-verification');
    expect(file(walk, '2026-08-06', 'cv-1').event?.data).toMatchObject({ undone: ['verification'] });
    expect(headOf(walk).verification).toEqual({ state: 'requested', requestedOn: '2026-08-04', hits: 0 });
    const terms = termsOf(walk.world, walk.caseId);
    expect(terms['verification-start']).toEqual({ dueOn: '2026-08-11' });
    expect(terms['verification-result']).toMatchObject({ endedOn: '2026-08-06' });
    expect(take(walk, 'start-verification', '2026-08-07').code).toBe('near-relative-recused');
    const again = take(walk, 'start-verification', '2026-08-07', { by: actor('CV', 'cv-2', '649900') });
    expect(again.ok).toBe(true);
  });

  it('sends an objection back to be looked at again where the relative looked at it', () => {
    const walk = walkTo('post-publicity');
    done(walk, 'raise-objection', '2026-08-19');
    done(walk, 'reinvestigate-case', '2026-08-20');
    done(walk, 'record-evaluation', '2026-08-20');
    done(walk, 'give-opinion', '2026-08-21');
    const filed = file(walk, '2026-08-21', 't1-ts3');
    expect(filed.event?.data).toMatchObject({ undone: ['opinion', 'reinvestigation'] });
    expect(filed.reply.status).toBe('reinvestigating');
    const investigators = {
      input: { investigators: ['t1-ts1', 't1-ts2'], signatures: ['t1-ts1', 't1-ts2'] },
      by: actor('TS', 't1-ts1'),
    };
    expect(take(walk, 'give-opinion', '2026-08-24').code).toBe('objection-open');
    expect(take(walk, 'reinvestigate-case', '2026-08-24', investigators).code).toBe('investigator-unchanged');
  });

  it('stays possible while the case waits for materials', () => {
    const world = demonstrationWorld();
    const caseId = submitted(world, { on: G10 });
    act(world, requestMaterials, { caseId, on: G10, input: { items: [{ item: 'bank-card' }] } });
    const filed = act(world, fileNearRelative, { caseId, on: '2026-11-03', input: nearTs1 });
    expect(filed.reply).toMatchObject({ status: 'correction-requested', countySurveyRequired: true });
  });
});

/** The survey of two who are near to nobody. */
function resurvey(walk: Walk, on: string): void {
  const input = visitReport(walk.world, on, others);
  done(walk, 'record-visit', on, { by: actor('TS', 't1-ts3'), input });
}
