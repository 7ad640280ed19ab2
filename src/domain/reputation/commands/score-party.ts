import { refreshListing } from '#domain/directory/commands/refresh-listing.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import type { ScoreSide } from '../quality-score.ts';
import { type OutcomeRow, outcomesOf } from '../queries/outcomes.ts';
import { toldInvitations } from '../queries/told-invitations.ts';
import { type CountedOutcome, type Figures, figuresOf } from '../reputation.ts';
import { responseOf } from '../response.ts';

export type ScoreParty = { partyId: string; side: ScoreSide };

/**
 * Computes the score and the rates of one side of a party and keeps them; run it with the party as
 * root. The log tells of a freelancer's score that an outcome moved, not of one that only aged.
 */
export async function scoreParty(
  ctx: Context,
  { partyId, side }: ScoreParty,
): Promise<{ score: number | null; told: boolean }> {
  const db = ctx.tx as unknown as ReadDb;
  // Two scorings of one party wait for each other, so that the later sees what the earlier saw.
  await ctx.tx
    .selectFrom('party')
    .select('id')
    .where('id', '=', partyId)
    .forNoKeyUpdate()
    .execute();
  const outcomes = await outcomesOf(db, partyId, side);
  const figures = figuresOf(outcomes.map(counted), ctx.now, side);
  const told = side === 'freelancer' ? await toldInvitations(db, partyId, ctx.now) : [];
  const response = responseOf(told, ctx.now);
  const before = await ctx.tx
    .selectFrom('reputation')
    .select(['score', 'asOf'])
    .where('partyId', '=', partyId)
    .where('side', '=', side)
    .executeTakeFirst();
  const nothing = outcomes.length === 0 && response.count === 0;
  if (before === undefined && nothing) return { score: null, told: false };
  const row = {
    ...figures,
    moved: JSON.stringify(figures.moved),
    responseHours: response.hours,
    responseRate: response.rate,
    responseCount: response.count,
    asOf: ctx.now,
  };
  await ctx.tx
    .insertInto('reputation')
    .values({ ...row, partyId, side })
    .onConflict((conflict) => conflict.columns(['partyId', 'side']).doUpdateSet(row))
    .execute();
  if (side === 'freelancer') await refreshListing(ctx, partyId);
  const moved = movedSince(outcomes, before, figures);
  if (moved && side === 'freelancer') await tell(ctx, partyId, figures);
  return { score: figures.score, told: moved && side === 'freelancer' };
}

function counted({ input, readAt, inputs }: OutcomeRow): CountedOutcome {
  return { input, readAt, onTime: inputs.seen.onTime ?? null };
}

/** Whether an outcome changed since the last scoring, and the score with it. */
function movedSince(
  outcomes: readonly OutcomeRow[],
  before: { score: number | null; asOf: Date } | undefined,
  figures: Figures,
): boolean {
  if (before === undefined) return figures.score !== null;
  const fewer = (figures.score === null) !== (before.score === null);
  return fewer || (figures.score !== before.score && outcomes.some((o) => o.readAt > before.asOf));
}

async function tell(ctx: Context, partyId: string, figures: Figures): Promise<void> {
  await appendEvent(ctx, {
    kind: 'freelancer.scored',
    rootKind: 'party',
    rootId: partyId,
    subjectId: figures.moved?.contractId ?? partyId,
    parties: [partyId],
    data: {
      score: figures.score,
      low: figures.low,
      high: figures.high,
      contracts: figures.contracts,
      moved: figures.moved,
    },
  });
}
