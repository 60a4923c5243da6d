/** Section `site` of the dictionary. */
export const site = {} as const satisfies Record<string, string>;
