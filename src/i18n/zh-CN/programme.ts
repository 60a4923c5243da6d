/** Section `programme` of the dictionary. */
export const programme = {} as const satisfies Record<string, string>;
