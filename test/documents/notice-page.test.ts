import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noticeRecord } from '../../functions/core/online-notice.ts';
import { whitelistOf } from '../../functions/documents/notice.ts';
import { noticeHtml, noticePage } from '../../functions/documents/notice-page.ts';
import { familyOfThree, type Person, residentId } from '../applications.ts';
import { withParameter } from '../decide/set-parameter.ts';
import { done, walkTo } from '../decide/walk-through.ts';
import { caseIn, demonstrationWorld, tokenOf } from '../world.ts';

/** The one word of each household member that must never be shown. */
const secretOf = (index: number): string => `秘密${'甲乙丙丁'[index] ?? '戊'}`;

const household = fc.record({
  wageYuan: fc.integer({ min: 0, max: 1_900 }),
  childBirth: fc.constantFrom('20100901', '20150901', '20200229'),

  masked: fc.boolean(),
});

describe('the public page of random households (P09)', () => {
  it('has no field beyond the whitelist, and shows nothing else that the case knows', () => {
    fc.assert(
      fc.property(household, ({ wageYuan, childBirth, masked }) => {
        const [head, wife, child] = familyOfThree(3) as [Person, Person, Person];
        const persons = [{ ...head, wageYuan }, wife, { ...child, birth: childBirth }];
        const world = withParameter(demonstrationWorld(), 'publicity.maskNameOnline', masked);
        const walk = walkTo('publish-confirmation', { world, persons });
        done(walk, 'put-notice-online', '2026-08-27', { input: { paperId: 'W22-1' } });
        const state = caseIn(world, walk.caseId);
        const posted = walkTo('post-publicity', {
          world: withParameter(demonstrationWorld(), 'publicity.maskNameOnline', masked),
          persons,
        });
        done(posted, 'put-notice-online', '2026-08-17');
        const names = Object.fromEntries(
          persons.map(({ birth, sequence }, index) => [
            tokenOf(residentId(birth, sequence)),
            {
              name: index === 0 ? '欧阳小明' : secretOf(index),
              idNumber: residentId(birth, sequence),
              phone: '13900000000',
            },
          ]),
        );
        for (const [of, kind] of [
          [state, 'W22'],
          [caseIn(posted.world, posted.caseId), 'W17'],
        ] as const) {
          const notice = of.parts.notices?.[0];
          if (!notice) throw new Error('no notice');
          const page = noticePage(noticeRecord(notice, of), { names, shownUntil: '2026-09-01' });
          expect(Object.keys(page.notice).filter((key) => !whitelistOf(kind).includes(key))).toEqual([]);
          const shown = `${JSON.stringify(page)}${noticeHtml(page)}`;
          const { head: caseHead, parts } = of;
          const secrets = [
            ...persons.flatMap(({ birth, sequence }) => [
              residentId(birth, sequence),
              birth,
              tokenOf(residentId(birth, sequence)),
            ]),
            ...[secretOf(1), secretOf(2), '13900000000', 't_'],
            ...[caseHead.caseId, caseHead.clerk ?? '', caseHead.reviewer ?? '', ...caseHead.surveyors],
            ...parts.visits.flatMap(({ findings }) => [findings]),
            ...parts.postings.map(({ proof }) => proof),
            ...(masked ? ['小明'] : []),
          ].filter((text) => text.length > 3 || text === '小明' || text === 't_');
          expect(secrets.filter((text) => shown.includes(text))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the page for a phone', () => {
  const page = {
    title: '公示单',
    number: '演一镇〔2026〕1号',
    issuer: '演示一镇人民政府',
    shownUntil: '2026-08-24',
    example: true,
    notice: {},
    lines: ['现予公示。', '申请人：<script>alert(1)</script>', '所在村（社区）："村"&\'社区\''],
  };

  it('is Chinese first, tells search engines to stay away, and runs nothing', () => {
    const html = noticeHtml(page);
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
    expect(html).not.toMatch(/<script|<img|<link|<iframe|<form|javascript:|\son\w+=|https?:/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&quot;村&quot;&amp;&#39;社区&#39;');
    expect(html.indexOf('现予公示')).toBeLessThan(html.indexOf('Notice before a decision'));
    expect(html).toContain('本页面展示至2026年8月24日');
    expect(html).toContain('演示数据·非真实标准');
  });

  it('gives every line a place: names and values in the table, sentences below it', () => {
    const html = noticeHtml(page);
    expect(html).toContain('<tr><th scope="row">申请人</th>');
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });
});
