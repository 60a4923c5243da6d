/** The English reference. */
import type { Range, Words } from './words.ts';

function number({ whole, over, least, most }: Range): string {
  const unit = whole ? 'whole number' : 'number';
  if (least !== undefined && most !== undefined) return `${unit}, ${least} to ${most}`;
  const bounds = [
    over === undefined ? [] : `above ${over}`,
    least === undefined ? [] : `at least ${least}`,
    most === undefined ? [] : `at most ${most}`,
  ];
  return [unit, ...bounds.flat()].join(', ');
}

export const en: Words = {
  opening: `# Reference

[中文](REFERENCE.zh-CN.md)

What may stand in a portal's files, written by \`npm run reference\` from the schemas that portals are checked against. A translatable text may
be one text, in the first language of the portal, or a map: \`{ zh-CN: …, en: … }\`. A path like \`groups[].id\` means the key \`id\` of each
item of the list \`groups\`; \`<name>\` stands for a name of one's own.`,
  colon: ': ',
  chapters: {
    scoring: 'Scoring',
    missing: 'Missing figures',
    claims: 'Claims',
    rules: 'Rules',
    tables: 'Tables',
    mapping: 'Tables that others made',
  },
  scoring: `The method of a dimension is applied to each of its indicators, unit by unit. Their scores, by the \`weight\` of the indicators, make the
dimension's score, which is rounded to the printed decimals; the dimensions' scores, by their weights, make the total, which is rounded likewise.
Weights total 100 at each level and in each group, or are all left out and then alike (of dimensions with a warning); with
\`ranking.weights: relative\` they may total anything. A higher score is better, whatever the direction of an indicator. \`floor\` and \`cap\`
bound it; without \`cap\` a ratio may pass 100. In a period without any value to score, the scores that the table \`scores\` gives are taken as they are.`,
  missing: `A unit that lacks a part – an indicator of a dimension, a dimension of the total – has no score of the whole, unless \`ranking.missing\` says
otherwise. With \`min_coverage\` below 1 it has one by the weights of the other parts where these make up at least that share of the weights that count
for it. A figure whose row is published later than others of its period is not published until then, by every rule: it is neither 0 nor carried.`,
  claims: `A claim (\`claims\`) is a figure that the office has printed elsewhere. Each build counts the rows that meet every column of \`where\`, and
stops where the count is not the one printed. A value is an id, a name or an alias, or \`true\` and \`false\` where the column asks whether something
is so.

- Tasks that are not posted are counted only where \`status\`, \`stage\` or \`outcome\` asks for \`draft\`; \`status\` is a stage or an outcome.
- Awards that were revoked, or exempted and speak against their holder, are counted only where \`state\` or \`status\` asks for them. \`current\`
  asks whether one is in force on the as-of date.
- What is internal is counted only where \`visibility\` asks for it, of awards \`instrument\` or \`task\`.
- \`group\` is the holder's on the last day of the award's period, or on the day it was given; a unit's on the as-of date.
- \`holds\` (or \`awards\`) asks for holders of exactly so many of the awards chosen, \`holds_at_least\` for those of so many or more.
- Sessions are those that were held, unless \`status\` asks for others. Days are counted from the first to the last of the sessions named;
  without any, between the last two that were held.`,
  counted: {
    tasks: 'tasks',
    awards: 'awards',
    holders: 'different holders of awards',
    filings: 'filings',
    units: 'units that the programme judges',
    sessions: 'sessions',
    days_between_sessions: 'days from one session to another',
  },
  countColumn: (column) => `\`${column}\``,
  comma: ' ',
  rules: `A rule is one predicate, or \`all\`, \`any\`, \`not\` and \`except\` over several; predicates side by side must all hold. Bounds are \`gt\`, \`gte\`,
\`lt\`, \`lte\` and \`eq\`. Where a figure is missing a rule gives nothing, also where it asks that something is not so.

The instruments of one family are tried in their order, and a holder gets one. Where the rules of two hold at once, the build stops: give
them bounds that do not meet (\`band: { gte: 70 }\` beside \`band: { lt: 70 }\`), or except in one what the other takes. An instrument whose
rule names another (\`instrument\`) may follow from it.

What a rule names – a dimension, an indicator, a group, another instrument – it names by its id.`,
  tables: `Each table is one CSV or YAML file, named for it, or a folder of such files. Headers may be the key or any of the Chinese names; an
asterisk marks what a row cannot do without. Blank means that nothing is known, never zero.`,
  roles: 'role',
  events: 'event',
  mapping: `Under \`tables:\` in \`portal.yaml\`, by the name of the table; each entry reads one file, and a table may have several.

Settings work in this order, wherever they stand in the entry: \`encoding\`, \`delimiter\`, \`skip_rows\`; \`transpose\`; \`header_rows\`; \`fill_down\`; \`where\` on headers
of the file, which sees cells as the file has them, or as they were filled; \`unpivot\`; \`columns\` and \`constants\`; \`replace\` and \`missing\`, for whole
cells and then for what \`split\` makes of them; \`make_id\`; \`where\` on columns of the table, which sees what came of them; \`distinct\`.`,
  heads: {
    keys: ['key', 'what may stand there', 'meaning'],
    columns: ['column', '中文表头', 'holds', 'meaning'],
    words: (title) => [title, '中文', 'meaning'],
    methods: ['method', 'score'],
    missing: ['`ranking.missing`', 'what it does'],
    claims: ['`count`', 'what is counted', 'columns of `where`'],
  },
  forms: {
    required: '**required**; ',
    text: 'translatable text',
    plain: 'text',
    scalar: 'a word or number',
    condition: 'a condition',
    any: 'any value',
    keys: 'a map of the keys below',
    name: '<name>',
    bounds: 'bounds',
    boundsAndKeys: 'bounds, and the keys below',
    list: (item) => (item.includes(', or ') ? `list of (${item})` : `list of ${item}`),
    map: (value) => (value === null ? 'map' : value.includes(', or ') ? `map to (${value})` : `map to ${value}`),
    or: ', or ',
    number,
    see: (chapter) => `see ${chapter}`,
  },
  cells: {
    kinds: {
      id: 'id',
      text: 'text; may have a column a language beside it',
      plain: 'text',
      number: 'number',
      date: 'day',
      due: 'day, or a vague one (2023年8月下旬)',
      flag: '是 / 否, true / false',
      period: 'period',
    },
    several: 'several, with ; between',
    oneOf: (thing, named) => `one of ${thing}, by id${named ? ' or name' : ''}`,
    severalOf: (thing) => `several of ${thing}, by id or name`,
    word: (word, [usual]) => `\`${word}\`${usual === undefined ? '' : ` ${usual}`}`,
    comma: ', ',
  },
};
