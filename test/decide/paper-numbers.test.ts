import { describe, expect, it } from '@jest/globals';
import { type Draft, issuePapers } from '../../functions/core/paper.ts';
import { settingOf } from '../../functions/core/setting.ts';
import { cite } from '../../functions/law/sources.ts';
import { samples } from '../documents/sample-papers.ts';
import { actor, caseIn, demonstrationWorld } from '../world.ts';
import { walkTo } from './walk-through.ts';

const on = '2026-08-28';

/** An act of the county that also issues papers of the township, on a case in the demonstration county. */
function issuing() {
  const walk = walkTo('accept-application');
  const county = demonstrationWorld().states.get('county:649900');
  const facts = {
    ...{ actor: actor('CC', 'cc-1'), params: {}, people: {}, attachments: {}, names: {}, subjects: {} },
    ...{ case: caseIn(walk.world, walk.caseId), county },
    ...{ counters: { cases: 4, papers: 17 }, countyCounters: { cases: 0, papers: 2 } },
  } as unknown as Parameters<typeof settingOf>[0];
  const setting = settingOf(facts, 'DB_URBAN', on);
  return { facts, setting, townshipCode: '649900101', on, caseId: walk.caseId };
}

const draft = <K extends Draft['kind']>(kind: K, to: Draft['to'], by?: Draft['by']): Draft =>
  ({ kind, to, by, data: samples[kind], clauses: [cite('D57', '§21')] }) as Draft;

describe('the numbers of the papers of one act', () => {
  it('go on in each organ’s own series, without gaps, whatever the order', () => {
    const papers = issuePapers(issuing(), [
      draft('W25', 'public'),
      draft('W34', 'township', 'county'),
      draft('W26', 'public'),
      draft('W11', 'township', 'county'),
      draft('W25', 'public'),
    ]);
    expect(papers.map(({ paperId, number, issuer }) => [paperId, number, issuer])).toEqual([
      ['W25-1', '演一镇社救〔2026〕18号', '649900101'],
      ['W34-1', '演示县民社救〔2026〕3号', '649900'],
      ['W26-1', '演一镇社救〔2026〕19号', '649900101'],
      ['W11-1', '演示县民社救〔2026〕4号', '649900'],
      ['W25-2', '演一镇社救〔2026〕20号', '649900101'],
    ]);
  });

  it('are not taken by forms that stay on file: those are numbered by their case', () => {
    const issued = issuing();
    const papers = issuePapers(issued, [draft('W16', 'file'), draft('W20', 'public'), draft('W18', 'file')]);
    expect(papers.map(({ number }) => number)).toEqual([
      `${issued.caseId}/W16-1`,
      '演一镇社救〔2026〕18号',
      `${issued.caseId}/W18-1`,
    ]);
  });

  it('of a report or an order of the county cannot be a township’s', () => {
    for (const kind of ['W11', 'W29'] as const)
      expect(() => issuePapers(issuing(), [draft(kind, 'public')])).toThrow(`${kind} is a paper of the county`);
  });
});
