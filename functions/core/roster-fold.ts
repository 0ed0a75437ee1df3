import type { LineState, RosterException, RosterHead, RosterLine, Sum } from '../../schemas/roster.ts';
import type { RosterEventBody } from '../../schemas/roster-events.ts';
import { countyOf } from '../law/tenants.ts';
import type { Event, State } from './event.ts';
import { lineAfter, linesTouched } from './roster-line-fold.ts';

/** Lines and exceptions are items of their own; only those an act touches are loaded. */
export interface RosterParts {
  /** By case. */
  readonly lines: Readonly<Record<string, RosterLine>>;
  /** By case and month. */
  readonly exceptions: Readonly<Record<string, RosterException>>;
  /** Who is paid for a month in which case, by person and month: taken once for ever. */
  readonly paid: Readonly<Record<string, string>>;
}

export type RosterSubject = State<RosterHead, RosterParts>;
export type RosterEvent = Event & RosterEventBody;

const none: RosterParts = { lines: {}, exceptions: {}, paid: {} };

/** Key of an exception among the parts. */
export const exceptionKey = ({ caseId, month }: RosterException): string => `${caseId}#${month}`;
/** Key of a paid person among the parts. */
export const paidKey = (person: string, month: string): string => `${person}#${month}`;

/** The next state of a roster. Amounts in fen; the sums by state always add up to all lines. */
export function foldRoster(state: RosterSubject | undefined, event: RosterEvent): RosterSubject {
  const { head, parts } = rosterAfter(state, event);
  return { version: event.seq, chain: event.hash, head, parts };
}

/** Head and parts after a body, as replies tell them before the event is sealed. */
export function rosterAfter(
  state: Pick<RosterSubject, 'head' | 'parts'> | undefined,
  body: RosterEventBody,
): Pick<RosterSubject, 'head' | 'parts'> {
  if (body.type === 'roster-opened') return { head: opened(body.data), parts: none };
  if (!state) throw new Error(`the first event of a roster is ${body.type}`);
  const parts = partsAfter(state.parts, body);
  return { parts, head: headAfter(resummed(state, parts, body), body) };
}

const nothing: Sum = { lines: 0, amountFen: 0 };

const opened = (data: Extract<RosterEventBody, { type: 'roster-opened' }>['data']): RosterHead => {
  const { rosterId, program, month, cutoffOn, freezeAt, payBy, earlier, by } = data;
  return {
    ...{ rosterId, countyCode: countyOf(rosterId), program, month, cutoffOn, freezeAt, payBy, earlier },
    state: 'building',
    openedBy: by,
    pages: 0,
    sums: { listed: nothing, held: nothing, paid: nothing, failed: nothing },
    exceptions: 0,
    townships: {},
    verified: {},
    problems: 0,
    deciders: [],
    approvals: [],
    files: [],
  };
};

function partsAfter(parts: RosterParts, body: RosterEventBody): RosterParts {
  if (body.type === 'roster-page-added') {
    const { lines, exceptions, paid } = body.data;
    return {
      lines: { ...parts.lines, ...Object.fromEntries(lines.map((line) => [line.caseId, line])) },
      exceptions: { ...parts.exceptions, ...Object.fromEntries(exceptions.map((one) => [exceptionKey(one), one])) },
      paid: { ...parts.paid, ...Object.fromEntries(paid.map((one) => [paidKey(one.person, one.month), one.caseId])) },
    };
  }
  const touched = linesTouched(body).flatMap((caseId) => {
    const line = parts.lines[caseId];
    return line ? [[caseId, lineAfter(line, body)] as const] : [];
  });
  return touched.length === 0 ? parts : { ...parts, lines: { ...parts.lines, ...Object.fromEntries(touched) } };
}

const plus = (sum: Sum, amountFen: number, sign: 1 | -1): Sum => ({
  lines: sum.lines + sign,
  amountFen: sum.amountFen + sign * amountFen,
});

/** Sums by state moved by the lines that an act added or changed. */
function resummed(
  { head, parts: before }: Pick<RosterSubject, 'head' | 'parts'>,
  after: RosterParts,
  body: RosterEventBody,
): RosterHead {
  const sums: Record<LineState, Sum> = { ...head.sums };
  const townships: Record<string, Sum> = { ...head.townships };
  const added = body.type === 'roster-page-added';
  for (const caseId of linesTouched(body)) {
    const [old, now] = [before.lines[caseId], after.lines[caseId]];
    if (!now) continue;
    if (old) sums[old.state] = plus(sums[old.state], old.amountFen, -1);
    sums[now.state] = plus(sums[now.state], now.amountFen, 1);
    if (added) townships[now.townshipCode] = plus(townships[now.townshipCode] ?? nothing, now.amountFen, 1);
  }
  const open = (lines: RosterParts['lines']): number =>
    linesTouched(body).filter((caseId) => lines[caseId]?.held === 'reported').length;
  return { ...head, sums, townships, problems: head.problems + open(after.lines) - open(before.lines) };
}

function headAfter(head: RosterHead, { type, data }: RosterEventBody): RosterHead {
  switch (type) {
    case 'roster-opened':
      return head;
    case 'roster-page-added': {
      const { cursor: _before, ...rest } = head;
      const deciders = data.lines.flatMap(({ parts }) => parts.flatMap(({ decidedBy }) => decidedBy ?? []));
      const empty = Object.keys(head.townships).length === 0;
      return {
        ...rest,
        pages: data.page,
        exceptions: head.exceptions + data.exceptions.length,
        deciders: [...new Set([...head.deciders, ...deciders])],
        ...(data.cursor ? { cursor: data.cursor } : { state: empty ? 'settled' : 'verifying' }),
      };
    }
    case 'roster-verified': {
      if (!data.complete) return head;
      const verified = { ...head.verified, [data.townshipCode]: { by: data.by, on: data.on } };
      const all = Object.keys(head.townships).every((township) => township in verified);
      return { ...head, verified, state: all ? 'checking' : head.state };
    }
    case 'roster-checked':
      return data.complete ? { ...head, state: 'approving', checkedBy: data.by } : head;
    case 'roster-approved': {
      const approvals = [...head.approvals, { by: data.by, post: data.post, on: data.on }];
      return { ...head, approvals, state: approvals.length >= 2 ? 'approved' : head.state };
    }
    default:
      return { ...head, ...paymentAfter(head, { type, data } as PaymentBody) };
  }
}

type PaymentBody = Extract<
  RosterEventBody,
  { type: 'payment-file-ordered' | 'payment-file-written' | 'receipts-recorded' }
>;

function paymentAfter(head: RosterHead, { type, data }: PaymentBody): Partial<RosterHead> {
  if (type === 'payment-file-ordered') {
    const { no, count, amountFen, by } = data;
    const file = { no, lines: count, amountFen, orderedBy: by, orderedOn: data.on, outstanding: count };
    return { files: [...head.files, file] };
  }
  const files = head.files.map((file) => {
    if (file.no !== data.no) return file;
    return type === 'payment-file-written'
      ? { ...file, sha256: data.sha256 }
      : { ...file, outstanding: file.outstanding - data.receipts.length };
  });
  const { listed, held, failed } = head.sums;
  const settled = type === 'receipts-recorded' && listed.lines + held.lines + failed.lines === 0;
  return { files, ...(settled ? { state: 'settled' } : {}) };
}
