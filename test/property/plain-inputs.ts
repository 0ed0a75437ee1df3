import { requiredMaterials } from '../../functions/law/materials.ts';
import type { Household } from '../../schemas/household.ts';
import { noon } from '../world.ts';
import type { House, Person } from './house.ts';
import { file, type Scene, stateOf } from './scene.ts';

export type Body = Record<string, unknown>;

/** An honest application of a household, as the portal hands it over. */
export function applicationOf(house: House, on: string): Body {
  const { townshipCode, program, persons, plan, elsewhere } = house;
  const items = requiredMaterials.slice(0, plan.missing ? -1 : undefined);
  const hukou = elsewhere
    ? { countyCode: '649900', townshipCode: '649900102' }
    : { countyCode: '649900', townshipCode };
  return {
    program,
    townshipCode,
    villageCode: `${townshipCode}201`,
    channel: 'government-portal',
    externalNo: `${house.externalNo}-${house.cases.length}`,
    urbanRural: house.rural ? 'rural' : 'urban',
    members: persons.map((person, i) => memberOf(person, { i, hukou })),
    property: [],
    materials: items.map((item) => ({ item, attachmentId: file('form') })),
    electronicService: house.electronic,
    signedOn: on,
    ...house.application,
    ...(house.declared
      ? { declaredRelatives: [{ staff: house.declared, idNumber: persons[0]?.idNumber, relation: 'sibling' }] }
      : {}),
  };
}

const memberOf = ({ idNumber, relation, birthOn, wageFen, more }: Person, at: { i: number; hukou: Body }): Body => ({
  name: `测试${at.i}`,
  idNumber,
  relation,
  birthOn,
  sex: '1',
  hukou: at.hukou,
  labourAbility: wageFen > 0 ? '1' : '3',
  ...(relation === '50' ? { longCoResident: true } : {}),
  income: wageFen > 0 ? [{ kind: 'wage', per: 'month', amountFen: wageFen, evidence: 'declared' }] : [],
  ...more,
});

/** Two surveyors of the township, from the three it has. */
export const surveyorsOf = ({ township }: House, without: readonly string[] = []): string[] =>
  ['ts1', 'ts2', 'ts3']
    .map((name) => `${township}-${name}`)
    .filter((id) => !without.includes(id))
    .slice(0, 2);

/** A report of a visit made this morning. */
export const visitOf = (surveyors: readonly string[], on: string, more: Body = {}): Body => ({
  surveyors,
  signatures: surveyors,
  memberSigned: true,
  visitedAt: noon(on, '08:30'),
  lat: 37.9,
  lon: 106.2,
  photos: [file('photo')],
  findings: '与申报一致',
  consistent: true,
  ...more,
});

export const postingOf = (on: string, channel = 'village-board'): Body => ({
  channel,
  postedOn: on,
  attachmentId: file('board'),
});

/** The household on file, with money nobody declared. */
export function richerHousehold(household: Household): Household {
  const ownerPerson = household.members[0]?.person ?? '';
  const found = {
    kind: 'deposit',
    label: '定期存款',
    valueFen: 90_000_000,
    ownerPerson,
    evidence: 'verified',
  } as const;
  return { ...household, property: [...household.property, found as Household['property'][number]] };
}

/** What an act says when nothing special is to be said. */
export function plainInput(act: string, scene: Scene, house: House): Body {
  const { on } = scene;
  const state = stateOf(scene, house);
  switch (act) {
    case 'submit-application':
      return applicationOf(house, on);
    case 'request-materials':
      return { items: [{ item: requiredMaterials.at(-1) }] };
    case 'supply-materials':
      return { materials: [{ item: requiredMaterials.at(-1), attachmentId: file('form') }] };
    case 'refuse-application':
      return { ground: 'program-not-here', fact: '申请的是临时救助', evidence: file('evidence') };
    case 'withdraw-application':
      return { reason: '家庭情况已改善', statement: file('evidence') };
    case 'file-near-relative':
      return { staff: `${house.township}-vc`, idNumber: house.persons[0]?.idNumber, relation: 'sibling' };
    case 'record-consents':
      return { consents: consentsOf(house, on) };
    case 'assign-surveyors':
      return { surveyors: surveyorsOf(house, state?.head.relatives) };
    case 'record-verification':
      return {
        findings: house.persons.map(({ idNumber }) => ({ idNumber, source: 'bank', hit: 'none', conflicts: false })),
      };
    case 'record-visit':
      return visitOf(surveyorsOf(house, state?.head.relatives), on);
    default:
      return laterInput(act, scene, house);
  }
}

const consentsOf = ({ persons }: House, on: string): Body[] =>
  persons
    .filter(({ birthOn }) => birthOn < '2007')
    .map(({ idNumber }) => ({ by: { idNumber }, attachmentId: file('consent'), signedOn: on }));

function laterInput(act: string, scene: Scene, house: House): Body {
  const { on } = scene;
  switch (act) {
    case 'object-verification':
      return { statement: '其中一部分为亲属寄存', evidence: [file('evidence')] };
    case 'record-evaluation':
      return evaluationOn(on);
    case 'give-opinion':
      return { result: 'confirm' };
    case 'post-publicity':
    case 'publish-confirmation':
    case 'publish-adjustment':
    case 'post-termination':
      return { postings: [postingOf(on)] };
    case 'raise-objection':
      return { channel: 'phone', realName: false, content: '反映该户有一辆小客车' };
    case 'reinvestigate-case':
      return reinvestigation(scene, house);
    case 'record-complaint':
      return { channel: 'letter', content: '举报该户隐瞒收入' };
    case 'record-collective-review':
      return collectiveReviewOn(on, house.township);
    case 'survey-by-county':
      return { ...visitOf(['cc-2', 'cc-3'], on), passed: true };
    case 'extend-term':
      return { ground: 'HARD_INVESTIGATION', note: '成员常年在外务工，收入核实困难' };
    case 'explain-overdue':
      return { term: 'decision', reason: '公示材料返工' };
    case 'decide-case':
      return { result: 'confirmed' };
    case 'record-delivery':
      return { paperId: 'W07-1', method: 'direct', servedOn: on };
    case 'record-non-cooperation':
      return { what: '两名调查人员上门，家中有人但拒绝入户' };
    case 'terminate-procedure':
      return { reasons: ['经书面告知仍无正当理由拒绝入户调查'] };
    default:
      return benefitInput(act, scene, house);
  }
}

/** What acts on a household that receives aid say. */
function benefitInput(act: string, scene: Scene, { township }: House): Body {
  switch (act) {
    case 'report-change':
      return { kind: 'income', source: 'staff', happenedOn: scene.on };
    case 'record-reverification':
      return { result: 'none' };
    case 'record-representations': {
      const staff = [`${township}-tc`, `${township}-ts1`];
      return { form: 'heard', staff, statements: ['工资含加班费，不稳定'], memberSigned: true };
    }
    case 'decide-adjustment':
      return { result: 'reduce' };
    case 'decide-fade-out':
      return { months: 6 };
    default:
      return {};
  }
}

const collectiveReviewOn = (on: string, township: string): Body => ({
  heldOn: on,
  why: 'objection-rounds',
  matter: '两轮异议后的认定',
  invited: 3,
  members: [`${township}-tc`, `${township}-tr`, `${township}-td`],
  views: ['情况属实'],
  conclusion: '建议按调查结果办理',
  minutes: file('minutes'),
});

export const evaluationOn = (on: string): Body => ({
  heldOn: on,
  invited: 10,
  participants: [
    { kind: 'township', count: 1 },
    { kind: 'village', count: 2 },
    { kind: 'resident', count: 6 },
  ],
  truthful: true,
  minutes: file('minutes'),
  conclusion: '调查情况属实',
});

/** A pair in which at least one was not among the last investigators. */
function reinvestigation(scene: Scene, house: House): Body {
  const { reinvestigators, surveyors = [], relatives = [], reviewer = '' } = stateOf(scene, house)?.head ?? {};
  const before = reinvestigators ?? surveyors;
  const free = ['ts1', 'ts2', 'ts3', 'ts4']
    .map((name) => `${house.township}-${name}`)
    .filter((id) => ![...relatives, reviewer].includes(id));
  const fresh = free.filter((id) => !before.includes(id));
  const investigators = [...fresh, ...free.filter((id) => before.includes(id))].slice(0, 2);
  const evidence = [file('evidence')];
  return { investigators, signatures: investigators, evidence, findings: '车辆系邻居所有', changed: false };
}
