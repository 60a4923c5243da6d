/** Section `common` of the dictionary. */
export const common = {} as const satisfies Record<string, string>;
