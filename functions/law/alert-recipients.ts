import type { AlertDirectory, AlertLevel } from '../../schemas/alert.ts';
import type { CivilDate, Instant } from '../../schemas/dates.ts';
import type { PersonId } from '../../schemas/ids.ts';
import type { HolderPost, Term } from '../../schemas/term.ts';
import type { AlertParams } from './alerts.ts';
import { type Calendar, isWorkingDay, nextDay } from './calendar.ts';
import { civilDateOf, instantOf } from './clock-face.ts';

/** Who an alert goes to: the holder of the step, TD, county officers, their head, the city, the person on duty. */
export type AlertRole = 'holder' | 'TD' | 'CC' | 'head' | 'city' | 'duty';

/** Whom an alert reaches. `missing` names roles the list has nobody for: they fell to the head, and that is an alert of its own. */
export interface Recipients {
  readonly roles: readonly AlertRole[];
  readonly persons: readonly PersonId[];
  readonly missingRecipient: boolean;
  readonly missing: readonly AlertRole[];
}

const ofTownship: Readonly<Record<AlertLevel, readonly AlertRole[]>> = {
  warning: ['holder', 'TD'],
  due: ['holder', 'TD'],
  overdue: ['holder', 'TD', 'CC'],
  supervised: ['TD', 'head'],
  escalated: ['city'],
};

/** One level higher throughout, and nobody in the township. */
const ofCounty: Readonly<Record<AlertLevel, readonly AlertRole[]>> = {
  warning: ['holder', 'head'],
  due: ['holder', 'head'],
  overdue: ['holder', 'head', 'city'],
  supervised: ['head', 'city'],
  escalated: ['city'],
};

/** The city's own terms: nobody below learns of them, a complaint about the county least of all. */
const ofCity: Readonly<Record<AlertLevel, readonly AlertRole[]>> = {
  warning: ['holder'],
  due: ['holder'],
  overdue: ['holder', 'city'],
  supervised: ['city'],
  escalated: ['city'],
};

const rolesOf = ({ countyHeld, holderPost }: Pick<Term, 'countyHeld' | 'holderPost'>) =>
  holderPost === 'CITY' ? ofCity : countyHeld ? ofCounty : ofTownship;

/**
 * Whether a term runs on the county's account: its own terms, and the decision while the county survey it waits for is not
 * done (T12, G10). Such a term never counts against the township.
 */
export const isOnCountyAccount = (
  term: Pick<Term, 'term' | 'countyHeld'>,
  facts: { readonly countySurveyPending?: boolean } = {},
): boolean => term.countyHeld || (term.term === 'decision' && facts.countySurveyPending === true);

/**
 * Who an alert goes to (rulebook 3.9a). `dutyOn` adds the duty list of that day; see `deliverAt`. A role with nobody on the
 * list falls to the head of county civil affairs.
 */
export const recipientsOf = (
  level: AlertLevel,
  term: Pick<Term, 'holderOrg' | 'holderPost' | 'holderId' | 'countyHeld'>,
  where: {
    readonly directory: AlertDirectory;
    readonly townshipCode?: string | undefined;
    readonly dutyOn?: CivilDate;
  },
): Recipients => {
  const roles = [...rolesOf(term)[level], ...(where.dutyOn === undefined ? [] : (['duty'] as const))];
  const found = roles.map((role) => ({ role, persons: personsOf(role, term, where) }));
  const missing = found.filter(({ persons }) => persons.length === 0).map(({ role }) => role);
  const fallback = missing.length > 0 && term.holderPost !== 'CITY' ? where.directory.county.head : [];
  const persons = [...new Set([...found.flatMap((one) => one.persons), ...fallback])];
  return { roles, persons, missingRecipient: missing.length > 0, missing };
};

type Where = Parameters<typeof recipientsOf>[2];

const personsOf = (
  role: AlertRole,
  term: Parameters<typeof recipientsOf>[1],
  { directory, townshipCode, dutyOn }: Where,
): readonly PersonId[] => {
  switch (role) {
    case 'holder':
      return holders(term, { directory, townshipCode });
    case 'TD':
      return directory.townships[townshipCode ?? '']?.TD ?? [];
    case 'CC':
      return directory.county.CC;
    case 'head':
      return directory.county.head;
    case 'city':
      return directory.city;
    case 'duty':
      return directory.duty.filter(({ on }) => on === dutyOn).flatMap(({ persons }) => persons);
  }
};

const townshipPosts = ['TC', 'TS', 'TR', 'TD'] as const satisfies readonly HolderPost[];

/** The person named on the term, else everybody at the post. A township's term on the county's account is held by CC. */
const holders = (term: Parameters<typeof recipientsOf>[1], { directory, townshipCode }: Where): readonly PersonId[] => {
  const post = townshipPosts.find((one) => one === term.holderPost);
  if (term.countyHeld && post !== undefined) return directory.county.CC;
  if (term.holderId !== undefined) return [term.holderId];
  if (post !== undefined) return directory.townships[townshipCode ?? '']?.[post] ?? [];
  if (term.holderPost === 'CITY') return directory.city;
  return term.holderPost === 'CV' ? (directory.county.CV ?? []) : directory.county.CC;
};

/** When an alert goes out, and whether to the duty list of that day. */
export interface Delivery {
  readonly at: Instant;
  readonly toDuty: boolean;
}

/**
 * When an alert recorded at an instant is delivered: at once inside the window of a working day, else at the next opening of
 * one. 督办 and emergencies (小额快救) do not wait: outside the window they go at once, to the duty list as well.
 */
export const deliverAt = (
  recordedAt: Instant,
  level: AlertLevel,
  setting: {
    readonly calendar: Calendar;
    readonly window: Pick<AlertParams, 'windowFrom' | 'windowTo'>;
    readonly emergency?: boolean;
  },
): Delivery => {
  const { calendar, window } = setting;
  const today = civilDateOf(recordedAt);
  const opens = instantOf(today, window.windowFrom);
  const works = isWorkingDay(calendar, today);
  const recorded = new Date(recordedAt).toISOString();
  if (works && opens <= recorded && recorded <= instantOf(today, window.windowTo))
    return { at: recordedAt, toDuty: false };
  if (level === 'supervised' || setting.emergency === true) return { at: recordedAt, toDuty: true };
  let day = works && recorded < opens ? today : nextDay(today);
  while (!isWorkingDay(calendar, day)) day = nextDay(day);
  return { at: instantOf(day, window.windowFrom), toDuty: false };
};
