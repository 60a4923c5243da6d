/** Section `site` of the dictionary: what the press writes around a page. */
export const site = {
  'site.published': '发布日期：{date}',
  'site.asOf': '数据截至{date}',
  'site.provisional': '暂行数据',
  'site.data': '本页数据：',
  'site.notFoundTitle': '没有这一页',
  'site.notFound': '地址可能有误，或者页面已经移走。已发布的榜单、单位和任务页面，地址不会改变。',
  'site.notFoundHome': '回到首页',
  'site.notFoundSearch': '搜索单位、任务或指标',
} as const satisfies Record<string, string>;
