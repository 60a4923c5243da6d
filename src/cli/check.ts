/** `sunboard check DIR [--format text|json|github|sarif]`: every problem in the folder. Exit 0 none, 1 problems. */
import { languageOf, openPortal } from './openPortal.ts';
import { checkFolder, choiceOption, dateOption, readOptions } from './options.ts';
import { FORMATS, printProblems } from './problemText.ts';
import { VERSION } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command; its exit code. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { dir, values } = readOptions('check', args, { format: { type: 'string' }, 'as-of': { type: 'string' } }, terminal);
  const format = choiceOption(values.format, FORMATS);
  const asOf = dateOption(values['as-of']);
  checkFolder(dir);
  const { problems, folder } = await openPortal(dir, { asOf, today: terminal.today });
  const lang = languageOf(folder, terminal.language);
  terminal.print(printProblems(problems, format, { lang, root: dir, version: VERSION, passedOver: folder.listPassedOver() }).trimEnd());
  return problems.failed ? 1 : 0;
}
