/** A picture below `public/` of the portal folder, by its path there. */
export const PICTURE = /^(?!.*\.\.)[^/\\\s][^\\<>"]*\.(?:svg|png|webp|jpe?g)$/i;
