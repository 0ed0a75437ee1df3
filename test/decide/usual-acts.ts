import type { Actor } from '../../schemas/actor.ts';
import { type Person, residentId } from '../applications.ts';
import { actor, attach, noon, type World } from '../world.ts';

/** A case under test: its world, its number, and the people it is about. */
export interface Walk {
  readonly world: World;
  readonly caseId: string;
  readonly persons: readonly Person[];
}

/** Who does an act in the walks of township 649900101, unless somebody else is named. */
export const usualActors: Readonly<Record<string, Actor>> = {
  'submit-application': actor('TC', 't1-tc'),
  'refuse-application': actor('TD', 't1-td'),
  'lapse-application': actor('TD', 't1-td'),
  'start-verification': actor('CV', 'cv-1'),
  'record-verification': actor('CV', 'cv-1'),
  'record-visit': actor('TS', 't1-ts1'),
  'give-opinion': actor('TR', 't1-tr'),
  'reinvestigate-case': actor('TS', 't1-ts3'),
  'survey-by-county': actor('CC', 'cc-2'),
  'extend-term': actor('TD', 't1-td'),
  'decide-case': actor('TD', 't1-td'),
  'explain-overdue': actor('TD', 't1-td'),
  'record-non-cooperation': actor('TS', 't1-ts1'),
  'terminate-procedure': actor('TD', 't1-td'),
  'record-reverification': actor('TR', 't1-tr'),
  'decide-adjustment': actor('TD', 't1-td'),
  'decide-fade-out': actor('TD', 't1-td'),
};
export const clerk = actor('TC', 't1-tc');

export const idNumberOf = ({ birth, sequence }: Person): string => residentId(birth, sequence);

/** A visit report of a day, signed by everybody. */
export const visitReport = (world: World, on: string, surveyors: readonly string[]): Record<string, unknown> => ({
  surveyors,
  signatures: surveyors,
  memberSigned: true,
  visitedAt: noon(on, '09:00'),
  lat: 37.9,
  lon: 106.2,
  photos: [attach(world, `photo ${on}`)],
  findings: '与申报一致',
  consistent: true,
});

/** A re-investigation of a day, signed by all who made it. */
export const reinvestigationBy = (world: World, on: string, investigators: readonly string[]) => ({
  investigators,
  signatures: investigators,
  evidence: [attach(world, `reinvestigation ${on}`)],
  findings: '车辆系邻居所有',
  changed: false,
});

/** A posting of the village board with its photo. */
export const boardPosting = (world: World, on: string): Record<string, unknown> => ({
  channel: 'village-board',
  postedOn: on,
  attachmentId: attach(world, `board ${on}`),
});

/** What an act says when the test has nothing special to say. */
export function usualInput(act: string, { world, persons }: Walk, on: string): Record<string, unknown> {
  switch (act) {
    case 'record-consents':
      return {
        consents: persons
          .filter(({ birth }) => birth < '20080101')
          .map((person) => ({
            by: { idNumber: idNumberOf(person) },
            attachmentId: attach(world, `consent ${person.sequence}`),
            signedOn: on,
          })),
      };
    case 'assign-surveyors':
      return { surveyors: ['t1-ts1', 't1-ts2'] };
    case 'record-verification':
      return {
        findings: persons.map((person) => ({
          idNumber: idNumberOf(person),
          source: 'bank',
          hit: 'none',
          conflicts: false,
        })),
      };
    case 'object-verification':
      return { statement: '其中一部分为亲属所有', evidence: [attach(world, `evidence ${on}`)] };
    case 'record-visit':
      return visitReport(world, on, ['t1-ts1', 't1-ts2']);
    case 'record-evaluation':
      return {
        heldOn: on,
        invited: 10,
        participants: [
          { kind: 'township', count: 1 },
          { kind: 'village', count: 2 },
          { kind: 'resident', count: 6 },
        ],
        truthful: true,
        minutes: attach(world, `minutes ${on}`),
        conclusion: '调查情况属实',
      };
    case 'give-opinion':
      return { result: 'confirm' };
    case 'post-publicity':
    case 'publish-confirmation':
    case 'publish-adjustment':
      return { postings: [boardPosting(world, on)] };
    case 'record-broken-notice':
      return { channel: 'village-board', foundOn: on, attachmentId: attach(world, `broken ${on}`) };
    case 'put-notice-online':
      return { paperId: 'W17-1' };
    case 'take-notice-down':
      return { paperId: 'W17-1', reason: '姓名有误' };
    case 'raise-objection':
      return { channel: 'phone', realName: false, content: '反映该户有一辆小客车' };
    case 'reinvestigate-case':
      return reinvestigationBy(world, on, ['t1-ts2', 't1-ts3']);
    case 'record-complaint':
      return { channel: 'letter', content: '举报该户隐瞒收入' };
    case 'survey-by-county':
      return { ...visitReport(world, on, ['cc-2', 'cc-3']), passed: true };
    case 'extend-term':
      return { ground: 'HARD_INVESTIGATION', note: '成员常年在外务工，收入核实困难' };
    case 'explain-overdue':
      return { term: 'decision', reason: '公示材料返工' };
    case 'decide-case':
      return { result: 'confirmed' };
    case 'record-non-cooperation':
      return { what: '两名调查人员上门，家中有人但拒绝入户' };
    case 'terminate-procedure':
      return { reasons: ['经书面告知仍无正当理由拒绝入户调查'] };
    case 'report-change':
      return { kind: 'income', source: 'staff', happenedOn: on };
    case 'record-reverification':
      return { result: 'none' };
    case 'record-representations':
      return { form: 'heard', staff: ['t1-tc', 't1-ts1'], statements: ['工资含加班费，不稳定'], memberSigned: true };
    case 'decide-fade-out':
      return { months: 6 };
    default:
      return {};
  }
}
