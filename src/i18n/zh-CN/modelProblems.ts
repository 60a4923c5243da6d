/** Section `modelProblems` of the dictionary. */
export const modelProblems = {} as const satisfies Record<string, string>;
