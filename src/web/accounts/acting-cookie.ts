/** Whom a member chose to act for: kept in its browser, checked against its roles at each request. */
import { readSigned, signValue } from '#web/signed-cookie.ts';

const COOKIE = 'anyshore_acting_for';
const YEAR_SECONDS = 31_536_000;

type Site = { secret: string; secure: boolean };

export function actingCookie(memberId: string, partyId: string, { secret, secure }: Site): string {
  const value = signValue(`${memberId} ${partyId}`, COOKIE, secret);
  const flags = `Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${COOKIE}=${value}; ${flags}`;
}

/** The party that this member chose in this browser; another member's choice is not its own. */
export function readActing(
  cookies: Map<string, string>,
  memberId: string,
  secret: string,
): string | null {
  const [chooser, partyId] = readSigned(cookies.get(COOKIE), COOKIE, secret)?.split(' ') ?? [];
  return chooser === memberId && partyId !== undefined ? partyId : null;
}
