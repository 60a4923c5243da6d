/** Section `cli` of the dictionary. */
export const cli = {} as const satisfies Record<string, string>;
