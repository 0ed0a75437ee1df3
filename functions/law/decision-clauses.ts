import type { CivilDate } from '../../schemas/dates.ts';
import { groupOf, type Program, type ProgramGroup } from '../../schemas/program.ts';
import { type Citation, cite, layersOn } from './sources.ts';

/** What a decision's paper rests on: who decided, and how. */
export interface DecisionMade {
  readonly on: CivilDate;
  readonly by: 'township' | 'county';
  readonly result: 'confirmed' | 'not-confirmed';
}

const own: Readonly<Record<ProgramGroup, (made: DecisionMade) => readonly Citation[]>> = {
  DB: ({ by }) => [cite('D57', '§21'), by === 'county' ? cite('D57', '§22') : cite('N83', '四(一)')],
  TK: ({ by, result }) => [
    cite('T43', result === 'confirmed' ? '§17' : '§18'),
    ...(by === 'township' ? [cite('T43', '§28')] : []),
  ],
  BY: () => [cite('LAW', '§21'), cite('D57', '§8'), cite('L39', '二')],
  GX: ({ result }) => [cite('LAW', '§22'), cite('R62', result === 'confirmed' ? '§4' : '§7')],
  GL: () => [cite('SEED', '一')],
  LS: () => [cite('LAW', '§29'), cite('TA18', '二(二)')],
};

/** The clauses of a decision by program, in the layers in force on its day, the strongest first (rulebook 0.4). */
export const decisionClauses = (program: Program, made: DecisionMade): readonly Citation[] => [
  ...(layersOn(made.on).includes('LAW') ? [cite('LAW', '§45')] : []),
  ...own[groupOf(program)](made),
];
