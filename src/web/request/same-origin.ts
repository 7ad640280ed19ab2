/**
 * Whether a request that may change something comes from our own pages. Browsers say so in
 * Sec-Fetch-Site (secure contexts) or Origin (every POST since 2020); a request with neither is
 * refused here, because programs have the REST door.
 */
export function comesFromHere(headers: Headers, ownUrls: readonly string[]): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('Origin');
  if (origin === null || !URL.canParse(origin)) return false;
  // A proxy that ends TLS makes the schemes differ, so hosts are compared.
  const host = new URL(origin).host;
  return ownUrls.some((url) => URL.canParse(url) && new URL(url).host === host);
}

export function changesSomething(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
