import { describe, expect, it } from '@jest/globals';
import { endProvider } from '../../functions/supervision/end-provider.ts';
import { listProviders } from '../../functions/supervision/list-providers.ts';
import { listStaff } from '../../functions/supervision/list-staff.ts';
import { registerHelper } from '../../functions/supervision/register-helper.ts';
import { registerProvider } from '../../functions/supervision/register-provider.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { actor, attach, caseIn, noon, type Played, play, tokenOf, type World } from '../world.ts';
import { idNumberOf, take, type Walk, walkTo } from './walk-through.ts';

const officer = actor('CC', 'cc-1');
const requestKey = 'ab'.repeat(32);
const person = residentId('19900101', 7);

const engage = (world: World, more: object = {}): string =>
  play(world, registerProvider, {
    actor: officer,
    now: noon('2026-08-03'),
    params: { requestKey },
    input: {
      name: '演示社会工作服务中心',
      contractNo: '演购〔2026〕1号',
      tasks: ['visit', 'materials'],
      from: '2026-01-01',
      until: '2026-12-31',
      ...more,
    },
  }).reply.providerId;
const helper = (world: World, providerId: string, more: object = {}, by = officer): Played =>
  play(world, registerHelper, {
    actor: by,
    now: noon('2026-08-03'),
    params: { providerId },
    input: {
      personId: 'h-1',
      name: '测试社工',
      idNumber: person,
      relatives: [],
      activeFrom: '2026-01-01',
      townships: ['649900101'],
      ...more,
    },
  });
const staff = (world: World, more: object = {}): Played =>
  play(world, registerStaff, {
    actor: officer,
    now: noon('2026-08-03'),
    input: {
      personId: 'h-1',
      name: '测试社工',
      idNumber: person,
      posts: [{ post: 'TS', orgCode: '649900101' }],
      relatives: [],
      activeFrom: '2026-01-01',
      ...more,
    },
  });
/** A case before its visit, in a county that bought help. */
function withHelp(more: { provider?: object; helper?: object } = {}): { walk: Walk; providerId: string } {
  const walk = walkTo('start-verification');
  const providerId = engage(walk.world, more.provider);
  expect(helper(walk.world, providerId, more.helper).ok).toBe(true);
  return { walk, providerId };
}
const visit = (walk: Walk, providerId: string, more: object = {}): Played =>
  take(walk, 'record-visit', '2026-08-06', { input: { companions: [{ providerId, personId: 'h-1' }], ...more } });

describe('purchased services (政府购买救助服务)', () => {
  it('go along on a visit, named on it and counted among no investigators', () => {
    const { walk, providerId } = withHelp();
    expect(visit(walk, providerId).ok).toBe(true);
    const [kept] = caseIn(walk.world, walk.caseId).parts.visits;
    expect(kept).toMatchObject({ surveyors: ['t1-ts1', 't1-ts2'], companions: [{ providerId, personId: 'h-1' }] });
  });

  it('never stand in for one of the two surveyors, under whatever account', () => {
    const { walk, providerId } = withHelp();
    const surveyors = ['t1-ts1', 'h-1'];
    const team = { surveyors, signatures: surveyors };
    expect(visit(walk, providerId, team).code).toBe('helper-may-not-investigate');
    expect(visit(walk, providerId, { ...team, companions: undefined }).code).toBe('helper-may-not-investigate');
    const alone = { surveyors: ['t1-ts1'], signatures: ['t1-ts1'] };
    expect(visit(walk, providerId, alone).code).toBe('surveyors-too-few');
  });

  it('handle no case, whatever post their token names', () => {
    const { walk } = withHelp();
    for (const [act, post] of [
      ['record-visit', 'TS'],
      ['give-opinion', 'TR'],
      ['assign-surveyors', 'TC'],
    ] as const)
      expect(take(walk, act, '2026-08-06', { by: actor(post, 'h-1', '649900101') }).code).toBe('helper-may-not-handle');
    const posted = walkTo('post-publicity');
    helper(posted.world, engage(posted.world));
    const by = actor('TD', 'h-1', '649900101');
    expect(take(posted, 'decide-case', '2026-08-25', { by }).code).toBe('helper-may-not-handle');
  });

  it('hold no post, and who holds one is no helper: compared by account and by person', () => {
    const { walk, providerId } = withHelp();
    const { world } = walk;
    expect(staff(world).code).toBe('helper-holds-post');
    expect(staff(world, { personId: 't1-other' }).code).toBe('helper-holds-post');
    expect(staff(world, { personId: 't1-new', idNumber: residentId('19900101', 8) }).ok).toBe(true);
    const same = { personId: 'h-2', idNumber: residentId('19900101', 8) };
    expect(helper(world, providerId, same).code).toBe('helper-holds-post');
    expect(helper(world, providerId, { personId: 't1-new', idNumber: residentId('19900101', 9) }).code).toBe(
      'helper-holds-post',
    );
  });

  it('are recused like staff where they are near to the household', () => {
    const relatives = [{ idNumber: idNumberOf(familyOfThree(0)[0] as Person), relation: 'sibling' }];
    const { walk, providerId } = withHelp({ helper: { relatives } });
    expect(visit(walk, providerId)).toMatchObject({ code: 'near-relative-recused', detail: { persons: ['h-1'] } });
    expect(visit(walk, providerId, { companions: undefined }).ok).toBe(true);
  });

  it('help only as registered: for the task, the township and the days of the contract', () => {
    const other = withHelp({ provider: { tasks: ['care'] } });
    expect(visit(other.walk, other.providerId).code).toBe('contract-does-not-cover');
    const elsewhere = withHelp({ helper: { townships: ['649900102'] } });
    expect(visit(elsewhere.walk, elsewhere.providerId).code).toBe('helper-unknown');
    const { walk, providerId } = withHelp();
    expect(visit(walk, '649900-PROV-9').code).toBe('helper-unknown');
    const end = (input: object) =>
      play(walk.world, endProvider, { actor: officer, now: noon('2026-08-05'), params: { providerId }, input });
    expect(end({ endedOn: '2027-01-01', reason: '误' }).code).toBe('date-out-of-order');
    expect(end({ endedOn: '2026-08-05', reason: '合同解除' }).reply.endedOn).toBe('2026-08-05');
    expect(end({ endedOn: '2026-08-06', reason: '误' }).code).toBe('already-done');
    expect(visit(walk, providerId).code).toBe('contract-does-not-cover');
  });

  it('help with materials, named in the act', () => {
    const walk = walkTo('submit-application');
    const providerId = engage(walk.world);
    helper(walk.world, providerId);
    expect(take(walk, 'request-materials', '2026-08-03', { raw: { items: [{ item: 'disability-card' }] } }).ok).toBe(
      true,
    );
    const input = {
      materials: [{ item: 'disability-card', attachmentId: attach(walk.world, 'card') }],
      helpedBy: { providerId, personId: 'h-1' },
    };
    const unknown = { ...input, helpedBy: { providerId, personId: 'h-9' } };
    expect(take(walk, 'supply-materials', '2026-08-04', { raw: unknown }).code).toBe('helper-unknown');
    const supplied = take(walk, 'supply-materials', '2026-08-04', { raw: input });
    expect(supplied.event?.data).toMatchObject({ helpedBy: { personId: 'h-1' } });
  });

  it('are registered by the county, without names or numbers in the events', () => {
    const { walk, providerId } = withHelp();
    const { world } = walk;
    const events = JSON.stringify(world.events);
    expect(events).toContain(tokenOf(person));
    for (const secret of ['测试社工', person]) expect(events).not.toContain(secret);
    const list = play(world, listProviders, { actor: officer, now: noon('2026-08-03'), input: {} }).reply.providers;
    expect(list).toMatchObject([{ providerId, people: 1, contractNo: '演购〔2026〕1号' }]);
    const people = play(world, listStaff, { actor: officer, now: noon('2026-08-03'), input: {} }).reply.staff;
    expect(people.find((one: { personId: string }) => one.personId === 'h-1')).toMatchObject({
      posts: [],
      helper: { providerId },
    });
    expect(helper(world, '649900-PROV-9', { personId: 'h-3' }).code).toBe('provider-not-found');
    expect(helper(world, providerId, {}, actor('CC', 'x', '640104')).code).toBe('provider-not-found');
    expect(helper(world, providerId, { personId: 'h-3', townships: ['649900999'] }).code).toBe('division-unknown');
    expect(helper(world, providerId, { activeFrom: '2027-01-01' }).code).toBe('contract-does-not-cover');
  });
});
