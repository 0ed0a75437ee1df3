import type { CivilDate } from '../../schemas/dates.ts';
import { groupOf, type Program, type ProgramGroup } from '../../schemas/program.ts';
import type { TermName } from '../../schemas/term.ts';
import { cite, layersOn } from './sources.ts';
import { type TermRow, termRows } from './term-rows.ts';

/** What a term's row depends on beside its name; 低保 under a delegation, in the law of today, where nothing is said. */
export interface TermOf {
  readonly program?: Program | undefined;
  /** Whether the township decides. */
  readonly delegated?: boolean | undefined;
  /** The day the term runs from: procedure follows the law of the day of the act (rulebook 0.4). */
  readonly on?: CivilDate | undefined;
}

type Rows = Readonly<Partial<Record<TermName, TermRow>>>;

const ofTk: Rows = {
  intake: { ...termRows.intake, basis: [cite('T43', '§12'), cite('DESIGN', 'T1')] },
  opinion: { ...termRows.opinion, clock: 'clock.tk.opinion', law: true, basis: [cite('T43', '§13')] },
  'investigation-start': { ...own('investigation-start'), basis: [cite('T43', '§13'), cite('DESIGN', '3.3')] },
  publicity: { ...termRows.publicity, basis: [cite('T43', '§15'), cite('CIVIL', '§203')] },
  decision: {
    ...own('decision'),
    from: ['公示期满之日', 'end of the publicity'],
    clock: 'clock.tk.decision',
    basis: [cite('T43', '§28'), cite('DESIGN', '3.3')],
  },
  'county-decision': { ...termRows['county-decision'], clock: 'clock.tk.countyDecision', basis: [cite('T43', '§16')] },
  'denial-notice': { ...termRows['denial-notice'], basis: [cite('T43', '§18')] },
  'confirmation-notice': { ...termRows['confirmation-notice'], basis: [cite('T43', '§17'), cite('DESIGN', 'W20')] },
  publication: { ...termRows.publication, basis: [cite('T43', '§17'), cite('DESIGN', 'T16')] },
};

/** A row without the law behind its length: a default of this system for the program. */
function own(term: TermName): Omit<TermRow, 'law'> {
  const { law: _law, ...row } = termRows[term];
  return row;
}

const ofGroup: Readonly<Partial<Record<ProgramGroup, Rows>>> = {
  TK: ofTk,
  BY: { decision: { ...own('decision'), basis: [cite('L39', '二'), cite('N83', '四(一)', 'design')] } },
  GX: { decision: { ...termRows.decision, clock: 'clock.gx', basis: [cite('R62', '§8')] } },
  GL: { decision: { ...own('decision'), clock: 'clock.gl', basis: [cite('DESIGN', '3.6')] } },
  LS: { decision: { ...own('decision'), clock: 'clock.ls', basis: [cite('TA18', '二(二)'), cite('DESIGN', '3.6')] } },
};

/** Without delegation the county decides: 低保 and the edge within 30 working days (D57 §22, K1), the others in their own time. */
const byCounty = (row: TermRow, program: Program): TermRow => {
  const held: TermRow = { ...row, by: ['county', 'CC'] };
  const group = groupOf(program);
  if (group === 'DB') return { ...held, clock: 'clock.total.standard', law: true, basis: [cite('D57', '§22')] };
  if (group === 'BY')
    return { ...held, clock: 'clock.total.standard', basis: [cite('L39', '二'), cite('D57', '§22', 'design')] };
  return held;
};

/** Before N83 a township decided within the 30 working days of D57 §22 too (RP-2021; rulebook 0.4). */
const beforeN83 = (row: TermRow, program: Program, on: CivilDate): TermRow =>
  ['DB', 'BY'].includes(groupOf(program)) && !layersOn(on).includes('N83')
    ? { ...row, clock: 'clock.total.standard', basis: [cite('D57', '§22')] }
    : row;

/** Terms of acts that belong to whoever has the power to confirm (LAW §44(2), D57 §31-33). */
export const termsOfConfirmer: readonly TermName[] = ['decision', 'adjustment', 'death-adjustment', 'fade-out-end'];

/** The row of a term for a program, who decides, and the day it runs from. */
export const termRowOf = (term: TermName, { program = 'DB_URBAN', delegated = true, on }: TermOf = {}): TermRow => {
  const row = ofGroup[groupOf(program)]?.[term] ?? termRows[term];
  if (!termsOfConfirmer.includes(term)) return row;
  if (term !== 'decision') return delegated ? row : { ...row, by: ['county', 'CC'] };
  if (!delegated) return byCounty(row, program);
  return on === undefined ? row : beforeN83(row, program, on);
};
