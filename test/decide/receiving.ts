import type { Household } from '../../schemas/household.ts';
import { caseIn } from '../world.ts';
import { done, type Route, type Walk, walkTo } from './walk-through.ts';

/** A family that receives 660 yuan a month since September 2026 (G01), published and served. */
export function receiving(route: Route = {}): Walk {
  const walk = walkTo('publish-confirmation', route);
  done(walk, 'record-delivery', '2026-08-28', {
    input: { paperId: 'W20-1', method: 'direct', servedOn: '2026-08-28' },
  });
  return walk;
}

/** The household on file with another wage of the first member, in yuan a month. */
export function withWage(walk: Walk, yuan: number): Household {
  const { household } = caseIn(walk.world, walk.caseId).parts;
  const [first, ...others] = household.members;
  if (!first) throw new Error('nobody listed');
  const wage = { kind: 'wage' as const, per: 'month' as const, amountFen: yuan * 100, evidence: 'verified' as const };
  return { ...household, members: [{ ...first, labourAbility: '1', income: [wage] }, ...others] };
}

/** A change is reported and the household visited with what was found. */
export function checked(walk: Walk, on: string, found?: Household, kind = 'income'): void {
  done(walk, 'report-change', on, { input: { kind, happenedOn: on } });
  done(walk, 'record-visit', on, { input: found ? { household: found } : {} });
}

/** A proposed reduction to 210 yuan (G14), its notice served on a day. */
export function asked(walk: Walk, servedOn = '2026-11-10'): void {
  checked(walk, '2026-11-05', withWage(walk, 2250));
  done(walk, 'record-reverification', '2026-11-09', { input: { result: 'reduce', reasons: ['工资收入增加'] } });
  done(walk, 'record-delivery', servedOn, { input: { paperId: 'W23-1', method: 'direct', servedOn } });
}

/** What the case gives right to, month by month. */
export const entitlementsOf = ({ world, caseId }: Walk) =>
  (caseIn(world, caseId).parts.benefit?.entitlements ?? []).map(({ kind, fromMonth, amountFen }) => ({
    kind,
    fromMonth,
    amountFen,
  }));
