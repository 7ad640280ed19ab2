import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** Something happened in a batch that seemed over: the next minute looks at it again. */
export async function unsettle(ctx: Context, batchId: string): Promise<void> {
  await sql`update batch_listing set settled = false
    where batch_id = ${batchId} and settled`.execute(ctx.tx);
}
