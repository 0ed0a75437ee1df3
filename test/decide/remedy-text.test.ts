import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { approvedRemedy, bodiesOf, lawfulRemedy, remedyBodyOf } from '../../functions/law/remedies.ts';
import type { ParameterKey } from '../../schemas/parameter.ts';
import { actor, demonstrationWorld, type World } from '../world.ts';
import { asked, receiving } from './receiving.ts';
import { done, paperOf, revokeDelegation, take, type Walk, walkTo } from './walk-through.ts';

const county = (world: World): CountyState => world.states.get('county:649900') as CountyState;

/** The demonstration county with other wordings: `false` takes one away, a text adds one. */
function worded(texts: Partial<Record<ParameterKey, string | false>>, government: string | undefined): World {
  const world = demonstrationWorld();
  const state = county(world);
  const { parameters = [] } = state.parts;
  const sample = parameters.find(({ key }) => key === 'remedy.W21');
  if (!sample || !state.parts.divisions) throw new Error('no wording to copy');
  const kept = parameters.filter(({ key }) => texts[key] === undefined);
  const added = Object.entries(texts).flatMap(([key, value]) =>
    value === false ? [] : [{ ...sample, key: key as ParameterKey, value: value ?? '', id: `${key}@test` }],
  );
  const { countyGovernment: _former, ...rest } = state.parts.divisions;
  const divisions = government ? { ...rest, countyGovernment: government } : rest;
  world.states.set('county:649900', {
    ...state,
    parts: { ...state.parts, parameters: [...kept, ...added], divisions },
  });
  return world;
}

const government = '演示县人民政府';
const onPaper = { application: { electronicService: false } };
const remedyOf = (walk: Walk, kind: string): string => String(paperOf(walk, kind).data['remedy']);

function reduced(world: World, route = {}): Walk {
  const walk = receiving({ world, ...route });
  asked(walk);
  return walk;
}

describe('the remedy of an act by its issuing body', () => {
  it('knows a sub-district by its number, a township by its own, and the county', () => {
    expect(remedyBodyOf('township', '649900001')).toBe('street');
    expect(remedyBodyOf('township', '649900099')).toBe('street');
    expect(remedyBodyOf('township', '649900100')).toBe('township');
    expect(remedyBodyOf('county', '649900001')).toBe('county');
    expect(bodiesOf.W08).not.toContain('county');
  });

  it('takes the wording of the body before the one for all', () => {
    const { parameters = [] } = county(worded({ 'remedy.W21.street': '街道的告知' }, government)).parts;
    const at = { on: '2026-08-25' };
    expect(approvedRemedy(parameters, { act: 'W21', body: 'street' }, at)).toBe('街道的告知');
    expect(approvedRemedy(parameters, { act: 'W21', body: 'township' }, at)).toContain('行政复议');
  });

  it('is that of the county where the county decides', () => {
    const world = worded({ 'remedy.W21.county': '县级民政部门作出的告知' }, government);
    const walk = walkTo('post-publicity', { world });
    revokeDelegation(walk, '2026-08-20');
    done(walk, 'receive-case', '2026-08-25', { by: actor('CC', 'cc-3') });
    const input = { result: 'not-confirmed', grounds: ['income'], reasons: ['家庭收入超过标准'] };
    done(walk, 'decide-case', '2026-08-25', { by: actor('CC', 'cc-3'), input });
    expect(remedyOf(walk, 'W21')).toBe('县级民政部门作出的告知');
  });
});

describe('without an approved wording', () => {
  it('a decision on what was granted says what the law says: sixty days, six months, the county government (FYF §20, §24; ALL §46)', () => {
    const walk = reduced(worded({ 'remedy.W25': false }, government), onPaper);
    done(walk, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } });
    const text = remedyOf(walk, 'W25');
    expect(text).toContain('60日内向演示县人民政府申请行政复议');
    expect(text).toContain('第二十四条第一款第二项');
    expect(text).toContain('6个月内直接向人民法院提起行政诉讼');
  });

  it('names the item of the law by which each body is heard', () => {
    const at = { on: '2026-11-18', government, online: false };
    const text = (body: 'township' | 'street' | 'county') => lawfulRemedy([], { act: 'W28', body }, at) ?? '';
    expect(text('county')).toContain('第一款第一项');
    expect(text('township')).toContain('第一款第二项');
    expect(text('street')).toContain('第一款第三项');
  });

  it('a paper that may be served online fails closed: it must name the online way to apply (FYF §22)', () => {
    const walk = reduced(worded({ 'remedy.W25': false }, government));
    expect(take(walk, 'decide-adjustment', '2026-11-18', { input: { result: 'reduce' } })).toMatchObject({
      code: 'program-closed',
      detail: { missing: ['parameter:remedy.W25.township'] },
    });
  });

  it('refusals fail closed, for whether they are inaction is unsure (FYF §23): the program does not open', () => {
    for (const act of ['W08', 'W21'] as const) {
      expect(lawfulRemedy([], { act, body: 'township' }, { on: '2026-08-25', government, online: false })).toBe(
        undefined,
      );
      const world = worded({ [`remedy.${act}`]: false }, government);
      expect(() => walkTo('submit-application', { world })).toThrow(`parameter:remedy.${act}`);
    }
  });

  it('a wording for each body opens it as well as one for all', () => {
    const each = {
      'remedy.W08': false,
      'remedy.W08.township': '乡镇的告知',
      'remedy.W08.street': '街道的告知',
    } as const;
    expect(walkTo('submit-application', { world: worded(each, government) }).caseId).toBeTruthy();
    expect(() =>
      walkTo('submit-application', { world: worded({ ...each, 'remedy.W08.street': false }, government) }),
    ).toThrow('parameter:remedy.W08');
  });

  it('where no county government is on record, as at 宁东, every wording is the county’s own', () => {
    expect(() => walkTo('submit-application', { world: worded({ 'remedy.W25': false }, undefined) })).toThrow(
      'parameter:remedy.W25',
    );
    expect(walkTo('submit-application', { world: worded({}, undefined) }).caseId).toBeTruthy();
  });
});
