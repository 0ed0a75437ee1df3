import type { CaseStatus } from '../../schemas/case.ts';
import type { HouseholdChange } from '../../schemas/household-change.ts';
import type { Check, Management, Proposal } from '../../schemas/management.ts';
import { type InManagement, isInManagement } from './case-benefit-fold.ts';
import type { CaseEvent } from './case-event.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const nothing: Management = { changes: [], standards: [] };

/** States in which a household is looked at again. */
const underCheck: readonly (CaseStatus | undefined)[] = ['checking', 'hearing'];

/**
 * Dynamic management of a case after an event; the same object where the event has nothing to do with it. `before` is the status the act
 * found: a visit or a verification counts for the check only while one runs.
 */
export function foldManagement(
  now: Management | undefined,
  event: CaseEvent,
  before: CaseStatus | undefined,
): Management | undefined {
  const managed = now ?? nothing;
  if (event.type === 'appeal-settled') return event.data.status === 'checking' ? checkedAnew(managed, event) : now;
  if (isInManagement(event)) return withoutAbsent({ ...managed, ...changed(managed, event) });
  const found = underCheck.includes(before) ? evidence(managed, event) : undefined;
  return found ? { ...managed, ...found } : now;
}

/** A benefit that is to be decided anew is looked at by a check of its own. */
const checkedAnew = (now: Management, { data }: Of<'appeal-settled'>): Management =>
  withoutAbsent({ ...now, ...settled, check: { basis: 'appeal', openedOn: data.on, surveyors: [] } });

/** The check and what came of it are over once something was decided. */
const settled: Partial<Management> = {
  check: undefined,
  proposal: undefined,
  representations: undefined,
  posted: undefined,
};

/** A field that fell away is no field: the stored part and the folded one are the same. */
const withoutAbsent = (management: Management): Management =>
  Object.fromEntries(Object.entries(management).filter(([, value]) => value !== undefined)) as Management;

function changed(now: Management, event: InManagement): Partial<Management> {
  switch (event.type) {
    case 'change-reported':
      return { changes: [...now.changes, event.data.change], ...opened(now, 'change', event.data) };
    case 'check-opened':
      return opened(now, event.data.basis, event.data);
    case 'household-reverified':
      return reverified(now, event);
    case 'representations-recorded':
      return { representations: event.data.representations };
    case 'termination-posted':
      return { posted: posted(now, event) };
    case 'termination-objected':
      return objected(now, event);
    case 'adjustment-decided': {
      if (event.data.ground === 'appeal') return { overpaid: undefined };
      const over = event.data.result === 'dropped' ? {} : faded(now);
      return { ...settled, ...over };
    }
    case 'fade-out-decided': {
      const { fadeOut } = event.data;
      return { ...settled, fadeOut, lastFadeOutUntil: fadeOut.untilMonth };
    }
    case 'correction-ordered': {
      const { correctionId, on, dueOn } = event.data;
      return { correction: { correctionId, orderedOn: on, dueOn, by: event.actor.personId } };
    }
    case 'correction-answered':
      return { correction: undefined };
    case 'revocation-proposed':
      return { proposal: event.data.proposal, representations: undefined, posted: undefined };
    case 'confirmation-revoked': {
      const { overpaid } = event.data;
      return { ...settled, ...faded(now), correction: undefined, ...(overpaid ? { overpaid } : {}) };
    }
    case 'standard-applied':
      return { standards: [...now.standards, event.data.parameterId] };
    case 'recovery-ordered':
      return { recoveredFen: (now.recoveredFen ?? 0) + event.data.amountFen };
    case 'adjustment-published':
      return {};
  }
}

const faded = ({ fadeOut }: Management): Partial<Management> => (fadeOut ? { fadeOut: undefined } : {});

const opened = (
  { check }: Management,
  basis: Check['basis'],
  { on, status }: { readonly on: string; readonly status: CaseStatus },
): Partial<Management> => (check || status !== 'checking' ? {} : { check: { basis, openedOn: on, surveyors: [] } });

function reverified(now: Management, { data }: Of<'household-reverified'>): Partial<Management> {
  const { on, result, proposal } = data;
  const ended = [...data.settled, ...data.unfounded];
  const changes = now.changes.map(
    (change): HouseholdChange => (ended.includes(change.changeId) ? { ...change, settledOn: on } : change),
  );
  const over = result === 'none' ? settled : { proposal, representations: undefined, posted: undefined };
  return { changes, checkedOn: on, ...over };
}

function posted(now: Management, { data }: Of<'termination-posted'>): NonNullable<Management['posted']> {
  const channels = [...new Set([...(now.posted?.channels ?? []), ...data.postings.map(({ channel }) => channel)])];
  const { postedOn, endsOn } = data;
  return { channels, ...(postedOn && endsOn ? { postedOn, endsOn } : {}) };
}

/** An objection takes back what was proposed: the check begins anew, and the changes it had settled are open again (T43 §26). */
function objected(now: Management, { data }: Of<'termination-objected'>): Partial<Management> {
  const { check, proposal } = now;
  const changes = now.changes.map((change): HouseholdChange => {
    const { settledOn, ...open } = change;
    return settledOn !== undefined && settledOn === proposal?.on ? open : change;
  });
  const basis = check?.basis ?? 'change';
  return {
    changes,
    check: { basis, openedOn: data.on, surveyors: [] },
    proposal: undefined,
    representations: undefined,
    posted: undefined,
  };
}

/** Service of the notice asking for views opens their window (B3); visits and verifications are what a check rests on. */
function evidence({ check, proposal }: Management, event: CaseEvent): Partial<Management> | undefined {
  switch (event.type) {
    case 'household-visited': {
      if (!check) return undefined;
      const surveyors = [...new Set([...check.surveyors, ...event.data.visit.surveyors])];
      return { check: { ...check, surveyors, visitedOn: event.data.on } };
    }
    case 'verification-returned':
      return check ? { check: { ...check, verifiedOn: event.data.on } } : undefined;
    case 'paper-served':
      return served(proposal, event);
    default:
      return undefined;
  }
}

function served(proposal: Proposal | undefined, event: Of<'paper-served'>): Partial<Management> | undefined {
  const window = event.terms?.start?.find(({ term }) => term === 'hearing');
  if (!proposal || !window) return undefined;
  const { servedOn } = event.data.delivery;
  return { proposal: { ...proposal, servedOn, windowEndsOn: window.dueOn } };
}
