import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { actOf } from '../../functions/core/step.ts';
import { powerOf, powers } from '../../functions/law/powers.ts';
import { closedStates, procedure } from '../../functions/law/procedure.ts';
import { steps } from '../../functions/steps.ts';
import { registerStaff } from '../../functions/supervision/register-staff.ts';
import { type Actor, Post } from '../../schemas/actor.ts';
import { CaseStatus } from '../../schemas/case.ts';
import { FiledRelation, NearRelation } from '../../schemas/staff.ts';
import { familyOfThree, residentId } from '../applications.ts';
import { actor, caseIn, noon, play, tokenOf } from '../world.ts';
import { reinvestigationBy } from './usual-acts.ts';
import { idNumberOf, type PlainAct, take, visitReport, type Walk, walkTo } from './walk-through.ts';

const township: readonly Post[] = ['TC', 'TS', 'TR', 'TD'];
const county: readonly Post[] = ['CC', 'CV', 'CP', 'CF'];

const copyOf = ({ world, ...rest }: Walk): Walk => ({
  ...rest,
  world: {
    ...world,
    states: new Map(world.states),
    counters: new Map(world.counters),
    attachments: new Map(world.attachments),
    events: [...world.events],
    papers: new Map(world.papers),
  },
});

/** Everybody of the register holds every post of the organ: only who they are as persons keeps them apart (SD9). */
function everybodyHoldsAll(walk: Walk): Walk {
  const copy = copyOf(walk);
  const state = copy.world.states.get('county:649900') as CountyState;
  const staff = Object.fromEntries(
    Object.entries(state.parts.staff).map(([id, record]) => {
      const organs = [...new Set(record.posts.map(({ orgCode }) => orgCode))];
      const posts = organs.flatMap((orgCode) =>
        (orgCode.length === 9 ? township : orgCode.length === 6 ? county : (['VC'] as const)).map((post) => ({
          post,
          orgCode,
        })),
      );
      return [id, { ...record, posts }];
    }),
  );
  copy.world.states.set('county:649900', { ...state, parts: { ...state.parts, staff } });
  return copy;
}

const persons = ['t1-tc', 't1-ts1', 't1-ts2', 't1-ts3', 't1-tr', 't1-td'];
const officers = ['cc-1', 'cc-2', 'cc-3', 'cc-head', 'cv-1'];
const reviewed = everybodyHoldsAll(walkTo('post-publicity'));

describe('every rule of separation, over the table of persons, posts, acts and states', () => {
  it('SD1: no act by a group is done by fewer than two persons, nor by one person named twice', () => {
    const wrong: string[] = [];
    const objected = copyOf(reviewed);
    take(objected, 'raise-objection', '2026-08-18');
    const groups: readonly [
      act: string,
      walk: Walk,
      on: string,
      post: Post,
      input: (team: string[], walk: Walk) => Record<string, unknown>,
    ][] = [
      ['assign-surveyors', walkTo('record-consents'), '2026-08-04', 'TC', (surveyors) => ({ surveyors })],
      [
        'record-visit',
        walkTo('start-verification'),
        '2026-08-06',
        'TS',
        (team, { world }) => visitReport(world, '2026-08-06', team),
      ],
      [
        'reinvestigate-case',
        objected,
        '2026-08-19',
        'TS',
        (team, { world }) => reinvestigationBy(world, '2026-08-19', team),
      ],
      [
        'survey-by-county',
        walkTo('post-publicity'),
        '2026-08-19',
        'CC',
        (team, { world }) => ({ ...visitReport(world, '2026-08-19', team), passed: true }),
      ],
    ];
    for (const [act, walk, on, post, input] of groups)
      for (const id of post === 'CC' ? officers : persons)
        for (const team of [[id], [id, id], [id, id, id]]) {
          const copy = everybodyHoldsAll(walk);
          const by = actor(post, id);
          const { code } = take(copy, act, on, { by, raw: input(team, copy) });
          if (code !== 'surveyors-too-few') wrong.push(`${act} ${team.join()}: ${code ?? 'done'}`);
        }
    expect(wrong).toEqual([]);
  });

  it('SD2: whoever surveyed neither reviews nor confirms, whoever reviewed does not confirm, under whatever post', () => {
    const { surveyors, reviewer } = caseIn(reviewed.world, reviewed.caseId).head;
    const unreviewed = everybodyHoldsAll(walkTo('record-verification'));
    for (const id of persons) {
      const opinion = take(copyOf(unreviewed), 'give-opinion', '2026-08-14', { by: actor('TR', id) }).code;
      expect([id, opinion]).toEqual([id, surveyors.includes(id) ? 'surveyor-may-not-review' : undefined]);
      const decision = take(copyOf(reviewed), 'decide-case', '2026-08-25', { by: actor('TD', id) }).code;
      const barred = surveyors.includes(id)
        ? 'surveyor-may-not-confirm'
        : id === reviewer
          ? 'reviewer-may-not-confirm'
          : undefined;
      expect([id, decision]).toEqual([id, barred]);
      for (const post of Post.options.filter((one) => one !== 'TD')) {
        const other = take(copyOf(reviewed), 'decide-case', '2026-08-25', {
          by: actor(post, id, post === 'CC' ? '649900' : undefined),
        });
        expect([post, id, other.ok]).toEqual([post, id, false]);
      }
    }
  });

  it('SD3: no post both decides and pays, and the township pays nothing', () => {
    const deciding = new Set(
      ['decide-case', 'give-opinion', 'decide-adjustment', 'decide-fade-out'].flatMap(
        (act) => powers.find((one) => one.act === act)?.posts ?? [],
      ),
    );
    const paying = steps
      .filter(({ route }) => /^POST \/v1\/(rosters(\/|$)|payees)/.test(route))
      .map(actOf)
      .filter((act) => /open|approve|submit|file|receipt|pay/.test(act) && !/payee/.test(act));
    expect(paying.length).toBeGreaterThan(0);
    const both = paying.flatMap((act) =>
      powerOf(act)
        .posts.filter((post) => deciding.has(post) && post !== 'CC')
        .map((post) => `${act} ${post}`),
    );
    expect(both).toEqual([]);
    expect(paying.flatMap((act) => powerOf(act).posts.filter((post) => township.includes(post)))).toEqual([]);
  });

  it('SD4: a near relative has no act on the case but the filing, under any post that may, in any state', () => {
    const wrong: string[] = [];
    const handling = procedure.filter(({ act }) => act !== 'file-near-relative' && act !== 'raise-objection');
    for (const until of [
      'submit-application',
      'record-verification',
      'post-publicity',
      'decide-case',
      'publish-confirmation',
    ] as const satisfies readonly PlainAct[]) {
      const walk = walkTo(until);
      const state = caseIn(walk.world, walk.caseId);
      for (const { act } of handling)
        for (const post of powerOf(act).posts.filter((one) => !['AP', 'AG', 'CLOCK', 'PROV'].includes(one))) {
          const copy = copyOf(walk);
          const id = county.includes(post) ? 'cc-1' : post === 'VC' ? 't1-vc' : 't1-td';
          copy.world.states.set(`case:${walk.caseId}`, { ...state, head: { ...state.head, relatives: [id] } } as never);
          const before = copy.world.events.length;
          const { ok } = take(copy, act, '2026-08-28', { by: actor(post, id) });
          if (ok || copy.world.events.length > before) wrong.push(`${act} as ${post} after ${until}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  it('SD5: the relations filed are those of Civil Code §1045 and oneself, and no others', () => {
    expect([...NearRelation.options].sort()).toEqual(
      [
        'child',
        'grandchild',
        'grandparent',
        'maternal-grandchild',
        'maternal-grandparent',
        'parent',
        'sibling',
        'spouse',
      ].sort(),
    );
    for (const relation of [...FiledRelation.options, 'uncle', 'cousin', 'in-law', 'nephew', 'friend', ''] as const) {
      const walk = walkTo('record-verification');
      const input = { staff: 't1-ts3', idNumber: idNumberOf(walk.persons[0] as never), relation, declaredBy: 'staff' };
      const { code } = take(walk, 'file-near-relative', '2026-08-12', { input });
      const near = (FiledRelation.options as readonly string[]).includes(relation);
      expect([relation, code]).toEqual([relation, near ? undefined : 'relation-not-near']);
    }
  });

  it('SD6: every post that handles a case in the township or the county can be registered with its relatives', () => {
    const handlers = new Set(procedure.flatMap(({ act }) => powerOf(act).posts));
    const outside: readonly Post[] = ['AP', 'AG', 'CITY', 'PROV', 'CLOCK'];
    for (const post of [...handlers].filter((one) => !outside.includes(one))) {
      const walk = walkTo('submit-application');
      const orgCode = county.includes(post) ? '649900' : post === 'VC' ? '649900101201' : '649900101';
      const played = play(walk.world, registerStaff, {
        actor: actor('CC', 'cc-1'),
        now: noon('2026-08-04'),
        input: {
          personId: 't1-new',
          name: '演示新员',
          idNumber: residentId('19900101', 77),
          posts: [{ post, orgCode }],
          relatives: [{ idNumber: idNumberOf(familyOfThree(0)[0] as never), relation: 'sibling' }],
          activeFrom: '2026-01-01',
        },
      });
      expect([post, played.code]).toEqual([post, undefined]);
      const code = take(walk, 'accept-application', '2026-08-05', {
        by: { ...actor('TC', 't1-new'), orgCode: '649900101' },
      }).code;
      expect([post, code]).toEqual([post, 'near-relative-recused']);
    }
  });

  it('SD7: nobody who had a task on the case surveys it for the county, under whatever account', () => {
    const { head } = caseIn(reviewed.world, reviewed.caseId);
    const tasks = [head.clerk, ...head.surveyors, head.reviewer, head.verification?.by].filter(
      (id) => id !== undefined,
    );
    expect(tasks.length).toBeGreaterThanOrEqual(4);
    for (const id of [...tasks, 'cc-2']) {
      const walk = copyOf(reviewed);
      const state = walk.world.states.get('county:649900') as CountyState;
      const record = state.parts.staff[id];
      const staff = { ...state.parts.staff, [id]: { ...record, posts: [{ post: 'CC', orgCode: '649900' }] } } as never;
      walk.world.states.set('county:649900', { ...state, parts: { ...state.parts, staff } });
      const by: Actor = { ...actor('CC', id), orgCode: '649900' };
      const { code } = take(walk, 'survey-by-county', '2026-08-19', {
        by,
        input: visitReport(walk.world, '2026-08-19', [id, 'cc-3']),
      });
      expect([id, code]).toEqual([id, tasks.includes(id) ? 'handler-may-not-check' : undefined]);
    }
  });

  it('SD8: registering staff shows their relatives’ cases in every state that is not closed, those on aid too', () => {
    const walk = walkTo('publish-confirmation');
    const state = caseIn(walk.world, walk.caseId);
    for (const status of CaseStatus.options) {
      const copy = copyOf(walk);
      copy.world.states.set(`case:${walk.caseId}`, { ...state, head: { ...state.head, status } });
      const played = play(copy.world, registerStaff, {
        actor: actor('CC', 'cc-1'),
        now: noon('2026-09-01'),
        input: {
          personId: 't1-new',
          name: '演示新员',
          idNumber: residentId('19900101', 77),
          posts: [{ post: 'TC', orgCode: '649900101' }],
          relatives: [{ idNumber: idNumberOf(familyOfThree(0)[1] as never), relation: 'sibling' }],
          activeFrom: '2026-01-01',
        },
      });
      const found = closedStates.includes(status) ? [] : [{ caseId: walk.caseId, relation: 'sibling' }];
      expect([status, played.reply.relativesOnAid]).toEqual([status, found]);
    }
  });

  it('SD9: whoever is barred is barred as a person: each other post, account and system of theirs is refused alike', () => {
    const { surveyors } = caseIn(reviewed.world, reviewed.caseId).head;
    for (const id of surveyors)
      for (const clientId of ['test-portal', 'mca-cloud', 'wechat']) {
        const by = { ...actor('TD', id), clientId };
        expect(take(copyOf(reviewed), 'decide-case', '2026-08-25', { by }).code).toBe('surveyor-may-not-confirm');
      }
    expect(tokenOf('a')).not.toBe(tokenOf('b'));
  });
});
