import { addDays } from '../../functions/law/calendar.ts';
import { noon } from '../world.ts';
import type { House } from './house.ts';
import { type Move, plainMove } from './moves.ts';
import { type Body, evaluationOn, plainInput, postingOf, visitOf } from './plain-inputs.ts';
import { file, type Scene, stateOf } from './scene.ts';

type Wicked = (scene: Scene, house: House) => Move | undefined;

/** An act with the words of one of several offences. */
const saying =
  (act: string, offences: (scene: Scene, house: House) => readonly Body[]): Wicked =>
  (scene, house) => {
    const move = plainMove(act, scene, house);
    return { ...move, input: { ...(move.input as Body), ...scene.random.pick(offences(scene, house)) } };
  };

const days = ({ on }: Scene): { past: string; future: string } => ({
  past: addDays(on, -200),
  future: addDays(on, 3),
});

const members = (scene: Scene, house: House): Body[] =>
  plainInput('submit-application', scene, house)['members'] as Body[];

export const wickedInputs: readonly Wicked[] = [
  saying('submit-application', (scene, house) => [
    { villageStamp: file('form') },
    { colour: 'red' },
    { villageCode: `${house.townshipCode}299` },
    { signedOn: '2026-02-30' },
    { signedOn: days(scene).future },
    { townshipCode: '649900102', villageCode: '649900102201' },
    { materials: [{ item: 'application-form', attachmentId: 'att-ffffffffffffffff' }] },
    { materials: [{ item: 'application-form', attachmentId: file('absent') }] },
    { materials: [{ item: 'application-form', attachmentId: file('altered') }] },
    { members: [...members(scene, house), members(scene, house)[0]] },
    { members: members(scene, house).map((member) => ({ ...member, idNumber: '649900198511200010' })) },
  ]),
  saying('request-materials', () => [
    { items: [{ item: 'household-register' }] },
    { items: [{ item: 'village-stamp' }] },
    { items: [{ item: 'proof-of-poverty' }] },
    { items: [{ item: 'disability-card' }] },
  ]),
  saying('refuse-application', () => [
    { ground: 'materials-incomplete' },
    { ground: 'wrong-place', transferTo: '649900102' },
    { ground: 'identical-open' },
    { fact: '' },
  ]),
  saying('file-near-relative', (_scene, { township }) => [
    { relation: 'cousin' },
    { staff: 'nobody-1' },
    { idNumber: '649900197503033014' },
    { staff: `${township}-vc`, declaredBy: 'applicant' },
  ]),
  saying('record-consents', (scene, house) => [
    { consents: [{ by: { idNumber: house.persons[0]?.idNumber }, attachmentId: file('consent'), signedOn: scene.on }] },
    {
      consents: [{ by: { idNumber: house.persons[0]?.idNumber }, attachmentId: file('altered'), signedOn: scene.on }],
    },
    {
      consents: [{ by: { idNumber: '649900197503033014' }, attachmentId: file('consent'), signedOn: scene.on }],
    },
    {
      consents: [
        { by: { idNumber: house.persons[0]?.idNumber }, attachmentId: file('consent'), signedOn: days(scene).future },
      ],
    },
  ]),
  saying('assign-surveyors', (_scene, { township }) => [
    { surveyors: [`${township}-ts1`] },
    { surveyors: [`${township}-ts1`, `${township}-ts1`] },
    { surveyors: [`${township}-ts1`, 'nobody-1'] },
    { surveyors: [`${township}-vc`, `${township}-ts1`] },
  ]),
  saying('record-visit', (scene, { township }) => {
    const pair = [`${township}-ts1`, `${township}-ts2`];
    return [
      visitOf([`${township}-ts1`], scene.on),
      visitOf(pair, scene.on, { signatures: [`${township}-ts1`] }),
      visitOf(pair, scene.on, { memberSigned: false }),
      visitOf(pair, scene.on, { visitedAt: noon(days(scene).future) }),
      visitOf(pair, scene.on, { visitedAt: noon(days(scene).past) }),
      visitOf(pair, scene.on, { photos: [file('absent')] }),
      visitOf(pair, scene.on, { consistent: false }),
      visitOf([`${township}-ts2`, `${township}-ts3`], scene.on),
    ];
  }),
  saying('record-verification', (scene, house) => {
    const finding = { source: 'bank', hit: 'none', conflicts: false };
    const household = stateOf(scene, house)?.parts.household;
    return [
      { findings: [{ ...finding, idNumber: '649900197503033014' }] },
      { findings: [{ ...finding, idNumber: house.persons[0]?.idNumber, hit: 'deposit', conflicts: true }] },
      ...(household ? [{ household: { ...household, members: household.members.slice(0, 1) } }] : []),
    ];
  }),
  saying('record-evaluation', (scene) => [
    { ...evaluationOn(scene.on), participants: [{ kind: 'township', count: 4 }] },
    { ...evaluationOn(scene.on), invited: 200 },
    evaluationOn(days(scene).past),
    { ...evaluationOn(scene.on), truthful: false },
  ]),
  saying('give-opinion', () => [
    { result: 'deny', grounds: ['labour-ability'], reasons: ['有劳动能力'] },
    { result: 'deny', grounds: ['income'], reasons: ['据反映有隐性收入'] },
    { result: 'deny' },
    { members: [] },
    { result: 'confirm', reasons: ['一事一议'] },
  ]),
  saying('post-publicity', (scene) => [
    { content: '该户成员患病，存款不多' },
    { postings: [postingOf(days(scene).future)] },
    { postings: [postingOf(days(scene).past)] },
    { postings: [postingOf(scene.on, 'wechat')] },
  ]),
  saying('publish-confirmation', (scene) => [
    { postings: [postingOf(scene.on, 'township-board')] },
    { postings: [postingOf(days(scene).past)] },
  ]),
  saying('raise-objection', (scene) => [{ raisedOn: days(scene).past }, { raisedOn: addDays(scene.on, -1) }]),
  saying('reinvestigate-case', (scene, house) => {
    const before = stateOf(scene, house)?.head;
    const same = (before?.reinvestigators ?? before?.surveyors ?? []).slice(0, 2);
    return [
      { investigators: same.length > 0 ? same : [`${house.township}-ts1`] },
      { changed: true },
      { signatures: [] },
    ];
  }),
  saying('record-complaint', (scene) => [{ receivedOn: days(scene).future }, { receivedOn: days(scene).past }]),
  saying('record-non-cooperation', (scene) => [
    { attemptedOn: days(scene).future },
    { warning: file('evidence') },
    { warning: file('absent') },
  ]),
  saying('extend-term', () => [{ ground: 'SHORT_OF_STAFF' }, { ground: 'OTHER', countyConsent: '演民函〔2026〕1号' }]),
  saying('explain-overdue', () => [
    { term: 'survey' },
    { term: 'opinion' },
    { term: 'verification-start' },
    { term: 'investigation-start' },
  ]),
  saying('record-delivery', (scene) => [
    { paperId: 'W99-9' },
    { method: 'electronic' },
    { method: 'left-with-witness' },
    { method: 'family-member', signedBy: '配偶' },
    { servedOn: days(scene).future },
    { servedOn: days(scene).past },
    { method: 'public-notice', noticedOn: scene.on, proof: file('evidence') },
  ]),
  saying('decide-case', () => [
    { caseIds: ['649900101-DB-2026-000001', '649900101-DB-2026-000002'] },
    { result: 'not-confirmed', grounds: ['labour-ability'], reasons: ['有劳动能力'] },
    { result: 'not-confirmed' },
  ]),
];
