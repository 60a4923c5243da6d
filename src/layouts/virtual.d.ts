/** Made from the portal at hand by the Vite plugin in src/layouts/makeFrames.ts. */
declare module 'virtual:sunboard' {
  export const input: import('./frameRoutes.ts').FrameInput;
  /** The portal's prose by file, compiled. */
  export const prose: Readonly<Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>>;
}
