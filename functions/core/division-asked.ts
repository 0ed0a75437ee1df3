import type { Actor } from '../../schemas/actor.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';
import { covers } from './perform.ts';
import { must } from './problem.ts';

/** A county, or one township of it. */
export interface DivisionAsked {
  readonly countyCode: string;
  readonly townshipCode?: string;
}

/**
 * The division a list is asked for: the one named, else the caller's own; a township post never sees beyond its township.
 * Refuses a division that is not the caller's (`division-not-yours`) and a caller above the counties who names none.
 */
export function divisionAsked(
  actor: Actor,
  asked: { readonly county?: string | undefined; readonly township?: string | undefined },
): DivisionAsked {
  const own = ownDivision(actor);
  const townshipCode = asked.township ?? own?.townshipCode;
  const countyCode = asked.county ?? (asked.township ? countyOf(asked.township) : own?.countyCode);
  must(countyCode, 'input-invalid', { errors: [{ path: 'county', message: '须指明县级代码 name the county' }] });
  const division = { countyCode, ...(townshipCode ? { townshipCode } : {}) };
  must(
    (townshipCode === undefined || countyOf(townshipCode) === countyCode) && covers(actor, division),
    'division-not-yours',
    { division: asked.township ?? countyCode },
  );
  return division;
}

/** The county whose set-up is asked for: a township post reads its county's. */
export const countyAsked = (actor: Actor, county: string | undefined): string =>
  divisionAsked(actor, { county }).countyCode;

function ownDivision({ post, orgCode }: Actor): DivisionAsked | undefined {
  switch (post) {
    case 'TC':
    case 'TS':
    case 'TR':
    case 'TD':
    case 'VC':
      return { countyCode: countyOf(orgCode), townshipCode: townshipOf(orgCode) };
    case 'CC':
    case 'CV':
    case 'CP':
    case 'CF':
      return { countyCode: orgCode };
    default:
      return undefined;
  }
}
