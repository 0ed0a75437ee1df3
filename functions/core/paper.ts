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
    /** Whose paper it is, where one act issues papers of both organs; that of the act by default. */
    readonly by?: Issuer | undefined;
  };
}[PaperKind];

/** The organs that issue papers. */
export type Issuer = 'township' | 'county';

export interface Issuing {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly townshipCode: string;
  readonly on: CivilDate;
  /** Whose paper it is; the township's by default. Needs `countyPapers` among the facts where it is the county's. */
  readonly by?: Issuer;
  /** What forms on file are numbered by: the case by default. */
  readonly fileNo?: string;
}

/** Papers that only the county may issue: its verification report, an order to return money (SEED 二(二)1, LAW §41, §73-74). */
const countyOnly: readonly PaperKind[] = ['W11', 'W29'];

/** Whether a paper takes a number of its issuer's series: forms kept on file are numbered by their file. */
export const takesNumber = ({ to }: Pick<Paper, 'to'>): boolean => to !== 'file';

/** Code and mark of an organ. */
function issuerOf({ setting, townshipCode }: Issuing, by: Issuer): { code: string; mark: string } {
  const { countyCode, countyName, countyMark = `${countyName}民社救`, townships } = setting.divisions;
  if (by === 'county') return { code: countyCode, mark: countyMark };
  return { code: townshipCode, mark: townships.find(({ code }) => code === townshipCode)?.mark ?? townshipCode };
}

const lastNumber = ({ facts }: Issuing, by: Issuer): number => {
  const counters = by === 'county' ? facts.countyCounters : facts.counters;
  if (!counters) throw new Error(`papers need the counters of the ${by} among the facts`);
  return counters.papers;
};

/** Gives the next number of each organ's own series, and of the file to forms that stay on it. */
function numbering(issuing: Issuing): (draft: Draft, by: Issuer, paperId: string) => string {
  const given: Record<Issuer, number> = { township: 0, county: 0 };
  const { on, facts, fileNo = facts.case?.head.caseId ?? '' } = issuing;
  return (draft, by, paperId) => {
    if (!takesNumber(draft)) return `${fileNo}/${paperId}`;
    given[by] += 1;
    return `${issuerOf(issuing, by).mark}〔${on.slice(0, 4)}〕${lastNumber(issuing, by) + given[by]}号`;
  };
}

/**
 * Numbers and dates the papers of one act: the issuer's mark, the year in hexagonal brackets, a serial without gaps in the issuer's own
 * series (GB/T 9704 form). Needs `township` among the facts, and `countyPapers` for papers of the county. All papers of an act go into
 * one call: serial and paper id follow the order of the drafts. Clauses of a text not yet in force on the day are left out.
 */
export function issuePapers(issuing: Issuing, drafts: readonly Draft[]): readonly Paper[] {
  const { facts, setting, on } = issuing;
  const numberOf = numbering(issuing);
  const used: Record<string, number> = { ...facts.case?.head.paperCounts };
  return drafts.map((draft) => {
    const by = draft.by ?? issuing.by ?? 'township';
    if (by !== 'county' && countyOnly.includes(draft.kind)) throw new Error(`${draft.kind} is a paper of the county`);
    const ordinal = (used[draft.kind] ?? 0) + 1;
    used[draft.kind] = ordinal;
    const paperId = `${draft.kind}-${ordinal}`;
    return {
      paperId,
      kind: draft.kind,
      number: numberOf(draft, by, paperId),
      issuer: issuerOf(issuing, by).code,
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
