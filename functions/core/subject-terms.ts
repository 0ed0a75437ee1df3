import type { CivilDate } from '../../schemas/dates.ts';
import type { Term, TermName } from '../../schemas/term.ts';
import { holderOrgOf, startTerm, type TermStart } from '../law/term-start.ts';
import type { Setting } from './setting.ts';

/**
 * Starts terms of a subject that is no case, on a day: held by the organisation their row names, or by the given one.
 * The subject's head keeps them and `foldTerms` folds them; `watched-terms.ts` has a line for its kind.
 */
export function startSubjectTerms(
  names: readonly TermName[],
  of: {
    readonly setting: Pick<Setting, 'calendar' | 'clocks'>;
    readonly fromOn: CivilDate;
    readonly countyCode: string;
    readonly townshipCode?: string | undefined;
    readonly holder?: TermStart['holder'] & { readonly orgCode: string };
    readonly holderId?: string | undefined;
  },
): Term[] {
  const { setting, fromOn, countyCode, townshipCode = countyCode, holder, holderId } = of;
  return names.map((name) =>
    startTerm(name, {
      fromOn,
      calendar: setting.calendar,
      clocks: setting.clocks,
      delegated: true,
      holderOrg: holder?.orgCode ?? holderOrgOf(name, { townshipCode, countyCode, delegated: true }),
      ...(holder ? { holder } : {}),
      ...(holderId ? { holderId } : {}),
    }),
  );
}
