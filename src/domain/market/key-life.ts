/** How long an idempotency key gives the same answer again: longer than any client keeps trying. */
const KEY_DAYS = 30;
const DAY_MS = 86_400_000;

export function keysForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - KEY_DAYS * DAY_MS);
}
