/**
 * The visitor's address: the socket's, or, behind reverse proxies of ours, the one that the
 * outermost of them saw. Each proxy adds its caller at the end of X-Forwarded-For; what stands
 * before that was written by the visitor and is not believed.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | null | undefined,
  proxies: number,
): string {
  const seen = (forwardedFor ?? '').split(',').map((one) => one.trim());
  const outermost = proxies > 0 ? seen.at(-proxies) : undefined;
  return outermost || socketAddress || 'unknown';
}
