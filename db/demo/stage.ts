/**
 * The stage of the demo marketplace: who is there, and short words for what they do. Everything
 * runs through commands at a time of its own, so that the ledger and the event log are real.
 */
import { sql } from 'kysely';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { dueEarnings, sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import type { Command, Context, JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Run } from '#platform/run.ts';

const DAY_MS = 86_400_000;

export type Stage = {
  run: Run;
  readDb: ReadDb;
  files: FileStore;
  /** The moment of the show: what happened is told in days before it. */
  today: Date;
};

/**
 * A moment so many days before the show, in working hours: 2 is an evening, 2.5 the noon of that
 * day, 2.9 its morning. Fewer days are always later.
 */
export function daysAgo(stage: Stage, days: number): Date {
  const whole = Math.floor(days);
  const midnight = new Date(stage.today).setUTCHours(0, 0, 0, 0) - (whole + 1) * DAY_MS;
  const hours = 8 + (1 - (days - whole)) * 10;
  const minutes = (whole * 17) % 53;
  return new Date(midnight + hours * 3_600_000 + minutes * 60_000);
}

/** A day such as 2026-12-24, so many days after the show. */
export function dayIn(stage: Stage, days: number): string {
  return new Date(stage.today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

export type Scene = { actor: MemberActor; root: string; ago: number };

/** Somebody does something, so many days before the show. */
export function act<Input, Result extends JsonResult>(
  stage: Stage,
  scene: Scene,
  [command, input]: [Command<Input, Result>, Input],
): Promise<Result> {
  const now = daysAgo(stage, scene.ago);
  return stage.run(command, input, { actor: scene.actor, root: scene.root, now });
}

/** Moves to the wallets what had waited long enough by then. */
export async function sweepUntil(stage: Stage, ago: number): Promise<void> {
  const now = daysAgo(stage, ago);
  const actor = systemActor('earnings');
  for (const { id, contractId } of await dueEarnings(stage.readDb, now, 1_000)) {
    const earning = await stage.readDb
      .selectFrom('earning')
      .select('availableAt')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await stage.run(
      sweepEarning,
      { earningId: id },
      { actor, root: contractId, now: earning.availableAt },
    );
  }
}

/** The milestones of a contract in their order. */
export async function milestonesOf(stage: Stage, contractId: string): Promise<string[]> {
  const rows = await stage.readDb
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.id);
}

/** One of a list that must have it. */
export function nth<T>(list: readonly T[], place: number): T {
  return list[place] ?? refuse('not_found', { thing: 'part of the demo', place });
}

/**
 * Lets this transaction's commit not wait for the disk. The demo counts once its last act is
 * there, which waits for all before it.
 */
export async function spareTheDisk({ tx }: Context): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx);
}
