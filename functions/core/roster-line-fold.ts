import type { RosterLine } from '../../schemas/roster.ts';
import type { RosterEventBody } from '../../schemas/roster-events.ts';

/** Cases whose lines an act adds or changes; open problems are settled by holding or releasing. */
export function linesTouched({ type, data }: RosterEventBody): readonly string[] {
  switch (type) {
    case 'roster-page-added':
      return data.lines.map(({ caseId }) => caseId);
    case 'roster-verified':
      return data.problems.map(({ caseId }) => caseId);
    case 'roster-checked':
      return [...data.held, ...data.released.map(({ caseId }) => caseId)];
    case 'receipts-recorded':
      return data.receipts.map(({ caseId }) => caseId);
    default:
      return [];
  }
}

/** A line after an act: its state, its account when it is released, its receipt; never its amount. */
export function lineAfter(line: RosterLine, { type, data }: RosterEventBody): RosterLine {
  const { held: _held, ...free } = line;
  switch (type) {
    case 'roster-verified': {
      const problem = data.problems.find(({ caseId }) => caseId === line.caseId)?.problem;
      return problem ? { ...line, problem, state: 'held', held: 'reported' } : line;
    }
    case 'roster-checked': {
      const released = data.released.find(({ caseId }) => caseId === line.caseId);
      return released
        ? { ...free, state: 'listed', account: released.account }
        : { ...line, state: 'held', held: 'county' };
    }
    case 'receipts-recorded': {
      const receipt = data.receipts.find(({ caseId }) => caseId === line.caseId);
      if (!receipt) return line;
      const { result, paidOn, failure } = receipt;
      const { failure: _old, ...rest } = free;
      return {
        ...rest,
        state: result,
        fileNo: data.no,
        ...(paidOn ? { paidOn } : {}),
        ...(failure ? { failure } : {}),
      };
    }
    default:
      return line;
  }
}
