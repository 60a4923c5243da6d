/** Section `board` of the dictionary. */
export const board = {} as const satisfies Record<string, string>;
