import { homeOf } from '#domain/kernel/ids.ts';
import { lockMarket } from '#domain/market/commands/lock-market.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { activeKey } from '../queries/signing-keys.ts';
import type { RecordSigner, SealedKey } from '../record.ts';

/**
 * Makes a new key for members' records and retires the one before: that one signs no more, and what
 * it signed stays valid. Run it with the market as root.
 */
export async function rotateSigningKey(
  ctx: Context,
  { signer }: { signer: RecordSigner },
): Promise<{ keyId: string; retired: string | null }> {
  await lockMarket(ctx);
  const before = await activeKey(ctx.tx as unknown as ReadDb);
  const key = await makeSigningKey(ctx, signer);
  return { keyId: key.id, retired: before?.id ?? null };
}

/** The key that signs now. The first record makes it; one that no longer opens is replaced. */
export async function usableKey(ctx: Context, signer: RecordSigner): Promise<SealedKey> {
  const db = ctx.tx as unknown as ReadDb;
  const found = await activeKey(db);
  if (found !== undefined && (await signer.sign(found, '')) !== null) return found;
  await lockMarket(ctx);
  const meanwhile = await activeKey(db);
  if (meanwhile !== undefined && meanwhile.id !== found?.id) return meanwhile;
  return makeSigningKey(ctx, signer);
}

async function makeSigningKey(ctx: Context, signer: RecordSigner): Promise<SealedKey> {
  const key = await signer.makeKey();
  await ctx.tx
    .updateTable('signingKey')
    .set({ retiredAt: ctx.now })
    .where('retiredAt', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('signingKey')
    .values({
      id: key.id,
      publicJwk: JSON.stringify(key.publicJwk),
      privateSealed: key.privateSealed,
      madeAt: ctx.now,
    })
    .execute();
  await appendEvent(
    { ...ctx, home: homeOf(MARKET_ROOT) },
    {
      kind: 'signing_key.made',
      rootKind: 'market',
      rootId: MARKET_ROOT,
      parties: [],
      data: { keyId: key.id },
    },
  );
  return key;
}
