import { requireMember } from '#domain/accounts/permission.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { memberRecord } from '../queries/member-record.ts';
import type { RecordPayload, RecordSelection, RecordSigner } from '../record.ts';
import { usableKey } from './make-signing-key.ts';

export type SignRecord = RecordSelection & {
  signer: RecordSigner;
  /** The address of this marketplace, which the record names as its issuer. */
  issuer: string;
};

export type SignedRecord = {
  /** A compact JWS: header.payload.signature, each in base64url. */
  jws: string;
  keyId: string;
  shown: number;
  seq: number;
};

/** Signs what the actor's party did here; run it with that party as root. */
export async function signRecord(ctx: Context, input: SignRecord): Promise<SignedRecord> {
  const { partyId } = requireMember(ctx.actor, 'sign');
  const { signer, issuer, ...selection } = input;
  const record = await memberRecord(ctx.tx as unknown as ReadDb, partyId, selection);
  const { sub, name, ...rest } = record;
  const iat = Math.floor(ctx.now.getTime() / 1_000);
  const payload: RecordPayload = { iss: issuer, sub, iat, name, ...rest };
  const key = await usableKey(ctx, signer);
  const jws = await signer.sign(key, JSON.stringify(payload));
  if (jws === null) throw new Error('The key was opened a moment ago');
  const { shown, of } = record.selection;
  const { seq } = await appendEvent(ctx, {
    kind: 'record.signed',
    rootKind: 'party',
    rootId: partyId,
    subjectId: partyId,
    parties: [partyId],
    data: { keyId: key.id, side: input.side, shown, of },
  });
  return { jws, keyId: key.id, shown, seq };
}
