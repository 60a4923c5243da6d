/** Section `task` of the dictionary. */
export const task = {} as const satisfies Record<string, string>;
