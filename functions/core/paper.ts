import type { CivilDate } from '../../schemas/dates.ts';
import type { PaperData } from '../../schemas/documents.ts';
import type { Paper, PaperKind } from '../../schemas/paper.ts';
import { type Citation, citeText, lawPackOn } from '../law/sources.ts';
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
}

/**
 * Numbers and dates the papers of one act: the township's mark, the year in hexagonal brackets, a serial without gaps
 * (GB/T 9704 form). Needs `township` among the facts. Serial and paper id follow the order of the drafts.
 */
export function issuePapers({ facts, setting, townshipCode, on }: Issuing, drafts: readonly Draft[]): readonly Paper[] {
  const { counters } = facts;
  if (!counters) throw new Error('papers need the township’s counters among the facts');
  const mark = setting.divisions.townships.find(({ code }) => code === townshipCode)?.mark ?? townshipCode;
  const used: Record<string, number> = { ...facts.case?.head.paperCounts };
  return drafts.map((draft, index) => {
    const ordinal = (used[draft.kind] ?? 0) + 1;
    used[draft.kind] = ordinal;
    return {
      paperId: `${draft.kind}-${ordinal}`,
      kind: draft.kind,
      number: `${mark}〔${on.slice(0, 4)}〕${counters.papers + index + 1}号`,
      issuer: townshipCode,
      issuedOn: on,
      to: draft.to,
      ...(draft.serveBy ? { serveBy: draft.serveBy } : {}),
      data: draft.data as Paper['data'],
      clauses: draft.clauses.map(citeText),
      lawPack: lawPackOn(on),
      example: setting.example,
    };
  });
}
