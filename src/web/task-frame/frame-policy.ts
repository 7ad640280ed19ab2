/** What a client's HTML may do: nothing but show itself and post its answer to us. */

export type FramePolicy = {
  /** Where we are, as the browser sees us: `https://anyshore.example`. */
  origin: string;
  /** The only address that forms may be sent to; null where nothing is sent. */
  action: string | null;
  scripts: boolean;
};

/**
 * The sandbox stands in the policy too, so that the document is on an origin of its own even where
 * somebody opens its address without our frame around it.
 */
export function framePolicy({ origin, action, scripts }: FramePolicy): string {
  const media = `https: data: blob: ${origin}/samples/`;
  return [
    `sandbox allow-forms${scripts ? ' allow-scripts' : ''}`,
    "default-src 'none'",
    `script-src ${scripts ? "'unsafe-inline' 'unsafe-eval' https: data: blob:" : "'none'"}`,
    "style-src 'unsafe-inline' https:",
    `img-src ${media}`,
    `media-src ${media}`,
    'font-src https: data:',
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${action ?? "'none'"}`,
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Of the small pages that we show in the frame ourselves. */
export function notePolicy(nonce: string): string {
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Of everything in the frame: kept nowhere, told to nobody, given no device. */
export const FRAME_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), clipboard-read=(), publickey-credentials-get=()',
};
