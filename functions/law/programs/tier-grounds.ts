import type { ProgramGround } from '../../../schemas/program-finding.ts';
import { citedClause } from '../cited-clause.ts';
import { hukouFinding } from '../hukou.ts';
import { type PropertyOutcome, propertyVerdict } from '../property.ts';
import { cite } from '../sources.ts';
import type { Verdict } from '../verdict.ts';
import type { Findings } from './findings.ts';

/** Who counts (D57 §7): the edge and rigid expenditure take the family as 低保 does. */
export const compositionGround = ({ size, counts }: Findings): ProgramGround => ({
  code: 'composition',
  passed: size > 0,
  zh: `在册 ${counts.length} 人，计入共同生活的家庭成员 ${size} 人`,
  en: `${counts.length} listed, ${size} counted`,
  citation: citedClause(cite('D57', '§7')),
});

/** Registration closes the edge and rigid expenditure as it closes 低保 (A16). */
export const tierHukouGround = ({ household, counts }: Findings): ProgramGround => ({
  code: 'hukou',
  ...hukouFinding(
    household,
    counts.filter(({ counted }) => counted).map(({ member }) => member),
  ),
  citation: citedClause(cite('D57', '§4-5')),
});

/** The property tests in one ground. */
export const tierPropertyGround = (
  outcomes: readonly PropertyOutcome[],
  citation: ProgramGround['citation'],
): ProgramGround => ({
  code: 'property',
  passed: propertyVerdict(outcomes),
  zh: outcomes.map(({ zh }) => zh).join('；'),
  en: outcomes.map(({ en }) => en).join('; '),
  citation,
});

/** A household is recognised in one tier: what a higher one gives, or may give, a lower one does not (rulebook 2, evaluation order). */
export const higherTierGround = (
  higher: Verdict,
  names: { readonly zh: string; readonly en: string },
  citation: ProgramGround['citation'],
): ProgramGround => ({
  code: 'higher-tier',
  passed: higher === 'review' ? 'review' : !higher,
  zh: higher === false ? `不符合${names.zh}条件` : `${higher === true ? '' : '可能'}符合${names.zh}条件`,
  en: higher === false ? `not entitled to ${names.en}` : `${higher === true ? '' : 'perhaps '}entitled to ${names.en}`,
  citation,
});
