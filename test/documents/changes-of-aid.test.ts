import { describe, expect, it } from '@jest/globals';
import { renderPaper } from '../../functions/documents/render-paper.ts';
import { sampleOf, samples, withData, words } from './sample-papers.ts';

const publication = (data: Record<string, unknown>): string =>
  renderPaper(withData('W22', { fromMonth: '2026-12', ...data }), words);

describe('what is made public of a change (SEED 二(三)4)', () => {
  it('never says of aid that ended that the conditions are met, nor names an amount', () => {
    const text = publication({ change: 'ended', amountFen: 0 });
    expect(text).toContain('下列申请人的城市最低生活保障自2026年12月起终止，现予公布。');
    expect(text).not.toMatch(/符合|每月|原因|理由/);
    expect(publication({ change: 'revoked' })).toContain('确认决定已依法撤销');
    expect(publication({ change: 'revoked' })).not.toMatch(/符合|每月/);
  });

  it('counts nobody where nobody is left', () => {
    expect(publication({ change: 'ended', members: 0 })).not.toContain('家庭人口');
  });

  it('gives the month and the amount of an adjustment and of a fade-out', () => {
    const adjusted = publication({ change: 'adjusted', amountFen: 21_000 });
    expect(adjusted).toContain('自2026年12月起予以调整');
    expect(adjusted).toContain('保障金额：全家每月210元');
    expect(publication({ change: 'fading' })).toContain('自2026年12月起进入渐退期，渐退期内继续享受城市最低生活保障');
  });
});

describe('the end of a recognition that pays nothing', () => {
  it('is an end, not a stop of money', () => {
    const decision = renderPaper(withData('W25', { form: 'stop', program: 'BY' }), words);
    expect(decision).toMatch(/^.*\n?停发（终止）决定书/m);
    expect(decision).toContain('经审核，决定终止您家庭的低保边缘家庭认定，自');
    expect(decision).not.toContain('不发放救助金');
    const destitute = renderPaper(withData('W25', { form: 'stop', program: 'TK' }), words);
    expect(destitute).toContain('决定终止您的特困人员救助供养（原为每月660元）');
    const asked = renderPaper(withData('W23', { form: 'stop', program: 'GX' }), words);
    expect(asked).toContain('作出决定以前，原认定继续有效。');
  });
});

describe('where nobody of the household is left', () => {
  const heard = { on: '2026-11-10', waived: false, nobodyLeft: true, taken: '家庭成员均已死亡，无人可陈述意见' };

  it('the decision speaks to nobody and claims no hearing', () => {
    const paper = { ...withData('W25', { form: 'stop', program: 'GL', heard }), to: 'file' as const };
    const text = renderPaper({ ...paper, data: { ...paper.data, facts: [] } }, words);
    expect(text).toContain('决定停发申请人的高龄低收入老年人津贴');
    expect(text).toContain('听取意见情况：家庭成员均已死亡，无人可陈述意见。');
    expect(text).not.toMatch(/您|听取了/);
  });

  it('the record has nobody who spoke, waived or signed', () => {
    const { speaker: _nobody, ...rest } = samples.W24;
    const data = { ...rest, form: 'nobody-left', statements: ['家庭成员均已死亡，无人可陈述意见'] };
    const text = renderPaper(sampleOf('W24', { data: data as never }), words);
    expect(text).toContain('无人陈述意见记录');
    expect(text).toContain('陈述人：无');
    expect(text).not.toMatch(/放弃|陈述人签字|陈述人已签字/);
  });
});
