import type { CaseAppeals } from '../../schemas/appeal-order.ts';
import type { Benefit } from '../../schemas/benefit.ts';
import type { Consent, Material, Posting, VerificationFinding, Visit } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Household } from '../../schemas/household.ts';
import type { Management } from '../../schemas/management.ts';
import type { Mandate } from '../../schemas/mandate.ts';
import type { OnlineNotice } from '../../schemas/notice.ts';
import type { Delivery, Paper } from '../../schemas/paper.ts';
import type { Term } from '../../schemas/term.ts';
import type { Trail } from '../../schemas/trail.ts';

/** A paper in the case's register (文书目录): its body is an item of its own. */
export interface PaperEntry {
  readonly paperId: string;
  readonly kind: Paper['kind'];
  /** Which form of a paper of several forms. */
  readonly form?: string | undefined;
  readonly number: string;
  readonly to: Paper['to'];
  readonly issuedOn: CivilDate;
  readonly serveBy?: CivilDate | undefined;
  readonly served?: Delivery | undefined;
}

/** One household, one file (一户一档): the parts of a case beside its head. */
export interface CaseParts {
  readonly household: Household;
  readonly materials: readonly Material[];
  readonly consents: readonly Consent[];
  readonly findings: readonly VerificationFinding[];
  readonly visits: readonly Visit[];
  readonly postings: readonly Posting[];
  readonly terms: readonly Term[];
  readonly papers: readonly PaperEntry[];
  /** What the case gives right to; absent until something was granted. */
  readonly benefit?: Benefit | undefined;
  /** Dynamic management: changes, checks, proposals; absent until the first of them. */
  readonly management?: Management | undefined;
  /** Appeals and what they ordered; absent until the first of them. */
  readonly appeals?: CaseAppeals | undefined;
  /** Notices put online; absent until one was. */
  readonly notices?: readonly OnlineNotice[] | undefined;
  /** Who may act for the applicant; absent until the first. */
  readonly mandates?: readonly Mandate[] | undefined;
  /** What the recorder tells the lake of; absent in cases stored before it was kept, until their next act. */
  readonly trail?: Trail | undefined;
  /** Papers as issued, by paper id: an item each, read one at a time. */
  readonly bodies: Readonly<Record<string, Paper>>;
}
