import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CountyState } from '../../functions/core/county-fold.ts';
import { acceptApplication } from '../../functions/intake/accept-application.ts';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { countyOf, demonstrationTenant, officialCountyOf, tenants } from '../../functions/law/tenants.ts';
import { itemsOf } from '../../functions/shell/projection.ts';
import { countyAsked, queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { readCase } from '../../functions/supervision/read-case.ts';
import { eventRow, StoredEvent } from '../../functions/supervision/record-rows.ts';
import { registerDivisions } from '../../functions/supervision/register-divisions.ts';
import { familyOfThree, application as formOf } from '../applications.ts';
import { example, setUpDay } from '../county-set-up.ts';
import { actor, caseIn, demonstrationWorld, emptyWorld, noon, play, type World } from '../world.ts';

const NINGDONG = '64ND00';
const TOWNSHIP = '640181103';

const divisions = (countyCode: string, township: string) => ({
  ...example('divisions'),
  countyCode,
  countyName: '宁东',
  townships: [
    {
      code: township,
      name: '宁东镇',
      mark: '宁东镇社救',
      phone: '0951-0000103',
      villages: [{ code: `${township}201`, name: '演示村' }],
    },
  ],
});

/** 宁东 with the set-up of the demonstration county, and its one township. */
function ningdong(): World {
  const world = demonstrationWorld();
  const county = world.states.get('county:649900') as CountyState;
  const parts = { ...county.parts, divisions: divisions(NINGDONG, TOWNSHIP), delegations: {}, staff: {}, kin: {} };
  world.states.set(`county:${NINGDONG}`, { ...county, head: { countyCode: NINGDONG }, parts });
  return world;
}

const clerk = actor('TC', 'nd-tc', TOWNSHIP);
const apply = (world: World) => {
  const form = formOf(world, familyOfThree(90), {
    townshipCode: TOWNSHIP,
    villageCode: `${TOWNSHIP}201`,
  }) as { members: { hukou: unknown }[] };
  for (const member of form.members) member.hukou = { countyCode: '640181', townshipCode: TOWNSHIP };
  for (const [id, file] of world.attachments) world.attachments.set(id, { ...file, countyCode: NINGDONG });
  return play(world, submitApplication, { actor: clerk, now: noon('2026-08-03'), input: form });
};

describe('宁东, a tenant without a county code (rulebook 9.3)', () => {
  it('is the tenant of 宁东镇, whose official code lies inside 灵武市; every other code is its own county’s', () => {
    expect(countyOf(TOWNSHIP)).toBe(NINGDONG);
    expect(countyOf(`${TOWNSHIP}201`)).toBe(NINGDONG);
    expect(countyOf(`${TOWNSHIP}-DB-2026-000001`)).toBe(NINGDONG);
    expect(countyOf('640181102')).toBe('640181');
    expect(officialCountyOf(TOWNSHIP)).toBe('640181');
    for (const { code } of [...tenants, demonstrationTenant]) expect(countyOf(code)).toBe(code);
    expect(countyOf(`${NINGDONG}-2026-08-03`)).toBe(NINGDONG);
  });

  it('receives the applications of its township: case, event and index are the tenant’s, codes stay official', () => {
    const world = ningdong();
    const submitted = apply(world);
    expect(submitted.code).toBeUndefined();
    const { caseId } = submitted.reply;
    expect(caseId).toBe(`${TOWNSHIP}-DB-2026-000001`);
    const state = caseIn(world, caseId);
    expect(state.head.countyCode).toBe(NINGDONG);
    expect(submitted.event?.countyCode).toBe(NINGDONG);
    const row = eventRow(StoredEvent.parse(submitted.event));
    expect(row).toMatchObject({ county_code: NINGDONG, township_code: TOWNSHIP, village_code: `${TOWNSHIP}201` });
    expect(state.parts.household.members.map(({ hukou }) => hukou.countyCode)).toEqual(['640181', '640181', '640181']);
    const head = itemsOf('case', caseId, state)[0];
    expect(head?.item.k?.pk).toBe(`K#${NINGDONG}#case`);
  });

  it('lets its own county level see and handle them, and shows them to nobody in 灵武市', () => {
    const world = ningdong();
    const { caseId } = apply(world).reply;
    const as = (orgCode: string) =>
      play(world, readCase, { actor: actor('CC', 'x-cc', orgCode), now: noon('2026-08-04'), params: { caseId } });
    expect(as(NINGDONG).ok).toBe(true);
    expect(as('640181').code).toBe('case-not-found');
    const accepted = play(world, acceptApplication, { actor: clerk, now: noon('2026-08-04'), params: { caseId } });
    expect(accepted.ok).toBe(true);
    // Nothing is delegated there: the county level decides, in its own name.
    expect(caseIn(world, caseId).head.mode).toBe('standard');
    expect(caseIn(world, caseId).parts.terms.find(({ term }) => term === 'decision')?.holderOrg).toBe(NINGDONG);
  });

  it('asks the lake for its own county when a query names one of its cases', () => {
    const query = queryCatalogue.find(({ paramList }) => paramList.some(({ type }) => type === 'case-id'));
    const [param] = query?.paramList.filter(({ type }) => type === 'case-id') ?? [];
    expect(query && countyAsked(query, { [param?.name ?? '']: `${TOWNSHIP}-DB-2026-000001` })).toBe(NINGDONG);
  });

  it('registers its own township only, and 灵武市 may not register it', () => {
    const register = (countyCode: string, township: string) =>
      play(emptyWorld(), registerDivisions, {
        actor: actor('CC', 'x-cc', countyCode),
        now: setUpDay,
        input: divisions(countyCode, township),
      });
    expect(register(NINGDONG, TOWNSHIP).ok).toBe(true);
    expect(register(NINGDONG, '640181102').code).toBe('input-invalid');
    expect(register('640181', '640181102').ok).toBe(true);
    expect(register('640181', TOWNSHIP).code).toBe('input-invalid');
  });

  it('never stands in an official code field: a household register names a county of the national list', () => {
    const world = ningdong();
    const form = formOf(world, familyOfThree(90), { townshipCode: TOWNSHIP, villageCode: `${TOWNSHIP}201` }) as {
      members: { hukou: unknown }[];
    };
    for (const member of form.members) member.hukou = { countyCode: NINGDONG };
    const refused = play(world, submitApplication, { actor: clerk, now: noon('2026-08-03'), input: form });
    expect(refused.code).toBe('input-invalid');
  });

  it('is known in one place: no other file cuts the county out of a code', () => {
    const files = globSync('functions/**/*.ts', { cwd: new URL('../..', import.meta.url).pathname });
    expect(files.length).toBeGreaterThan(200);
    const cutting = files.filter((file) => /\.slice\(0, ?6\)/.test(readFileSync(file, 'utf8')));
    expect(cutting.map((file) => file.replaceAll('\\', '/'))).toEqual(['functions/law/tenants.ts']);
  });
});
