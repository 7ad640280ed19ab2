import { createHmac } from 'node:crypto';
import { mintToken } from '#domain/accounts/secret-token.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';

/**
 * A secret that is shown once. Under an Idempotency-Key it follows from the key, so that a repeated
 * request shows the same secret although nobody has kept it; whoever lacks the installation's
 * secret cannot work it out. 43 characters, like every other token.
 */
export function derivedSecret(
  call: { key: string | undefined; actor: MemberActor; services: { secret: string } },
  purpose: string,
): string {
  const { key, actor, services } = call;
  if (key === undefined) return mintToken();
  return createHmac('sha256', services.secret)
    .update([purpose, actor.memberId, actor.partyId, key].join('\u0000'))
    .digest('base64url');
}
