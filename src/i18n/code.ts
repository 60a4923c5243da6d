/** Codes as people type them: of tasks, awards and units. What indexes them and what asks for them must cut them alike. */

/** The letters and figures of a code in one word (`o-acc-02` → `oacc02`); null for what is none: a code has a figure, and no space or Chinese. */
export function joinCode(text: string): string | null {
  const code = text.trim();
  return /^[\p{Script=Latin}\d][\p{Script=Latin}\d._/-]*$/u.test(code) && /\d/.test(code) ? code.toLowerCase().replace(/[._/-]+/g, '') : null;
}
