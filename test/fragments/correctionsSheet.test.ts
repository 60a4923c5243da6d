import { expect, test } from 'vitest';
import { correctionsSheet } from '../../src/fragments/correctionsSheet.ts';
import type { Appeal, Correction } from '../../src/model/portal.ts';
import { correctionsView } from '../../src/views/correction.ts';
import { getSiteIndex } from '../../src/views/siteIndex.ts';
import { PLACE } from '../assess/sample.ts';
import { awardOf, CITY, contextOf, siteOf } from '../views/portal.ts';

function appeal(id: string, against: string): Appeal {
  return { id, against, filedOn: '2024-11-01', unit: null, state: 'filed', decidedOn: null, decision: null, correction: null, place: PLACE };
}

function appealsIn(lang: string): string {
  const appeals = [appeal('1', 'w1'), appeal('2', 'p/2024-Q3/b'), appeal('3', 'secret-7')];
  const site = siteOf(CITY, [awardOf('w1', 'b', '2024-Q3')], { appeals });
  const view = correctionsView(getSiteIndex(site));
  expect(JSON.stringify(view)).not.toContain('secret-7');
  return correctionsSheet(view, contextOf(site, lang)).main.text;
}

test('an appeal names what it is against, and leads there', () => {
  expect(appealsIn('zh-CN')).toContain('申诉事项：<a href="/p/awards/w1/">红旗 · 清河区（2024年第三季度）</a>');
  expect(appealsIn('en')).toContain('/p/2024-Q3/#u-b">Quarterly review · Qinghe (Q3 2024)</a>');
});

test('an appeal against what may not be named does not name it', () => {
  const text = appealsIn('en');
  expect(text).toContain('a record that is not published one by one');
  expect(text).not.toContain('secret-7');
});

function correction(id: string, kind: Correction['kind'], publishedOn: string): Correction {
  const nothing = {
    award: null,
    severity: null,
    programme: null,
    period: null,
    unit: null,
    field: null,
    old: null,
    new: null,
    approvedBy: null,
    document: null,
  };
  return { id, kind, publishedOn, reason: '更正', ...nothing, place: PLACE };
}

test('the lead counts entries by kind: a change of method corrects nothing', () => {
  const leadOf = (lang: string, ...corrections: Correction[]): string => {
    const site = siteOf(CITY, [], { corrections });
    return correctionsSheet(correctionsView(getSiteIndex(site)), contextOf(site, lang)).description;
  };
  const own = [correction('1', 'correction', '2024-10-03'), correction('2', 'methodology', '2024-11-01')] as const;
  expect(leadOf('zh-CN', ...own)).toBe('共登记2条：办法变更1条、更正1条，最近一条在2024年11月1日。');
  expect(leadOf('en', ...own)).toBe('2 entries: 1 change of method, 1 correction; the most recent on 1 November 2024.');
  expect(leadOf('en', own[0])).toBe('1 correction, on 3 October 2024.');
});
