/** Section `readProblems` of the dictionary. */
export const readProblems = {} as const satisfies Record<string, string>;
