import type { Visit } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { VisitReport } from '../../schemas/review-proofs.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { storedFile } from './attachments.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

/**
 * A visit as it is kept (D57 §16, SD1): all who went and a present member signed, the photos are there unaltered, and it took place
 * after acceptance and not in the future. `on` is its civil date.
 */
export function storedVisit(facts: Facts, report: VisitReport, now: string): { visit: Visit; on: CivilDate } {
  const { head } = theCase(facts);
  const { surveyors, signatures, memberSigned, visitedAt, leftAt, photos, deviceId, lat, lon } = report;
  const unsigned = surveyors.filter((id) => !signatures.includes(id));
  must(unsigned.length === 0 && memberSigned, 'signature-missing', { unsigned, memberSigned });
  const on = civilDateOf(visitedAt);
  const inOrder = on >= (head.acceptedOn ?? on) && visitedAt <= now && (leftAt === undefined || leftAt >= visitedAt);
  must(inOrder, 'date-out-of-order', { visitedAt, acceptedOn: head.acceptedOn });
  const visit: Visit = {
    surveyors: [...new Set(surveyors)],
    signatures: [...new Set(signatures)],
    memberSigned,
    visitedAt,
    ...(leftAt ? { leftAt } : {}),
    lat,
    lon,
    photos: photos.map((id) => storedFile(facts, id, head.countyCode).sha256),
    ...(deviceId ? { deviceId } : {}),
    findings: report.findings,
    consistent: report.consistent,
    ...(report.companions?.length ? { companions: report.companions } : {}),
  };
  return { visit, on };
}
