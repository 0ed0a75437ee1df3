import { type DocketPhase, docketPhases } from '../../functions/supervision/docket-phases.ts';

/** A state of the docket, in the words of the Amazon States Language (JSONPath). */
export type DocketState =
  | { readonly Type: 'Wait'; readonly Comment: string; readonly TimestampPath: string; readonly Next: string }
  | {
      readonly Type: 'Task';
      readonly Comment: string;
      readonly Resource: string;
      readonly Parameters: Readonly<Record<string, string>>;
      readonly ResultPath: string;
      readonly TimeoutSeconds: number;
      readonly Retry: readonly Readonly<Record<string, unknown>>[];
      readonly Next: string;
    }
  | { readonly Type: 'Succeed' };

export interface DocketDefinition {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONPath';
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, DocketState>>;
}

/** Tasks are repeated for about an hour: each is harmless to repeat, and a day that is not closed is an alert the next morning. */
const retry = [
  {
    ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
    IntervalSeconds: 10,
    BackoffRate: 2,
    MaxDelaySeconds: 900,
    MaxAttempts: 8,
    JitterStrategy: 'FULL',
  },
];

const nameOf = ({ task }: DocketPhase, i: number): string => `${i + 1} ${task}`;
const waitName = ({ wait }: DocketPhase, i: number): string => `${i + 1} wait for ${wait}`;
const entryOf = (phase: DocketPhase, i: number): string => (phase.wait ? waitName(phase, i) : nameOf(phase, i));
const DONE = 'closed';

function statesOf(phase: DocketPhase, i: number, of: { functionArn: string; taskSeconds: number }) {
  const next = docketPhases[i + 1];
  const task: DocketState = {
    Type: 'Task',
    Comment: phase.zh,
    Resource: of.functionArn,
    Parameters: { task: phase.task, 'countyCode.$': '$.countyCode', 'on.$': '$.on', 'done.$': '$.done' },
    ResultPath: `$.done.phase${i + 1}`,
    TimeoutSeconds: of.taskSeconds,
    Retry: retry,
    Next: next ? entryOf(next, i + 1) : DONE,
  };
  if (!phase.wait) return { [nameOf(phase, i)]: task };
  const wait: DocketState = {
    Type: 'Wait',
    Comment: phase.wait === 'opening' ? '等到当日送达时段开始' : '等到当日结束',
    TimestampPath: phase.wait === 'opening' ? '$.openingAt' : '$.midnightAt',
    Next: nameOf(phase, i),
  };
  return { [waitName(phase, i)]: wait, [nameOf(phase, i)]: task };
}

/** The state machine of a county's day, from the phases both hosts share: one wait or task after the other, then the end. */
export function docketDefinition(of: { readonly functionArn: string; readonly taskSeconds: number }): DocketDefinition {
  const states = docketPhases.map((phase, i) => statesOf(phase, i, of));
  const first = docketPhases[0];
  return {
    Comment: '当日限办清单 The docket of one county on one day',
    QueryLanguage: 'JSONPath',
    StartAt: first ? entryOf(first, 0) : DONE,
    TimeoutSeconds: 36 * 3_600,
    States: Object.assign({}, ...states, { [DONE]: { Type: 'Succeed' } }) as DocketDefinition['States'],
  };
}
