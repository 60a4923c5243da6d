import { describe, expect, it } from 'vitest';
import { documentDetails, documentLink } from '../../src/fragments/programmeWords.ts';
import type { DocumentView } from '../../src/views/programmeSource.ts';
import { contextOf, siteOf } from '../views/portal.ts';

const EN = contextOf(siteOf(), 'en');
const ZH = contextOf(siteOf(), 'zh-CN');

function documentOf(more: Partial<DocumentView>): DocumentView {
  const none = { number: null, issuer: null, made_on: null, published_on: null, index_no: null, openness: null, validity: null, url: null };
  return { document: 'd', title: { 'zh-CN': '办法', en: 'Rules' }, ...none, ...more };
}

describe('what is said of a document', () => {
  it('is in the reader’s language where the office used the standard words', () => {
    const details = documentDetails(documentOf({ openness: '依申请公开', validity: '有效' }), EN).text;
    expect(details).toContain('Disclosure: on request');
    expect(details).toContain('Validity: in force');
    expect(documentDetails(documentOf({ openness: '依申请公开' }), ZH).text).toContain('公开形式：依申请公开');
  });

  it('is marked with its language where it did not', () => {
    expect(documentDetails(documentOf({ validity: '试行两年' }), EN).text).toContain('Validity: <span lang="zh-CN">试行两年</span>');
    expect(documentLink(documentOf({ title: '办法', number: '云府〔2022〕1号' }), EN).text).toBe(
      '<span lang="zh-CN">办法</span> (<span lang="zh-CN">云府〔2022〕1号</span>)',
    );
  });

  it('tells beside its title that it is no longer in force', () => {
    expect(documentLink(documentOf({ validity: '废止' }), EN).text).toBe('Rules (<strong>repealed</strong>)');
    expect(documentLink(documentOf({ validity: '有效' }), EN).text).toBe('Rules');
  });
});
