import { describe, expect, it } from '@jest/globals';
import { steps } from '../../functions/steps.ts';
import { brokenSeries } from '../../infra/local/demo-papers.ts';
import {
  differences,
  programsLeft,
  programsThrough,
  readExpected,
  type Stored,
} from '../../infra/local/demo-report.ts';
import type { PlayedCase } from '../../infra/local/play-examples.ts';
import { routerOf } from '../../infra/local/router.ts';
import { scenarios } from '../../infra/local/scenario.ts';
import { type CaseView, caseViewExample } from '../../schemas/case.ts';
import type { Paper } from '../../schemas/paper.ts';
import { Program } from '../../schemas/program.ts';

const played = (program: Program, more: Partial<CaseView> = {}): PlayedCase => ({
  id: program,
  caseId: `649900101-DB-2026-${program}`,
  view: {
    ...caseViewExample,
    program,
    status: 'ended',
    decision: 'confirmed',
    endedOn: '2026-12-01',
    ...more,
  } as CaseView,
});
const all = Program.options.map((program) => played(program));

describe('the programs of the demo', () => {
  it('are counted where a household was granted aid and came to its end', () => {
    expect(programsThrough(all)).toEqual(Program.options);
    expect(programsLeft(all)).toEqual([]);
    expect(programsThrough([played('LS_FAST', { status: 'settled' }), played('LS_FAST')])).toEqual(['LS_FAST']);
  });

  it.each([
    ['still receives', { status: 'active', endedOn: undefined }],
    ['was denied', { decision: 'not-confirmed', status: 'not-confirmed' }],
    ['withdrew before a decision', { decision: undefined, status: 'withdrawn' }],
  ] as const)('are not where it %s', (_what, more) => {
    const cases = [...all.slice(1), played(all[0]?.view.program ?? 'BY', more as Partial<CaseView>)];
    expect(programsLeft(cases)).toEqual([Program.options[0]]);
  });
});

describe('what came is compared with what was expected', () => {
  const expected = readExpected();
  const cases = Object.entries(expected).map(([id, one]) => ({
    id,
    caseId: id,
    view: one.case as unknown as CaseView,
  }));
  const left = (change: (id: string, stored: Stored) => Stored = (_id, stored) => stored) => ({
    alerts: [],
    stored: new Map(
      Object.entries(expected).map(([id, { entitlements, papers }]) => [
        id,
        change(id, { entitlements, papers: Array.from({ length: papers }, () => ({}) as Paper) }),
      ]),
    ),
  });
  const lines = (of = left()) =>
    differences({ acts: [], cases }, of).filter((line) => !line.includes(' alert missing: '));

  it('without a word where it is the same', () => {
    expect(lines()).toEqual([]);
  });

  it('and each month of money and each paper tells', () => {
    const cheaper = left((id, stored) =>
      id === '10-destitute-care' ? { ...stored, entitlements: stored.entitlements.slice(1) } : stored,
    );
    expect(lines(cheaper)).toEqual([expect.stringContaining('10-destitute-care entitlements')]);
    const unserved = left((id, stored) => (id === '14-fast-aid' ? { ...stored, papers: [] } : stored));
    expect(lines(unserved)).toEqual([expect.stringContaining('14-fast-aid papers: expected 2, came 0')]);
  });

  it('and what was not played, or not expected, tells', () => {
    expect(differences({ acts: [], cases: cases.slice(1) }, left())).toContain(`${cases[0]?.id}: not played`);
    expect(differences({ acts: [], cases: [...cases, played('BY')] }, left())).toContain('BY: not expected');
  });
});

describe('numbers of papers', () => {
  const paper = (number: string): Paper => ({ number }) as Paper;

  it('are without gap and each given once in a series of an organ', () => {
    const whole = ['甲〔2026〕2号', '甲〔2026〕1号', '乙〔2026〕1号', '649900101-DB-2026-000001/W13-1'];
    expect(brokenSeries(whole.map(paper))).toEqual([]);
    expect(brokenSeries(['甲〔2026〕1号', '甲〔2026〕3号'].map(paper))).toHaveLength(1);
    expect(brokenSeries(['甲〔2026〕1号', '甲〔2026〕1号'].map(paper))).toHaveLength(1);
  });
});

describe('the examples', () => {
  it('have an expected outcome each, and every program among them', () => {
    const ids = scenarios().map(({ id }) => id);
    expect(Object.keys(readExpected())).toEqual(ids);
    expect(new Set(Object.values(readExpected()).map((one) => one.case['program']))).toEqual(new Set(Program.options));
  });

  it('call routes that exist', () => {
    const router = routerOf(steps);
    const unknown = scenarios().flatMap(({ id, acts }) =>
      acts.flatMap(({ call }) => {
        const [method = '', path = ''] = call.replace('{caseId}', '649900101-DB-2026-000001').split(' ');
        return typeof router.find(method, path) === 'object' ? [] : [`${id}: ${call}`];
      }),
    );
    expect(unknown).toEqual([]);
  });
});
