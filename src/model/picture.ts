/** A picture below `public/` of the portal folder, by its path there. */
export const PICTURE = /^(?!.*\.\.)[^/\\\s][^\\<>"]*\.(?:svg|png|webp|jpe?g)$/i;

/** A picture that a page of prose has beside it, by its address there: one that Astro can measure, and nothing that may be a program. */
export const PICTURE_BESIDE = /^[^?#]+\.(?:svg|png|webp|jpe?g|gif|avif|tiff?)$/i;
