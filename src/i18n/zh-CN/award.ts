/** Section `award` of the dictionary. */
export const award = {} as const satisfies Record<string, string>;
