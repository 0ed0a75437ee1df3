import * as z from 'zod';
import { DrawEventBody } from '../schemas/draw.ts';
import type { Frozen } from './draw-frame.ts';
import { framedCases, nameOf } from './draw-frame.ts';
import { eventName, type LoggedEvent } from './entry.ts';
import type { Logged } from './log-events.ts';
import { type Finding, tampered } from './verdict.ts';

/** An event of a draw as the log has it. */
export interface LoggedDraw {
  readonly index: number;
  readonly place: string;
  readonly at: string;
  readonly body: DrawEventBody;
}

/** What a confirmation tells of the stratum its case is in. */
const Confirmed = z.looseObject({
  on: z.string(),
  result: z.string(),
  class: z.string().optional(),
  assessment: z.looseObject({ program: z.string() }),
});

interface Confirmation {
  readonly index: number;
  readonly on: string;
  readonly stratum: string;
  /** Filed as a relative's, or complained of, before it was confirmed (D57 §20(2)). */
  readonly mandatory: boolean;
}

const causes = new Set(['relative-filed', 'complaint-recorded']);

/** Draws of a log, and the confirmations and causes of a check that frames are held against, gathered while it is gone through. */
export function drawIndex() {
  const draws = new Map<string, LoggedDraw[]>();
  const confirmations = new Map<string, Confirmation[]>();
  const mandatory = new Set<string>();
  const findings: Finding[] = [];

  function takeDraw(index: number, event: LoggedEvent): void {
    const place = `index ${index} ${eventName(event)}`;
    const body = DrawEventBody.safeParse({ type: event.type, data: event.data }).data;
    if (!body || body.data.drawId !== event.subjectId)
      return void findings.push(tampered(place, '不是抽查的事件', 'is no event of this draw'));
    draws.set(event.subjectId, [...(draws.get(event.subjectId) ?? []), { index, place, at: event.at, body }]);
  }

  function takeDecision(index: number, { subjectId, data }: LoggedEvent): void {
    const decision = Confirmed.safeParse(data).data;
    if (decision?.result !== 'confirmed') return;
    const { on, class: of = '', assessment } = decision;
    const stratum = [subjectId.slice(0, 9), assessment.program, of].join('/');
    const one = { index, on, stratum, mandatory: mandatory.has(subjectId) };
    confirmations.set(subjectId, [...(confirmations.get(subjectId) ?? []), one]);
  }

  return {
    onEvent({ index, event }: Logged): void {
      if (event.subjectKind === 'draw') takeDraw(index, event);
      if (event.subjectKind !== 'case') return;
      if (causes.has(event.type)) mandatory.add(event.subjectId);
      if (event.type === 'case-decided') takeDecision(index, event);
    },
    draws: draws as ReadonlyMap<string, readonly LoggedDraw[]>,
    confirmations: confirmations as ReadonlyMap<string, readonly Confirmation[]>,
    findings: findings as readonly Finding[],
  };
}
export type DrawIndex = ReturnType<typeof drawIndex>;

/**
 * A frame against the confirmations of its month in the log: none that stood before the freeze is left out, none is invented, each is in
 * its stratum, and who is checked anyway is certain.
 */
export function completeFindings(frozen: Frozen, at: LoggedDraw, { confirmations }: DrawIndex): readonly Finding[] {
  const listed = new Map(framedCases(frozen).map((one) => [one.caseId, one]));
  const findings: Finding[] = [];
  for (const [caseId, all] of confirmations) {
    const last = all.filter(({ on, index }) => on.startsWith(`${frozen.month}-`) && index < at.index).at(-1);
    const row = listed.get(caseId);
    if (!last) continue;
    const place = `${at.place} ${caseId}`;
    if (!row)
      findings.push(tampered(place, '当月确认的案件不在抽查范围内', 'was confirmed that month and is left out'));
    else if (nameOf(row.stratum) !== last.stratum)
      findings.push(tampered(place, `应属 ${last.stratum}`, `belongs to the stratum ${last.stratum}`));
    else if ((row.pi === 1_000_000) !== last.mandatory)
      findings.push(tampered(place, '必查与否和存证不符', 'is checked for certain, or is not, against the log'));
  }
  for (const caseId of listed.keys())
    if (!confirmations.get(caseId)?.some(({ on }) => on.startsWith(`${frozen.month}-`)))
      findings.push(tampered(`${at.place} ${caseId}`, '当月没有确认此案', 'was not confirmed that month'));
  return findings;
}
