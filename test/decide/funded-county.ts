import type { CaseState } from '../../functions/core/case-fold.ts';
import type { RosterSubject } from '../../functions/core/roster-fold.ts';
import type { Step } from '../../functions/core/step.ts';
import { steps } from '../../functions/steps.ts';
import { addRosterPage } from '../../functions/supervision/add-roster-page.ts';
import { approvePayee } from '../../functions/supervision/approve-payee.ts';
import { enterPayee } from '../../functions/supervision/enter-payee.ts';
import { openRoster } from '../../functions/supervision/open-roster.ts';
import type { Actor } from '../../schemas/actor.ts';
import type { Entitlement } from '../../schemas/benefit.ts';
import { groupOf, type Program } from '../../schemas/program.ts';
import type { RosterLine } from '../../schemas/roster.ts';
import { familyOfThree, residentId } from '../applications.ts';
import { actor, attach, demonstrationWorld, noon, type Played, play, tokenOf, type World } from '../world.ts';
import { walkTo } from './walk-through.ts';

/** People of the money: none of them decides (SD3). */
export const payer = actor('CP', 'cp-1', '649900');
export const secondPayer = actor('CF', 'cf-1', '649900');
export const checker = actor('CC', 'cc-3', '649900');
export const verifier = actor('TC', 't1-tc');

const granted = (fromMonth: string, more: Partial<Entitlement> = {}): Entitlement => ({
  kind: 'confirmation',
  fromMonth,
  amountFen: 66_000,
  decidedOn: '2026-08-10',
  decidedAt: '2026-08-10T02:00:00.000Z',
  decidedBy: 't1-td',
  paper: '演一镇救确〔2026〕1号',
  ...more,
});

const confirmed = walkTo('publish-confirmation');

/**
 * A case that receives aid, standing in the world as if its procedure had been played: a copy of the confirmed case of G01 with its own
 * number, people and entitlements.
 */
export function receiving(
  world: World,
  of: {
    readonly n: number;
    readonly program?: Program;
    readonly township?: string;
    readonly entitlements?: readonly Partial<Entitlement>[];
    /** People, by series of `familyOfThree`; by default its own. */
    readonly people?: number;
  },
): string {
  const { n, program = 'DB_URBAN', township = '649900101', entitlements = [{}], people = n } = of;
  const state = confirmed.world.states.get(`case:${confirmed.caseId}`) as CaseState;
  const caseId = `${township}-${groupOf(program)}-2026-${String(n).padStart(6, '0')}`;
  const family = familyOfThree(people).map(({ birth, sequence }) => tokenOf(residentId(birth, sequence)));
  const applicant = family[0] ?? '';
  const place = { townshipCode: township, villageCode: `${township}201` };
  const members = state.parts.household.members.map((one, i) => ({ ...one, person: family[i] ?? '' }));
  world.states.set(`case:${caseId}`, {
    ...state,
    head: { ...state.head, ...place, caseId, program, applicant },
    parts: {
      ...state.parts,
      household: { ...state.parts.household, ...place, members },
      benefit: {
        ...{ caseId, program, applicant, ...place },
        entitlements: entitlements.map((one) => granted('2026-09', one)),
      },
    },
  });
  return caseId;
}

/** Account number of a household. */
export const accountOf = (n: number): string => `6299${String(n).padStart(12, '0')}`;

/** Enters and approves the account of a household's applicant. */
export function pay(world: World, caseId: string, n: number, on = '2026-08-11'): void {
  const input = {
    caseId,
    kind: 'member',
    name: '测试户主',
    idNumber: residentId('19851120', 100 + n * 3),
    account: accountOf(n),
    evidence: [attach(world, `account ${n}`)],
  };
  const township = caseId.slice(0, 9);
  must(play(world, enterPayee, { actor: actor('TC', 't1-tc', township), now: noon(on), input }));
  must(
    play(world, approvePayee, {
      actor: checker,
      now: noon(on, '11:00'),
      params: { caseId },
      input: { result: 'approved' },
    }),
  );
}

const must = (played: Played): Played => {
  if (!played.ok) throw new Error(`${played.code} ${JSON.stringify(played.detail)}`);
  return played;
};

/** Opens a roster and builds it to the end, as the shell does page by page; answers how many pages it took. */
export function build(world: World, program: Program, month: string, on: string): { opened: Played; pages: number } {
  const opened = play(world, openRoster, { actor: payer, now: noon(on), input: { program, month } });
  const rosterId = `649900-${program}-${month}`;
  let pages = 0;
  while (opened.ok && rosterIn(world, rosterId).head.state === 'building') {
    must(play(world, addRosterPage, { actor: clock, now: noon(on), input: { rosterId } }));
    pages += 1;
  }
  return { opened, pages };
}

export const clock: Actor = { personId: 'clock', post: 'CLOCK', orgCode: '649900', clientId: 'docket' };

/** A roster of 特困 without households, then that of 低保: what an urban month takes. */
export function buildUrban(world: World, month = '2026-09', on = '2026-08-16'): string {
  build(world, 'TK', month, on);
  must(build(world, 'DB_URBAN', month, on).opened);
  return `649900-DB_URBAN-${month}`;
}

export const rosterIn = (world: World, rosterId: string): RosterSubject =>
  world.states.get(`roster:${rosterId}`) as RosterSubject;
export const lineIn = (world: World, rosterId: string, caseId: string): RosterLine | undefined =>
  rosterIn(world, rosterId).parts.lines[caseId];

/** One act on a roster. */
export function act(
  world: World,
  name: string,
  of: { readonly rosterId: string; readonly as: Actor; readonly on: string; readonly input?: unknown },
): Played {
  const step = steps.find(({ id }) => id === `supervision.${name}`) as Step;
  return play(world, step, { actor: of.as, now: noon(of.on), params: { rosterId: of.rosterId }, input: of.input });
}

/** Brings a roster from verification to approval by two. */
export function approved(world: World, rosterId: string, on = '2026-08-20'): void {
  for (const township of Object.keys(rosterIn(world, rosterId).head.townships))
    must(act(world, 'verify-roster', { rosterId, as: actor('TC', 't1-tc', township), on, input: { complete: true } }));
  must(act(world, 'check-roster', { rosterId, as: checker, on, input: { complete: true } }));
  must(act(world, 'approve-roster', { rosterId, as: payer, on, input: {} }));
  must(act(world, 'approve-roster', { rosterId, as: secondPayer, on, input: {} }));
}

/** Orders the next payment file and has it written. */
export function file(world: World, rosterId: string, on = '2026-09-01'): Played {
  const ordered = act(world, 'order-payment-file', { rosterId, as: payer, on, input: {} });
  const last = rosterIn(world, rosterId).head.files.at(-1);
  if (!ordered.ok || !last) return ordered;
  const input = { rosterId, no: last.no, sha256: 'ab'.repeat(32), count: last.lines, amountFen: last.amountFen };
  const record = steps.find(({ id }) => id === 'supervision.record-payment-file') as Step;
  return must(play(world, record, { actor: clock, now: noon(on), input }));
}

/** A demonstration county with some households that receive aid and have accounts. */
export function county(households: number): { readonly world: World; readonly caseIds: readonly string[] } {
  const world = demonstrationWorld();
  const caseIds = Array.from({ length: households }, (_, i) => receiving(world, { n: i + 1 }));
  for (const [i, caseId] of caseIds.entries()) pay(world, caseId, i + 1);
  return { world, caseIds };
}
