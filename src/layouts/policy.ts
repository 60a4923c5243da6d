/**
 * The Content-Security-Policy of every page. It is constant: no hash, no nonce, no inline style or script, nothing from elsewhere.
 * `wasm-unsafe-eval` lets the search compile its own WebAssembly, which comes from this site.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
