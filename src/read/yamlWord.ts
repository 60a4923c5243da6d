/** Words as YAML wants them, for lines that an office can copy. */

/** A word of YAML in braces. */
export function quoteWord(word: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(word) || /^\d{4}(?:-\S+)?$/.test(word) ? word : JSON.stringify(word);
}

/** The path of a file. */
export function quotePath(file: string): string {
  return quoteWord(file).replace(/^"([\p{L}\p{N}_./-]+)"$/u, '$1');
}
