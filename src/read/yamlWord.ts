/** Words as YAML wants them, for lines that an office can copy. */

/** A word of YAML in braces. */
export function quoteWord(word: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(word) || /^\d{4}(?:-\S+)?$/.test(word) ? word : JSON.stringify(word);
}

/** A setting as it is to be written for a file: into its entry in portal.yaml, where it has one, else as a whole. */
export function formatSetting(
  { isMapped, table, file }: { readonly isMapped: boolean; readonly table: string; readonly file: string },
  setting: string,
): string {
  return isMapped ? setting : `tables: { ${table}: { file: ${quotePath(file)}, ${setting} } }`;
}

/** The path of a file. */
export function quotePath(file: string): string {
  return quoteWord(file).replace(/^"([\p{L}\p{N}_./-]+)"$/u, '$1');
}
