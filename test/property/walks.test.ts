import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { procedure } from '../../functions/law/procedure.ts';
import type { CaseStatus } from '../../schemas/case.ts';
import { extent } from './extent.ts';
import { type Report, together, walkAll } from './walk-report.ts';

const WALKS = extent.walks;
const THREADS = 2;

/** Acts of other programs, of the county's corrections and of public pages: their own tests in `test/decide` go through them. */
const elsewhere: readonly string[] = [
  ...['pay-fast-aid', 'supplement-fast-aid', 'file-fast-aid', 'assess-self-care', 'report-self-care-change'],
  ...[
    'record-mandate',
    'revoke-mandate',
    'receive-case',
    'report-change',
    'post-termination',
    'order-correction',
    'answer-correction',
    'propose-revocation',
  ],
  ...['revoke-confirmation', 'order-recovery', 'record-broken-notice', 'put-notice-online', 'take-notice-down'],
  ...[
    'record-collective-review',
    'hand-over-case',
    'assess-needs',
    'refer-case',
    'amend-facts',
    'record-appeal',
    'answer-appeal',
    'settle-appeal',
  ],
  ...['record-stay', 'restore-benefit', 'object-termination'],
];
/** Places an application reaches only after its facts were amended, which the walks do not do. */
const afterAmendment: readonly string[] = ['raise-objection when investigating'];
const later: readonly string[] = [
  'active',
  'checking',
  'hearing',
  'fading',
  'registered',
  'paid',
  'supplemented',
  'settled',
  'ended',
  'revoked',
];
/** The states of an application of 低保, up to its decision and its publication. */
const ofReview = (status: CaseStatus): boolean => !later.includes(status);

/** Walks a range of seeds in a thread of its own, which plain Node runs twice as fast as a test's own context. */
const threads: Worker[] = [];
const inThread = (from: number, to: number): Promise<Report> =>
  new Promise((done, broken) => {
    const worker = new Worker(new URL('./walk-worker.ts', import.meta.url), { workerData: { from, to } });
    threads.push(worker);
    worker.once('message', done);
    worker.once('error', broken);
  });

describe(`${WALKS} walks of the procedure by honest and dishonest actors`, () => {
  let report: Report;
  beforeAll(async () => {
    const share = WALKS / THREADS;
    const ranges = Array.from({ length: THREADS }, (_, i) => inThread(i * share + 1, (i + 1) * share));
    report = together(await Promise.all(ranges));
    if (process.env['WALKS_REPORT']) process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  }, 900_000);

  afterAll(() => Promise.all(threads.map((thread) => thread.terminate())));

  it('keep every invariant of rulebook 3.10 at every command', () => {
    expect(report.accepted).toBeGreaterThan(WALKS * 10);
    expect(report.commands - report.accepted).toBeGreaterThan(WALKS * 5);
  });

  it('go through every transition of the review of 低保, from every state it starts in', () => {
    const pairs = procedure.flatMap(({ act, from }) =>
      elsewhere.includes(act) ? [] : from.filter(ofReview).map((status) => `${act} when ${status}`),
    );
    expect(pairs.length).toBeGreaterThan(90);
    const missed = pairs.filter((pair) => !report.places[pair] && !afterAmendment.includes(pair));
    // A part of the walks may miss the few places that are rarely come by.
    expect(extent.whole ? missed : missed.slice(12)).toEqual([]);
    expect(report.acts['submit-application']).toBeGreaterThan(WALKS);
  });

  it('go on after the confirmation: changes, checks, representations, adjustments, fade-outs', () => {
    const afterwards = procedure.filter(({ act, from }) => !elsewhere.includes(act) && !from.some(ofReview));
    expect(afterwards.length).toBeGreaterThan(5);
    expect(afterwards.map(({ act }) => act).filter((act) => !report.acts[act])).toEqual([]);
  });

  it('meet refusals of many kinds', () => {
    expect(Object.keys(report.codes).length).toBeGreaterThanOrEqual(55);
  });

  it('end in every state a case can be closed in', () => {
    for (const status of ['active', 'not-confirmed', 'withdrawn', 'terminated', 'refused', 'lapsed'])
      expect(report.ends[status]).toBeGreaterThan(WALKS / 100);
  });

  it('are the same whenever they are walked again', () => {
    const { cpuMs: _once, ...once } = walkAll(1, 20);
    const { cpuMs: _again, ...again } = walkAll(1, 20);
    expect(again).toEqual(once);
  });
});
