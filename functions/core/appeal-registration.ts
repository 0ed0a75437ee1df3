import type * as z from 'zod';
import type { Appeal } from '../../schemas/appeal.ts';
import type { AppealEntry, AppealKind } from '../../schemas/appeal-order.ts';
import type { Complainant } from '../../schemas/complaint.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { Term } from '../../schemas/term.ts';
import { lastDayToAppeal } from '../law/appeal-windows.ts';
import { decisionAppealed, inactionAppealed, isAgainst, type Target } from './appeals.ts';
import { type Facts, theCase } from './facts.ts';
import { must, Problem } from './problem.ts';
import type { Setting } from './setting.ts';
import type { PersonalRecord } from './step.ts';
import { startSubjectTerms } from './subject-terms.ts';

/** What is told of an appeal when it is registered. */
export interface AppealSaid {
  readonly kind: AppealKind;
  readonly paperId?: string | undefined;
  readonly duty?: 'acceptance' | 'decision' | undefined;
  readonly filedOn: CivilDate;
  readonly simplified?: true | undefined;
  readonly after?: string | undefined;
  readonly body?: string | undefined;
  readonly appellant?: z.infer<typeof Complainant> | undefined;
}

/** The act, known before it is appealed against: nobody files against what is not there yet. */
export function targetOf(facts: Facts, { paperId, duty, filedOn }: AppealSaid): Target {
  const target = paperId
    ? decisionAppealed(facts, paperId)
    : inactionAppealed(theCase(facts), duty ?? 'decision', filedOn);
  const issuedOn = target.paper?.issuedOn;
  must(issuedOn === undefined || issuedOn <= filedOn, 'date-out-of-order', { filedOn, issuedOn });
  return target;
}

/** Review first where nothing was done (FYF §23(三)), one way at a time (FYF §29), and a lawsuit after a review that is over. */
export function checkWay(facts: Facts, input: AppealSaid, target: Target): AppealEntry | undefined {
  const { entries = [] } = theCase(facts).parts.appeals ?? {};
  const same = entries.filter((entry) => isAgainst(entry, target));
  const pending = same.find(({ outcome }) => outcome === undefined);
  must(!pending, 'appeal-pending', { appealId: pending?.appealId });
  const review = same.find(({ appealId, kind }) => appealId === input.after && kind === 'review');
  must(!input.after || (input.kind === 'suit' && review), 'appeal-not-found', { appealId: input.after });
  must(input.kind === 'review' || target.act !== 'inaction' || review, 'review-comes-first', { duty: target.duty });
  return review;
}

/** The last day to file, and whether it was met; a paper that was not served has started no window. */
export function windowOf(
  { kind, filedOn }: AppealSaid,
  { knownOn }: Target,
  { setting, earlier }: { readonly setting: Setting; readonly earlier: AppealEntry | undefined },
): Pick<Appeal, 'lastOn' | 'inTime' | 'provisional'> {
  const from = earlier ? earlier.receivedOn : knownOn;
  if (from === undefined) return { inTime: true };
  const { calendar, parameters } = setting;
  const afterReview = earlier !== undefined;
  const end = lastDayToAppeal(kind, { knownOn: from, afterReview, calendar, parameters, on: filedOn });
  return {
    lastOn: end.dueOn,
    inTime: filedOn <= end.dueOn,
    ...(end.provisional ? { provisional: true } : {}),
  };
}

/** The respondent's written reply, held by the organ that made the act. */
export function replyTerms(
  facts: Facts,
  { kind, simplified }: AppealSaid,
  { setting, target, fromOn }: { readonly setting: Setting; readonly target: Target; readonly fromOn: string },
): Term[] {
  const { countyCode, townshipCode } = theCase(facts).head;
  const { by, orgCode } = target.respondent;
  must(kind === 'review' || !simplified, 'input-invalid', {
    errors: [{ path: 'simplified', message: '仅适用于行政复议 for a review only' }],
  });
  const name = kind === 'suit' ? 'suit-reply' : simplified ? 'review-reply-simple' : 'review-reply';
  const holder = { org: by, post: by === 'county' ? ('CC' as const) : ('TD' as const), orgCode };
  return startSubjectTerms([name], { setting, fromOn, countyCode, townshipCode, holder });
}

/** Reviews go to the county's government (FYF §24); 宁东 has none by default. Which court it is the claim says. */
export function bodyOf({ kind, body }: AppealSaid, { divisions }: Setting): string {
  const named = body ?? (kind === 'review' ? divisions.countyGovernment : undefined);
  if (named) return named;
  if (kind === 'review') throw new Problem('program-closed', { missing: ['review-body'] });
  throw new Problem('input-invalid', { errors: [{ path: 'body', message: '须填写人民法院名称 name the court' }] });
}

/** Who appeals, if it is not the applicant: sealed under a token that names nobody. */
export function sealed(facts: Facts, { appellant }: AppealSaid): PersonalRecord[] {
  if (!appellant) return [];
  const { requestKey } = facts.params;
  if (!requestKey) throw new Error('an appeal needs the request key among the parameters');
  const { name, phone, address } = appellant;
  const data = { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) };
  return [{ token: `t_${requestKey.slice(32, 64)}`, data }];
}
