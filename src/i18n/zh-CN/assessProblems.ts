/** Section `assessProblems` of the dictionary. */
export const assessProblems = {} as const satisfies Record<string, string>;
