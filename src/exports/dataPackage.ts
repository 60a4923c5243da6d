/**
 * `datapackage.json` (Frictionless Data Package 2): every CSV of the site, those of one shape as one resource with many paths, with the
 * type and meaning of each column. Keys are the contract's.
 */
import type { PortalConfig } from '../model/config.ts';
import { say } from '../model/text.ts';
import { csvFilesOf } from '../views/dataFiles.ts';
import type { Page, PageKind } from '../views/page.ts';
import { hasSpreadsheet, spreadsheetName } from './exportPage.ts';

type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'any';

/** Type and meaning of every column that a CSV of the site may have. */
export const FIELDS: Readonly<Record<string, readonly [FieldType, string]>> = {
  programme: ['string', 'Id of the programme.'],
  period: ['string', 'Period in its own notation: 2023-Q4, 2023-09, 2018/19 …'],
  start: ['date', 'First day of the period.'],
  end: ['date', 'Last day of the period.'],
  session: ['string', 'Id of the review session.'],
  dimension: ['string', 'Id of the dimension; blank for the total.'],
  group: ['string', 'Id of the comparison group; blank for all units.'],
  unit: ['string', 'Id of the unit.'],
  name: ['string', 'Name in the first language of the portal.'],
  kind: ['string', 'Kind of the unit, or of the correction.'],
  code: ['string', 'Official code of the unit; leading zeros count.'],
  parent: ['string', 'Id of the unit above.'],
  valid_to: ['date', 'Last day on which it is held or exists; blank while that is not known.'],
  rank: ['integer', 'Place: 1, 2, 2, 4; blank where not ranked.'],
  tied: ['boolean', 'Whether the place is shared.'],
  of: ['integer', 'Members of the group.'],
  ranked: ['integer', 'Members with a place.'],
  score: ['number', 'Score at printed precision.'],
  value: ['number', 'Value of the indicator, in its own unit.'],
  previous_rank: ['integer', 'Place in the ranking before.'],
  change: ['string', 'previous_rank − rank, or new, returned, not_comparable; blank for the first.'],
  status: ['string', 'Status of the figure or task; a missing figure has its reason here.'],
  awards: ['string', 'Ids of instruments held, separated by semicolons.'],
  indicator: ['string', 'Id of the indicator.'],
  award: ['string', 'Id of the award.'],
  instrument: ['string', 'Id of the instrument.'],
  instrument_name: ['string', 'Name of the instrument.'],
  tone: ['string', 'positive, neutral, warning or negative.'],
  holder_type: ['string', 'unit, task or person; a person is never named.'],
  holder: ['string', 'Id of the unit or task that holds it.'],
  task: ['string', 'Id of the task.'],
  title: ['string', 'Title of the task.'],
  batch: ['string', 'Id of the batch.'],
  category: ['string', 'Id of the category.'],
  origin: ['string', 'Id of the origin.'],
  lead: ['string', 'Ids of the leading units, separated by semicolons.'],
  outcome: ['string', 'open, closed, withdrawn or carried.'],
  overdue: ['boolean', 'Whether it is late on the as-of date.'],
  overdue_days: ['integer', 'Days late.'],
  due_on: ['date', 'Due date now in force.'],
  original_due_on: ['date', 'Due date as first published.'],
  due_text: ['string', 'The due date in the office’s own words, where it gave no exact day.'],
  slipped_days: ['integer', 'Days between the two.'],
  progress: ['number', 'Percent done.'],
  awarded_on: ['date', 'Day on which it was given.'],
  state: ['string', 'active, superseded, revoked or annotated.'],
  revoked_on: ['date', 'Day on which it was revoked.'],
  exempted_on: ['date', 'Day from which it is exempted from negative counts.'],
  basis: ['string', 'recorded, computed or both.'],
  reason: ['string', 'Reason as published; on a leaderboard, why there is no place: a status, or veto.'],
  first: ['string', 'Ids of the units in first place, separated by semicolons.'],
  provisional: ['boolean', 'Whether any figure is provisional.'],
  correction: ['string', 'Id of the correction.'],
  published_on: ['date', 'Day of publication.'],
  field: ['string', 'What was corrected.'],
  old: ['string', 'What stood there before.'],
  new: ['string', 'What stands there now.'],
  approved_by: ['string', 'Who approved it.'],
  document: ['string', 'Number of the document.'],
  role: ['string', 'What the unit is to the task.'],
  holders: ['integer', 'Different holders.'],
  count: ['integer', 'How many; of filings blank where it is too small to be shown.'],
  closed: ['integer', 'Tasks closed.'],
  open: ['integer', 'Tasks open.'],
  stage: ['string', 'Id of the stage; blank for an outcome or all.'],
  claim: ['string', 'Id of the claim.'],
  label: ['string', 'What the claim is about.'],
  printed: ['any', 'The figure as it was printed elsewhere.'],
  counted: ['any', 'The figure as the rows give it.'],
  printed_share: ['string', 'The share as it was printed.'],
  counted_share: ['string', 'The share as the rows give it, at the same precision.'],
  holds: ['boolean', 'Whether they agree.'],
};

/** Columns of each CSV by the kind of its page, in order, before those of further languages; a leaderboard may add a column a dimension. */
export const CSV_COLUMNS: Readonly<Record<string, string>> = {
  'leaderboard/ranking.csv': 'programme period dimension group rank tied of ranked unit name score value previous_rank change status awards reason',
  'unit/history.csv': 'unit programme group dimension period score value rank tied of ranked change status',
  'unit/awards.csv':
    'award programme instrument tone holder_type holder dimension task period session awarded_on valid_to state revoked_on exempted_on basis reason',
  'unit/tasks.csv': 'programme task title role status outcome overdue overdue_days due_on progress',
  'units/units.csv': 'unit name kind code parent valid_to',
  'indicator/values.csv': 'programme indicator unit name period value score status',
  'awards/awards.csv':
    'award programme instrument instrument_name tone holder_type holder dimension task period session awarded_on valid_to state revoked_on exempted_on basis reason',
  'awards/counts.csv': 'programme instrument instrument_name period session awards holders',
  'tasks/tasks.csv':
    'task programme title batch category origin lead status outcome overdue overdue_days due_on original_due_on slipped_days progress due_text',
  'tasks/leads.csv': 'programme unit name count closed open overdue',
  'programme/periods.csv': 'programme period start end of ranked first provisional',
  'programme/filings.csv': 'programme kind stage outcome count',
  'programme/claims.csv': 'programme claim label printed counted printed_share counted_share of holds document',
  'corrections/corrections.csv': 'correction kind published_on programme period unit field old new reason approved_by document',
};

interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly schema: { readonly fieldsMatch: ['subset']; readonly fields: readonly object[] };
}

export function dataPackage(pages: readonly Page[], config: PortalConfig, asOf: string): object {
  const [first = 'en'] = config.languages;
  const paths = new Map<string, { file: string; kind: PageKind; paths: string[] }>();
  for (const page of pages) {
    const { kind, path, data } = page;
    if (!data) continue;
    const add = (name: string, file: string, at: string): void => {
      const own = paths.get(name) ?? { file, kind, paths: [] };
      own.paths.push(path + at);
      paths.set(name, own);
    };
    for (const file of csvFilesOf(page)) {
      const name = `${kind}-${file.replace(/\.csv$/, '')}`;
      add(name, file, file);
      if (hasSpreadsheet(kind)) add(`${name}-excel`, file, spreadsheetName(file));
    }
  }
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    title: say(config.title, first, config.languages),
    ...(config.description !== null && { description: say(config.description, first, config.languages) }),
    version: asOf,
    ...(config.licence !== null && { licenses: [{ name: config.licence }] }),
    contributors: [
      {
        title: say(config.publisher.name, first, config.languages),
        roles: ['publisher'],
        ...(config.publisher.url && { path: config.publisher.url }),
      },
    ],
    resources: [...paths].map(([name, { kind, file, paths: own }]) => resourceOf(name, `${kind}/${file}`, own, config)),
  };
}

/** Columns that stand once more for each further language: `name`, `name_en`. */
const IN_LANGUAGES: ReadonlySet<string> = new Set(['name', 'title', 'instrument_name']);

function resourceOf(name: string, file: string, paths: readonly string[], { languages }: PortalConfig): Resource {
  const columns = (CSV_COLUMNS[file] ?? '').split(' ');
  const fields = columns.flatMap((column) => {
    const [type, description] = FIELDS[column] ?? ['any', ''];
    const others = IN_LANGUAGES.has(column) ? languages.slice(1) : [];
    return [
      { name: column, type, description },
      ...others.map((lang) => ({ name: `${column}_${lang}`, type, description: `The same in the language ${lang}.` })),
    ];
  });
  const [only] = paths;
  const path = paths.length === 1 && only !== undefined ? only : paths;
  return { name, path, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', schema: { fieldsMatch: ['subset'], fields } };
}
