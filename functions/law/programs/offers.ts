import type { ProgramOffer } from '../../../schemas/household-assessment.ts';
import type { CitedClause } from '../../../schemas/means-finding.ts';
import type { Program } from '../../../schemas/program.ts';
import { citedClause, citedOn } from '../cited-clause.ts';
import { cite } from '../sources.ts';
import type { Verdict } from '../verdict.ts';
import { edgeClause } from './edge.ts';

const names: Readonly<Record<Program, readonly [zh: string, en: string]>> = {
  DB_URBAN: ['申请城市最低生活保障', 'the urban minimum living guarantee'],
  DB_RURAL: ['申请农村最低生活保障', 'the rural minimum living guarantee'],
  TK: ['申请特困人员救助供养', 'support for persons in extreme difficulty'],
  BY: ['申请低保边缘家庭认定', 'edge recognition'],
  GX: ['申请刚性支出困难家庭认定', 'recognition by rigid expenditure'],
  GL: ['申请高龄低收入老年人津贴', 'the old-age allowance'],
  LS_FAST: ['申请小额快救', 'fast temporary assistance'],
  LS_STD: ['申请一般临时救助', 'temporary assistance by the standard way'],
};

const clauses: Readonly<Record<Program, (on: string) => CitedClause>> = {
  DB_URBAN: (on) => citedOn(on, '§18', cite('D57', '§23')),
  DB_RURAL: (on) => citedOn(on, '§18', cite('D57', '§23')),
  TK: (on) => citedOn(on, '§16', cite('T43', '§4')),
  BY: edgeClause,
  GX: (on) => citedOn(on, '§22', cite('R62', '§4')),
  GL: () => citedClause(cite('SEED', '一')),
  LS_FAST: (on) => citedOn(on, '§50', cite('TA26', '二(一)')),
  LS_STD: (on) => citedOn(on, '§29', cite('TA18', '二(一)')),
};

/** Tells of members who may be taken in by 低保 alone where the household as a whole is not (单人户; D57 §8, LAW §21(2)). */
export const offerAlone = (program: Program, entitled: Verdict, on: string): ProgramOffer => {
  const note = entitled === 'review' ? ['（须人工核实）', ' (a person must settle it)'] : ['', ''];
  return {
    program,
    entitled,
    zh: `可告知家庭中符合单人户情形的成员单独申请最低生活保障${note[0]}，由申请人自愿决定`,
    en: `Tell the household that a member may apply for the minimum living guarantee alone${note[1]}; the choice is theirs`,
    citation: citedOn(on, '§21(2)', cite('D57', '§8')),
  };
};

/** Tells of a program nobody asked for. It opens nothing: the applicant decides (G09; L39 五(一)). */
export const offerOf = (program: Program, entitled: Verdict, on: string): ProgramOffer => {
  const [zh, en] = names[program];
  const note = entitled === 'review' ? ['（须人工核实）', ' (a person must settle it)'] : ['', ''];
  return {
    program,
    entitled,
    zh: `可告知${zh}${note[0]}，由申请人自愿决定`,
    en: `Tell the household of ${en}${note[1]}; the choice is theirs`,
    citation: clauses[program](on),
  };
};
