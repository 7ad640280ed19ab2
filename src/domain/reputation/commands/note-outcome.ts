import { partyOf, type Side } from '#domain/contracts/contract.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { outcomeOf } from '../outcome.ts';
import { contractFacts, type EndedContract } from '../queries/contract-facts.ts';

const SIDES = ['client', 'freelancer'] as const satisfies readonly Side[];

export type NotedOutcome = { changed: Side[]; parties: { side: Side; partyId: string }[] };

/**
 * Reads again what both sides of a contract did and keeps it as their outcomes. Does nothing while
 * the contract has not ended; done twice it changes nothing the second time.
 */
export async function noteOutcome(
  ctx: Context,
  input: { contractId: string },
): Promise<NotedOutcome> {
  const db = ctx.tx as unknown as ReadDb;
  // Two readings of one contract stand in line, so that none writes what it read before the other.
  await ctx.tx
    .selectFrom('contract')
    .select('id')
    .where('id', '=', input.contractId)
    .forNoKeyUpdate()
    .execute();
  const ended = await contractFacts(db, input.contractId);
  if (ended === undefined) return { changed: [], parties: [] };
  const changed: Side[] = [];
  for (const side of SIDES) {
    if (await noteSide(ctx, input.contractId, { side, ended })) changed.push(side);
  }
  const { contract } = ended.facts;
  return { changed, parties: SIDES.map((side) => ({ side, partyId: partyOf(contract, side) })) };
}

/** Whether this side's outcome is another than before. */
async function noteSide(
  ctx: Context,
  contractId: string,
  { side, ended }: { side: Side; ended: EndedContract },
): Promise<boolean> {
  const { facts, category, currency } = ended;
  const before = await ctx.tx
    .selectFrom('outcome')
    .select('inputs')
    .where('contractId', '=', contractId)
    .where('side', '=', side)
    .forUpdate()
    .executeTakeFirst();
  const read = outcomeOf(facts, side);
  if (read === null) return before !== undefined && remove(ctx, contractId, side);
  const inputs = JSON.stringify(read.inputs);
  const row = { category, currency, paidMinor: read.paidMinor, inputs, readAt: ctx.now };
  const written = await ctx.tx
    .insertInto('outcome')
    .values({
      ...row,
      contractId,
      side,
      partyId: partyOf(facts.contract, side),
      otherId: partyOf(facts.contract, side === 'client' ? 'freelancer' : 'client'),
      endedAt: facts.contract.endedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['contractId', 'side'])
        .doUpdateSet(row)
        .whereRef('outcome.inputs', 'is distinct from', 'excluded.inputs'),
    )
    .returning('contractId')
    .executeTakeFirst();
  return written !== undefined;
}

async function remove(ctx: Context, contractId: string, side: Side): Promise<boolean> {
  await ctx.tx
    .deleteFrom('outcome')
    .where('contractId', '=', contractId)
    .where('side', '=', side)
    .execute();
  return true;
}
