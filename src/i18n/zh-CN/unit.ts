/** Section `unit` of the dictionary. */
export const unit = {} as const satisfies Record<string, string>;
