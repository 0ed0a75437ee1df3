import type { Paper } from '../../schemas/paper.ts';
import type { Facts } from '../core/facts.ts';
import { takesNumber } from '../core/paper.ts';

/** Printed wherever a seal is: it proves nothing by itself (Electronic Signature Law §13-14). */
export const sealNote = '印章为图像，不是法律意义上的可靠电子签章；须有签章效力的，请加盖实物印章。';

/** The stored picture of the issuer's seal, where the register of divisions names one; forms on file carry none. */
export function sealOf(facts: Facts, paper: Paper): string | undefined {
  const divisions = facts.county?.parts.divisions;
  if (!divisions || !takesNumber(paper)) return undefined;
  if (paper.issuer === divisions.countyCode) return divisions.countySeal;
  return divisions.townships.find(({ code }) => code === paper.issuer)?.seal;
}
