/** Section `method` of the dictionary. */
export const method = {} as const satisfies Record<string, string>;
