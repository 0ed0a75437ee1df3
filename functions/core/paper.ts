import type { CivilDate } from '../../schemas/dates.ts';
import type { PaperData } from '../../schemas/documents.ts';
import type { Paper, PaperKind } from '../../schemas/paper.ts';
import { type Citation, citeText, lawPackOn, sources } from '../law/sources.ts';
import type { Facts } from './facts.ts';
import type { Setting } from './setting.ts';

/** A paper to issue: its kind, recipient, data and clauses. */
export type Draft = {
  [K in PaperKind]: {
    readonly kind: K;
    readonly to: Paper['to'];
    readonly data: PaperData[K];
    readonly clauses: readonly Citation[];
    readonly serveBy?: CivilDate | undefined;
  };
}[PaperKind];

export interface Issuing {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly townshipCode: string;
  readonly on: CivilDate;
  /** Whose paper it is; the township's by default. Needs `countyPapers` among the facts where it is the county's. */
  readonly by?: 'township' | 'county';
}

/** Code, mark and last number of the organ that issues. */
function issuerOf({ facts, setting, townshipCode, by }: Issuing): { code: string; mark: string; papers: number } {
  const counters = by === 'county' ? facts.countyCounters : facts.counters;
  if (!counters) throw new Error(`papers need the counters of the ${by ?? 'township'} among the facts`);
  const { countyCode, countyName, countyMark = `${countyName}民社救`, townships } = setting.divisions;
  const township = townships.find(({ code }) => code === townshipCode);
  return by === 'county'
    ? { code: countyCode, mark: countyMark, papers: counters.papers }
    : { code: townshipCode, mark: township?.mark ?? townshipCode, papers: counters.papers };
}

/**
 * Numbers and dates the papers of one act: the issuer's mark, the year in hexagonal brackets, a serial without gaps in the issuer's own
 * series (GB/T 9704 form). Needs `township` among the facts. Serial and paper id follow the order of the drafts. Clauses of a text not
 * yet in force on the day are left out.
 */
export function issuePapers(issuing: Issuing, drafts: readonly Draft[]): readonly Paper[] {
  const { facts, setting, on } = issuing;
  const { code, mark, papers } = issuerOf(issuing);
  const used: Record<string, number> = { ...facts.case?.head.paperCounts };
  return drafts.map((draft, index) => {
    const ordinal = (used[draft.kind] ?? 0) + 1;
    used[draft.kind] = ordinal;
    return {
      paperId: `${draft.kind}-${ordinal}`,
      kind: draft.kind,
      number: `${mark}〔${on.slice(0, 4)}〕${papers + index + 1}号`,
      issuer: code,
      issuedOn: on,
      to: draft.to,
      ...(draft.serveBy ? { serveBy: draft.serveBy } : {}),
      data: draft.data as Paper['data'],
      clauses: draft.clauses.filter(({ source }) => (sources[source].inForceFrom ?? on) <= on).map(citeText),
      lawPack: lawPackOn(on),
      example: setting.example,
    };
  });
}
