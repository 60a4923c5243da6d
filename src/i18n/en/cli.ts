import type { cli as zh } from '../zh-CN/cli.ts';

/** Section `cli` of the dictionary: what the program says in a terminal, and the faults that only it can find. */
export const cli: Readonly<Record<keyof typeof zh, string>> = {
  'cli.usage': `Usage: sunboard <command> …

  sunboard check DIR [--format text|json|github|sarif]
      lists every problem in the folder
  sunboard build DIR [--out dist] [--base /path/] [--site https://…] [--as-of YYYY-MM-DD]
      checks, then builds the site; with problems, the old site stays
  sunboard dev DIR [--port 4321] [--as-of YYYY-MM-DD]
      a live site that reloads when the data are saved

Exit codes: 0 fine, 1 problems in the data, 2 a mistake in the command.`,
  'cli.unknownCommand': 'There is no command “{command}”.',
  'cli.folderMissing': 'There is no folder {dir}.',
  'cli.noFolder': 'Name the portal folder, for example: sunboard {command} data/demo',
  'cli.optionValue': 'The option {option} lacks its value, or has one that it does not take.',
  'cli.unknownOption': 'There is no option {option} here. There are: {options}.',
  'cli.badDate': '--as-of “{value}” is not a date. Write it like 2023-12-31.',
  'cli.badSite': '--site “{value}” is not an address. Write it like https://example.org.',
  'cli.badBase': '--base “{value}” cannot be used. Write it like /path/.',
  'cli.badFormat': '--format is one of {choices}.',
  'cli.outBusy': 'Another build is writing to “{out}” (process {pid}). Wait until it has ended; if none is running, remove {file}.',
  'cli.outHolds': '“{out}” is or holds the folder that you are in, or the portal itself. Choose a folder of its own for the site.',
  'cli.outFull': 'There is no room left to write “{out}”. The old site stays.',
  'cli.outUnwritable': '“{out}” cannot be written: {path} ({code}). The old site stays.',
  'cli.optionTwice': '{option} is given twice. Give it once.',
  'cli.outTaken': '“{out}” holds other files, or is no folder, and is no site of this program. Choose another folder, or move it away first.',
  'cli.badPort': '--port “{value}” is not a port number.',
  'cli.noProblems': 'No problems found.',
  'cli.problems': '{errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}.',
  'cli.more': '{n} more of “{code}” are not listed one by one.',
  'cli.stopped': 'The site was not updated; the last one stays as it is.',
  'cli.stoppedFirst': 'No site was made.',
  'cli.severity.error': 'error',
  'cli.severity.warning': 'warning',
  'cli.hint': 'What to do: {hint}',
  'cli.read': 'Read {files} {files#file|files}',
  'cli.frames': 'Making the frames',
  'cli.printing': '{pages} {pages#page|pages} printed',
  'cli.built': '{out}: {pages} {pages#page|pages}, {files} files, {written} written, {removed} removed, in {seconds} s.',
  'cli.dev': 'Live at {url}',
  'cli.devReload': '{file} changed, ready in {ms} ms',
  'cli.devProblems': 'The data have problems; mend and save, and the page reloads',
  'cli.devBefore': 'These are all the problems in the folder.',
  'problem.prose-front-matter': 'The front matter of this page cannot be read: {detail}',
  'hint.prose-front-matter': 'Between the two lines “---” write each line like “title: About”.',
  'problem.prose-orphan-language': 'This page exists in {lang} but not in {other}.',
  'hint.prose-orphan-language': 'Put a translation under pages/{other}/; until then the page shows the original and marks its language.',
  'problem.text-untranslated': '{n} {n#text has|texts have} no {lang}, for example “{example}”.',
  'hint.text-untranslated': 'Add the translation; until then pages show the original and mark its language.',
};
