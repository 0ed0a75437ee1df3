import type { CaseHead, CaseStatus } from '../../schemas/case.ts';
import type { Delegation } from '../../schemas/delegation.ts';
import { whoConfirms } from '../core/confirming-authority.ts';
import type { Facts } from '../core/facts.ts';
import { addDays, nextDay } from '../law/calendar.ts';
import { moveCase } from '../review/move-case.ts';
import { asClock } from './as-clock.ts';
import { worklist } from './keys.ts';
import { loadFacts } from './load-facts.ts';
import type { Item, Ports } from './ports.ts';
import { walk } from './walk-index.ts';

/** Days after a change of delegations during which dockets look for cases to move: longer than any silence of the clock. */
const LOOK_BACK = 60;

/** States in which a term of the confirmer may run. */
const movable: readonly CaseStatus[] = [
  ...(['submitted', 'correction-requested', 'accepted', 'investigating', 'reviewed', 'publicizing'] as const),
  ...(['reinvestigating', 'checking', 'hearing', 'fading'] as const),
];

/** Days on which a delegation begins to hold or no longer does. */
const daysOfChange = ({ from, until, revokedOn }: Delegation): readonly string[] => [
  from,
  ...(revokedOn ? [revokedOn] : []),
  ...(until ? [nextDay(until)] : []),
];

/**
 * Moves the open cases of a county to who confirms them on the day, wherever a delegation was granted, ended or taken back of late; the
 * county's officers and the township's confirmers are told of each (K1, B11). Running it again finds nothing. Answers how many moved.
 */
export async function moveCasesTask(
  ports: Ports,
  { countyCode, on }: { readonly countyCode: string; readonly on: string },
): Promise<number> {
  const facts = await delegationsOf(ports, countyCode);
  const since = addDays(on, -LOOK_BACK);
  const changed = Object.values(facts.county?.parts.delegations ?? {}).filter((one) =>
    daysOfChange(one).some((day) => since <= day && day <= on),
  );
  let moved = 0;
  for (const townshipCode of new Set(changed.map((one) => one.townshipCode)))
    for (const status of movable)
      for await (const item of walk(ports, { index: 'w', pk: worklist(townshipCode, status) }))
        moved += await moveIfDue(ports, { facts, item, on });
  return moved;
}

async function delegationsOf(ports: Ports, county: string): Promise<Facts> {
  const at = { now: ports.clock.now(), extra: [] };
  const { facts } = await loadFacts(ports, { county }, at);
  const townships = facts.county?.parts.divisions?.townships.map(({ code }) => code) ?? [];
  return { ...(await loadFacts(ports, { county, townships }, at)).facts, ...clockFacts(county) };
}

const clockFacts = (orgCode: string): Pick<Facts, 'actor' | 'params' | 'names'> => ({
  actor: { personId: 'clock', post: 'CLOCK', orgCode, clientId: 'clock' },
  params: {},
  names: {},
});

async function moveIfDue(
  ports: Ports,
  { facts, item, on }: { readonly facts: Facts; readonly item: Item; readonly on: string },
): Promise<number> {
  const { head } = item.record as { readonly head: CaseHead };
  const { mode } = whoConfirms(facts, head, on);
  if (mode === head.mode) return 0;
  const { caseId, countyCode, townshipCode } = head;
  const key = `move-${caseId}-${item.version ?? 0}`;
  const directory = facts.county?.parts.directory;
  // Told first: a crash in between tells twice, never of nothing.
  await ports.notifier.send({
    id: key,
    countyCode,
    recipients: [...new Set([...(directory?.townships[townshipCode]?.TD ?? []), ...(directory?.county.CC ?? [])])],
    subject: `授权变动，案件移交：${caseId}`,
    text: textOf(caseId, mode, on),
    at: ports.clock.now(),
  });
  await asClock(ports, moveCase, { countyCode, input: { caseId }, key });
  return 1;
}

const textOf = (caseId: string, mode: CaseHead['mode'], on: string): string =>
  mode === 'standard'
    ? `自${on}起，案件${caseId}由县级民政部门作出决定，乡镇（街道）继续办理调查、审核和公示；已经起算的期限不变。 From ${on} the county decides case ${caseId}; running terms stay as they are.`
    : `自${on}起，案件${caseId}由乡镇（街道）作出决定；已经起算的期限不变。 From ${on} the township decides case ${caseId}; running terms stay as they are.`;
