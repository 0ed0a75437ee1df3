import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { titleOf } from '../../functions/documents/document.ts';
import { documents } from '../../functions/documents/index.ts';
import { exampleMark, remedyMissing, renderPaper } from '../../functions/documents/render-paper.ts';
import { citeText, sources } from '../../functions/law/sources.ts';
import { type Paper, PaperKind } from '../../schemas/paper.ts';
import { sampleOf, samples, withData, words } from './sample-papers.ts';

const golden = (kind: string): string =>
  readFileSync(new URL(`golden/${kind.toLowerCase()}.txt`, import.meta.url), 'utf8');
const adverse: readonly PaperKind[] = ['W08', 'W21', 'W25', 'W27', 'W28', 'W29'];
const provisional = '暂定：次年放假安排尚未发布，发布后重新计算';

describe.each(PaperKind.options)('paper %s', (kind) => {
  const text = renderPaper(sampleOf(kind), words);
  const plain = renderPaper(sampleOf(kind, { example: false }), words);

  it('reads as its golden text', () => {
    expect(text).toBe(golden(kind));
  });

  it('has a document of its own number with a title in Chinese', () => {
    expect(documents[kind].kind).toBe(kind);
    const { title, titles = {} } = documents[kind];
    for (const one of [title, ...Object.values(titles)]) expect(one).toMatch(/^[\p{Script=Han}（）]+$/u);
    const { data, number } = sampleOf(kind);
    expect(plain.split('\n').slice(0, 2)).toEqual([titleOf(documents[kind], data['form']), number]);
  });

  it('carries the mark of demonstration data on its first and last line exactly when its amounts are invented', () => {
    const lines = text.trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual([exampleMark, exampleMark]);
    expect(plain).not.toContain(exampleMark);
    expect(plain).not.toContain('演示数据');
  });

  it('cites at least one clause, its own where the act named none', () => {
    expect(documents[kind].provision.length).toBeGreaterThan(0);
    expect(text).toMatch(/依据：(参照)?《.+》.+。/);
    const own = renderPaper(sampleOf(kind, { clauses: [] }), words);
    for (const citation of documents[kind].provision) expect(own).toContain(citeText(citation));
  });

  it('shows no token, no identity number and no personal phone', () => {
    expect(text).not.toMatch(/t_[0-9a-f]{32}|\d{17}[\dX]|13800000000/);
  });

  it('refuses data of another shape', () => {
    expect(() => renderPaper(sampleOf(kind, { data: { idNumber: '1' } }), words)).toThrow();
  });

  it('prints a remedy exactly when it is adverse, as the county worded it, and says so where nobody approved one', () => {
    expect(plain.includes('申请行政复议')).toBe(adverse.includes(kind));
    if (!adverse.includes(kind)) return;
    const worded = { ...samples[kind], remedy: '县级核定的告知文本。' } as unknown as Paper['data'];
    expect(renderPaper(sampleOf(kind, { data: worded }), words)).toContain('\n　　县级核定的告知文本。\n');
    const blank = renderPaper(sampleOf(kind, { data: { ...worded, remedy: ' ' } }), words);
    expect(blank).toContain(remedyMissing);
    expect(blank).not.toContain('复议');
  });
});

it('the papers against a person are those of rulebook 4, and each names the remedy', () => {
  expect(PaperKind.options.filter((kind) => documents[kind].adverse)).toEqual(adverse);
});

it('a paper of several forms has the title of its form', () => {
  const titles = (kind: PaperKind) =>
    Object.keys(documents[kind].titles ?? {}).map((form) => {
      const data = { ...samples[kind], form } as unknown as Paper['data'];
      return renderPaper(sampleOf(kind, { data, example: false }), words).split('\n')[0];
    });
  expect(titles('W25')).toEqual(['增发决定书', '减发决定书', '停发（终止）决定书']);
  expect(titles('W34')).toEqual(['督办单', '整改通知书', '信访事项受理告知书', '信访事项延期办理告知书', '核查反馈单']);
  for (const kind of PaperKind.options) expect(new Set(titles(kind)).size).toBe(titles(kind).length);
});

describe('a last day', () => {
  const due = { dueOn: '2027-01-04', provisional: true } as const;
  it.each([
    withData('W07', due),
    withData('W19', due),
    withData('W23', { windowEndsOn: '2027-01-04', provisional: true }),
    withData('W12', { windowEndsOn: '2027-01-04', provisional: true }),
    withData('W17', { fromOn: '2026-12-29', endsOn: '2027-01-04', provisional: true }),
  ])('that is provisional says so', (paper) => {
    expect(renderPaper(paper, words)).toContain(`2027年1月4日（${provisional}）`);
  });

  it('that is certain does not', () => {
    for (const kind of PaperKind.options) expect(renderPaper(sampleOf(kind), words)).not.toContain('暂定');
  });
});

it('a law is not cited before it was in force', () => {
  const text = renderPaper(sampleOf('W22', { issuedOn: '2026-06-30', clauses: [] }), words);
  expect(text).not.toContain(sources.LAW.zh);
  expect(text).toContain('《最低生活保障审核确认办法》第二十四条');
});

it('the clauses of a denial are those of the act and of its grounds, each once', () => {
  const paper = { ...withData('W21', { clauses: ['《甲》第一条', '《乙》第二条'] }), clauses: ['《甲》第一条'] };
  expect(renderPaper(paper, words)).toContain('依据：《甲》第一条、《乙》第二条。');
});

it('the county signs what it issues itself, a subdistrict signs as an office', () => {
  const county = renderPaper(sampleOf('W21', { issuer: '649900', example: false }), words);
  expect(county).toMatch(/\n演示县民政部门\n2026年8月5日\n$/);
  const street = { ...words, township: { name: '演示街道', phone: '0999-0000102' } };
  expect(renderPaper(sampleOf('W21', { example: false }), street)).toMatch(/\n演示街道办事处\n2026年8月5日\n$/);
});

it('a line break in a value does not become a line of the paper', () => {
  const paper = withData('W19', { note: '第一行\n\n演示一镇人民政府\n2026年1月1日' });
  expect(renderPaper(paper, words)).toContain('　　情况说明：第一行 演示一镇人民政府 2026年1月1日\n');
});

it('an erased person has no name, a member of staff not known here a number', () => {
  const text = renderPaper(sampleOf('W07'), { ...words, names: {} });
  expect(text).toContain('\n（姓名已删除）：\n');
  expect(text).toContain('经办人员：编号p-clerk-1。');
});

it('a copy names the day it was printed where that is known', () => {
  expect(renderPaper(sampleOf('W07'), { ...words, today: '2026-09-01' })).toContain('本件打印日期：2026年9月1日');
});
