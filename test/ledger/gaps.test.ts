import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findGaps } from '../../functions/shell/ledger/find-gaps.ts';
import { sealCounty } from '../../functions/shell/ledger/seal-county.ts';
import { startTestEngine, type TestEngine } from '../shell/engine-for-tests.ts';
import { COUNTY, caseIdOf, forgetLedger, record, sealing } from './ledger-for-tests.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
  for (let i = 0; i < 12; i += 1)
    await record(engine.store, { kind: 'case', id: caseIdOf(i % 3) }, { at: `2026-08-03T01:00:${10 + i}.000Z` });
});
afterAll(() => engine.stop());

describe('The gap check', () => {
  it('finds none where table, ledger and lake agree, and looks again while the lake is behind', async () => {
    const { ports, remove } = await sealing(engine.store);
    const total = (await sealCounty(ports, COUNTY)).size;
    const lake = [total - 3, total - 1, total];
    const found = await findGaps(ports, COUNTY, {
      eventsInTable: async () => total,
      eventsInLake: async () => lake.shift() ?? total,
      pause: async () => undefined,
    });
    expect(found).toMatchObject({ eventsInTable: total, eventsInLake: total, gaps: { ledger: 0, lake: 0 } });
    await remove();
  });

  it('takes what was recorded meanwhile for no gap, and what is missing anywhere for one', async () => {
    await forgetLedger(engine.store);
    const { ports, remove } = await sealing(engine.store);
    const total = (await sealCounty(ports, COUNTY)).size;
    const gapsOf = async (counts: readonly [number, number], inLake: number) => {
      const table = [...counts, ...counts, ...counts, ...counts];
      const check = {
        eventsInTable: async () => table.shift() ?? 0,
        eventsInLake: async () => inLake,
        pause: async () => undefined,
      };
      return (await findGaps(ports, COUNTY, check)).gaps;
    };
    expect(await gapsOf([total - 1, total + 2], total + 1)).toEqual({ ledger: 0, lake: 0 });
    expect(await gapsOf([total, total], total - 2)).toEqual({ ledger: 0, lake: 2 });
    expect(await gapsOf([total - 5, total - 5], total)).toEqual({ ledger: 5, lake: 5 });
    expect(await gapsOf([total + 4, total + 4], total + 4)).toEqual({ ledger: 4, lake: 0 });
    await remove();
  });
});
