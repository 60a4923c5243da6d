import type { cli as zh } from '../zh-CN/cli.ts';

/** Section `cli` of the dictionary: what the program says in a terminal, and the faults that only it can find. */
export const cli: Readonly<Record<keyof typeof zh, string>> = {
  'cli.usage': `Usage: sunboard <command> …

  sunboard check DIR [--format text|json|github|sarif] [--as-of DAY]
      lists every problem in the folder
  sunboard build DIR [--out dist] [--base /path/] [--site https://…] [--as-of DAY]
      checks, then builds the site; with problems, the old site stays
  sunboard dev DIR [--port 4321] [--as-of DAY]
      a live site that reloads when the data are saved

DAY is a day like 2023-12-31, today, or latest (the newest date in the data).
Exit codes: 0 fine, 1 problems in the data, or the site could not be made, 2 a mistake in the command.`,
  'cli.unknownCommand': 'There is no command “{command}”.',
  'cli.folderMissing': 'There is no folder {dir}.',
  'cli.folderIsFile': '{file} is a file. Name the folder that holds the portal, for example {dir}.',
  'cli.manyFolders': 'There is more than one folder here: {dirs}. Name one; a name with spaces goes in quotation marks: {example}.',
  'cli.noFolder': 'Name the portal folder, for example: sunboard {command} data/demo',
  'cli.optionValue': 'The option {option} lacks its value, or has one that it does not take.',
  'cli.unknownOption': 'There is no option {option} here. There are: {options}.',
  'cli.badDate': '--as-of “{value}” is not a date. Write it like 2023-12-31, today or latest.',
  'cli.badSite': '--site “{value}” is not an address. Write it like https://example.org.',
  'cli.siteOnly': '--site “{value}” is more than an address. Write --site {origin}, and say with --base {path} where the site stands below it.',
  'cli.badBase': '--base “{value}” cannot be used. Write it like /path/.',
  'cli.badFormat': '--format is one of {choices}.',
  'cli.outBusy': 'Another build is writing to “{out}” (process {pid}). Wait until it has ended; if none is running, remove {file}.',
  'cli.outBusyElsewhere':
    'Another build is writing to “{out}” (process {pid} on {host}). Wait until it has ended; if none is running there, remove {file}.',
  'cli.internal':
    'This is a fault of the program (sunboard {version}), not of the portal. Please report it with the lines below; a site that stands stays as it is.',
  'cli.outHolds': '“{out}” is or holds the folder that you are in, or the portal itself. Choose a folder of its own for the site.',
  'cli.outPublic': '“{out}” lies in public/ of the portal, whose files are copied into the site. Choose another folder for the site.',
  'cli.outRead':
    '“{out}” lies in {folder} of the portal, whose files are read as its data. Choose another folder for the site, best outside of the portal.',
  'cli.outFull': 'There is no room left to write “{out}”. Make some, or choose another folder for the site.{stays# The old site stays.|}',
  'cli.noMemory':
    'There is not enough memory to print “{out}”. Give the program more of it, or make several smaller portals of the folder.{stays# The old site stays.|}',
  'cli.outFixed':
    '“{out}” cannot change places with the new site ({code}): it may be a mounted drive, a volume of a container, a folder that its image brought along, or in use by another program. Choose another folder for the site, for example {inside}.{stays# The old site stays.|}',
  'cli.outUnwritable':
    '“{out}” cannot be written: {path} does not allow it ({code}). Check its permissions, and whether a file stands where a folder should be, or choose another folder for the site.{stays# The old site stays.|}',
  'cli.outHeld':
    '“{out}” cannot be written: Windows does not let go of {path} ({code}). Close the programs that have files of the site open – Excel, WPS, an editor, a window of the folder – and build again; if that does not help, check its permissions, or choose another folder for the site.{stays# The old site stays.|}',
  'cli.optionTwice': '{option} is given twice. Give it once.',
  'cli.outTaken': '“{out}” holds other files, or is no folder, and is no site of this program. Choose another folder, or move it away first.',
  'cli.badPort': '--port “{value}” is not a port number.',
  'cli.portTaken': 'Port {port} is taken. Choose another, or leave --port out.',
  'cli.noProblems': 'No problems found.',
  'cli.problems': '{errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}.',
  'cli.passedOver': 'No table reads {files}. What you need of them, name under tables in portal.yaml; leave the rest.',
  'cli.more': '{n} more of “{code}” are not listed one by one.',
  'cli.stopped': 'The site was not updated; the last one stays as it is.',
  'cli.stoppedFirst': 'No site was made.',
  'cli.severity.error': 'error',
  'cli.severity.warning': 'warning',
  'cli.hint': 'What to do: {hint}',
  'cli.frames': 'Making the frames',
  'cli.printing': '{pages} {pages#page|pages} printed',
  'cli.built': '{out}: {pages} {pages#page|pages}, {files} files, {written} written, {removed} removed, in {seconds} s.',
  'cli.dev': 'Live at {url}',
  'cli.devReload': '{file} changed, ready in {ms} ms',
  'cli.devFaulty': '{file} changed; the data have problems',
  'cli.devProblems': 'The data have problems; mend and save, and the page reloads',
  'cli.devBefore': 'These are all the problems in the folder.',
  'problem.prose-front-matter': 'The front matter of this page is not of the form “key: value”.',
  'hint.prose-front-matter': 'Between the two lines “---” write each line like “title: About”.',
  'problem.prose-front-matter-open': 'The front matter of this page has no end.',
  'hint.prose-front-matter-open': 'Write “---” on a line of its own below the last line of the front matter.',
  'problem.prose-draft':
    '{named#The name of this page begins with an underscore, as of a draft|This page is said to be a draft}, and it would be published like any other.',
  'hint.prose-draft': 'Keep drafts outside pages/; if it is none, {named#rename it|remove the line “draft:”}.',
  'problem.prose-layout': 'A page cannot choose a layout: every page stands in the frame of the portal.',
  'hint.prose-layout': 'Remove the line “layout:”.',
  'problem.prose-comment': 'A comment like <!-- --> cannot stand in MDX.',
  'hint.prose-comment': 'Write it as {/* comment */}, or remove it.',
  'problem.prose-brace-open': 'The curly bracket that opens here is not closed.',
  'hint.prose-brace-open': 'Add the closing one; where the bracket is part of the text, put a backslash before it: \\{.',
  'problem.prose-tag-open': 'The tag <{tag}> is not closed.',
  'hint.prose-tag-open': 'Add </{tag}>, or write a tag without content as <{tag} />; write a less-than sign in the text as &lt;.',
  'problem.prose-tag-extra': 'There is no <{tag}> before this </{tag}>.',
  'hint.prose-tag-extra': 'Remove it, or add the tag that opens.',
  'problem.prose-script': 'What stands in curly brackets, or after import or export, is not correct JavaScript here.',
  'hint.prose-script': 'Write a curly bracket in the text as \\{; let no line of plain text begin with import or export.',
  'problem.prose-syntax': 'From here on, this is not correct MDX.',
  'hint.prose-syntax': 'Check angle and curly brackets: in the text, write &lt; for a less-than sign and \\{ for a curly bracket.',
  'problem.prose-tag-unknown': 'There is no component “{name}”.',
  'hint.prose-tag-unknown': 'Remove the tag, or import it; write a less-than sign in the text as &lt;.',
  'problem.prose-name-unknown': '“{name}” in curly brackets is not defined.',
  'hint.prose-name-unknown': 'Curly brackets hold JavaScript; where they are part of the text, write \\{.',
  'problem.prose-import-missing': 'There is no “{name}” to import.',
  'hint.prose-import-missing': 'Check the path, which starts from the folder of this page, or remove the line.',
  'problem.prose-picture-missing': 'There is no picture “{name}”.',
  'hint.prose-picture-missing': 'Put the picture into public/ and write its address like “/name.png”; it may also stand beside this page.',
  'problem.prose-picture-kind': '“{name}” is not an address of a picture.',
  'hint.prose-picture-kind': 'Give a picture whose name ends in .png, .jpg, .svg, .webp, .avif, .gif or .tiff, with nothing behind it.',
  'problem.prose-twice': 'This page stands at the same address{case# but for case|} and in the same language as {other}.',
  'hint.prose-twice': 'Put the text of both into one file, and remove the other. A text in another language belongs in pages/<language>/.',
  'problem.prose-language': '“{name}” is where the pages in {lang} stand; no page may have that name.',
  'hint.prose-language': 'Put pages in that language into pages/{lang}/, spelt just so; its home page is pages/{lang}/index.md.',
  'problem.prose-language-unlisted': 'The portal has no pages in {tag}: this one stands at {path}, and is said to be in {lang}.',
  'hint.prose-language-unlisted': 'Add {tag} to languages in portal.yaml, or take the page out of pages/.',
  'problem.prose-name': 'A page that has “{sign}” in its name, or in that of its folder, has no address that leads to it.',
  'hint.prose-name': 'Rename it without #, ? and \\.',
  'problem.prose-taken': 'The site has a file or folder of its own at the address of this page, {path}{case# but for case|}.',
  'hint.prose-taken':
    '{case#To put its text on that page of the site, write its name in the same capitals; else rename it|Rename the page}, or move it to another folder.',
  'problem.prose-link-nowhere': 'The site has no page or file “{url}”.',
  'hint.prose-link-nowhere':
    'Write the address from the portal’s own root, without the path that --base gives: /units/ or /files/plan.pdf. What is elsewhere needs its whole address, with https://.',
  'problem.emblem-missing': 'There is no picture “{value}” in public/: every page would lack its emblem.',
  'hint.emblem-missing': '{near#Did you mean “|}{nearest}{near#”? |}Put the picture into public/, or correct {key} in portal.yaml.',
  'problem.public-twice': 'On Windows and macOS “{path}” is the same name as “{other}”: one would take the place of the other.',
  'hint.public-twice': 'Rename one of them: names must differ in more than case, or how accents are encoded.',
  'problem.public-taken': 'The site has a file or folder of its own at “{path}”.',
  'hint.public-taken': 'Rename this one, or move it away; only favicon.svg, robots.txt and 404.html may be replaced.',
  'problem.prose-broken': 'No page can be made of this file. Astro says: {detail}',
  'hint.prose-broken': 'Check what it imports, its components, and what stands in curly brackets.',
  'problem.prose-orphan-language': 'This page exists in {lang} but not in {other}.',
  'hint.prose-orphan-language': 'Put a translation under pages/{other}/; until then the page shows the original and marks its language.',
  'problem.text-untranslated': '{n} {n#text has|texts have} no {lang}, for example “{example}”.',
  'hint.text-untranslated': 'Add the translation; until then pages show the original and mark its language.',
};
