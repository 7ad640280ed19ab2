/**
 * Content-Security-Policy of a page. Without a nonce no script may run at all; style attributes
 * are never allowed, so pages use classes and SVG attributes. A page of `tasks` also shows pictures
 * and recordings of clients, and our own frame, which cannot be led to another address.
 */
export function contentSecurityPolicy(nonce: string | null, tasks = false): string {
  const [pictures, more] = tasks ? [' https: http:', TASKS] : ['', []];
  return [
    "default-src 'none'",
    `script-src ${nonce === null ? "'none'" : `'nonce-${nonce}' 'strict-dynamic'`}`,
    "style-src 'self'",
    `img-src 'self' data:${pictures}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...more,
  ].join('; ');
}

const TASKS: readonly string[] = ["media-src 'self' https: http:", "frame-src 'self'"];

/** Headers for everything the web door answers; a page with script has set its own policy before. */
export function setSecurityHeaders(headers: Headers, secure: boolean): void {
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(null));
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (secure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}
