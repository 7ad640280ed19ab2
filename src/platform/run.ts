/**
 * The command pipeline, and the only place that opens write transactions:
 * idempotency key → transaction → command (which appends its event) → commit, tried again while
 * the database says "not now" and the caller's key makes trying again safe.
 */
import { createHash } from 'node:crypto';
import { type ControlledTransaction, sql } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { drawHome, homeOf } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Command, Context, JsonResult } from './context.ts';
import type { Database } from './database.ts';
import { SentAhead } from './pipeline/sent-ahead.ts';
import { retryAdvice } from './retry.ts';
import type { DB } from './schema.ts';

export type RunOptions = {
  actor: Actor;
  /** Any id of the engagement the act belongs to, or 'new' to draw a home for a new root. */
  root: string;
  /** The caller's idempotency key: the same key and input has one effect and one answer. */
  key?: string;
  now?: Date;
};

export type Run = <Input, Result extends JsonResult>(
  command: Command<Input, Result>,
  input: Input,
  options: RunOptions,
) => Promise<Result>;

export type RunSettings = {
  /**
   * Called after each commit with something for the relay, so that it need not wait for its next
   * look; also after one without any event, which may have written a mail.
   */
  onCommit?: () => void;
  /** Whether events of this kind start jobs; the others are born relayed. All do when absent. */
  reacts?: (kind: EventKind) => boolean;
  /** How long a lost database is waited for, in milliseconds. */
  patienceMs?: number;
};

const UNIQUE_RETRIES = 8;
/** Keeps these advisory locks apart from others. */
const LINE_CLASS = 8_130;

/** Makes `run` for one database. Refusals pass through; failures that do not pass are thrown. */
export function createRun(db: Database, settings: RunSettings = {}): Run {
  const patienceMs = settings.patienceMs ?? 30_000;
  return async function run(command, input, options) {
    const now = options.now ?? new Date();
    const home =
      options.root === 'new'
        ? drawHome(options.key && `${actorKey(options.actor)}:${options.key}`)
        : homeOf(options.root);
    const deadline = Date.now() + patienceMs;
    let inLine = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const events = new EventNotes(settings.reacts);
        const result = await once(db, command, input, { ...options, now, home, inLine, events });
        if (events.concernRelay()) settings.onCommit?.();
        return result;
      } catch (error) {
        const advice = retryAdvice(error);
        const unsafe = error instanceof OutcomeUnknown && options.key === undefined;
        const tired =
          advice === 'unique' ? attempt > UNIQUE_RETRIES : Date.now() + 50 * attempt > deadline;
        if (advice === 'no' || unsafe || tired) throw error;
        inLine ||= advice === 'numbering';
        await pause(advice === 'lost' ? attempt * 50 : attempt * 5);
      }
    }
  };
}

/** What one act told the event log. */
class EventNotes {
  private any = false;
  private heard = false;
  private readonly listens: (kind: EventKind) => boolean;

  constructor(listens: (kind: EventKind) => boolean = () => true) {
    this.listens = listens;
  }

  reacts(kind: EventKind): boolean {
    const heard = this.listens(kind);
    this.any = true;
    this.heard ||= heard;
    return heard;
  }

  concernRelay(): boolean {
    return this.heard || !this.any;
  }
}

/** A COMMIT whose answer was lost: it may or may not have happened. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost during COMMIT; the outcome is unknown', { cause });
    this.name = 'OutcomeUnknown';
  }
}

async function once<Input, Result extends JsonResult>(
  db: Database,
  command: Command<Input, Result>,
  input: Input,
  options: RunOptions & { now: Date; home: number; inLine: boolean; events: EventNotes },
): Promise<Result> {
  const tx = await db.startTransaction().execute();
  const { actor, now, home, events } = options;
  const ahead = await SentAhead.on(tx);
  const ctx: Context = {
    tx,
    later: (statement) => ahead.send(statement),
    actor,
    now,
    home,
    reacts: (kind) => events.reacts(kind),
  };
  let result: Result;
  try {
    if (options.inLine) await standInLine(ctx);
    if (options.key === undefined) {
      result = await command(ctx, input);
    } else {
      const claim = { key: options.key, command: command.name, hash: inputHash(input) };
      const earlier = await claimKey(ctx, claim);
      if (earlier !== undefined) {
        await tx.rollback().execute();
        return earlier.result as Result;
      }
      result = await command(ctx, input);
      await storeResult(ctx, options.key, result);
    }
  } catch (error) {
    await rollback(tx);
    throw (await ahead.failure()) ?? error;
  }
  await commit(tx, ahead);
  return result;
}

/** COMMIT follows what was sent ahead; where the server refused any of that, it rolls back. */
async function commit(tx: ControlledTransaction<DB>, ahead: SentAhead): Promise<void> {
  const [outcome] = await Promise.allSettled([tx.commit().execute()]);
  const failure = await ahead.failure();
  if (failure instanceof Error && 'severity' in failure) throw failure;
  if (outcome?.status !== 'rejected') return;
  const { reason } = outcome;
  throw retryAdvice(reason) === 'lost' ? new OutcomeUnknown(reason) : reason;
}

/**
 * Acts that draw numbers of one log without another lock between them meet at its unique key, where
 * all but one are rolled back. Those who lost once wait for each other instead, per home.
 */
async function standInLine({ tx, home }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LINE_CLASS}, ${home})`.execute(tx);
}

/** Takes the key, or gives the answer it got earlier. A key that is being used now is waited for. */
async function claimKey(
  ctx: Context,
  claim: { key: string; command: string; hash: string },
): Promise<{ result: unknown } | undefined> {
  const actorId = actorKey(ctx.actor);
  const taken = await ctx.tx
    .insertInto('idempotencyKey')
    .values({
      home: ctx.home,
      actorId,
      key: claim.key,
      command: claim.command,
      inputHash: claim.hash,
      result: 'null',
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['home', 'actorId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken !== undefined) return undefined;
  const earlier = await ctx.tx
    .selectFrom('idempotencyKey')
    .select(['command', 'inputHash', 'result'])
    .where('home', '=', ctx.home)
    .where('actorId', '=', actorId)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  if (earlier.command !== claim.command || earlier.inputHash !== claim.hash) {
    return refuse('idempotency_key_reused', { key: claim.key });
  }
  return { result: earlier.result };
}

async function storeResult(ctx: Context, key: string, result: JsonResult): Promise<void> {
  await ctx.tx
    .updateTable('idempotencyKey')
    .set({ result: JSON.stringify(result) })
    .where('home', '=', ctx.home)
    .where('actorId', '=', actorKey(ctx.actor))
    .where('key', '=', key)
    .execute();
}

function actorKey(actor: Actor): string {
  return actor.kind === 'member' ? `${actor.memberId}:${actor.partyId}` : actor.name;
}

function inputHash(input: unknown): string {
  const text = JSON.stringify(input, (_name, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return createHash('sha256').update(text).digest('base64url');
}

async function rollback(tx: ControlledTransaction<DB>): Promise<void> {
  // A broken connection cannot roll back; the server does when it notices.
  await tx
    .rollback()
    .execute()
    .catch(() => undefined);
}

function pause(milliseconds: number): Promise<void> {
  const jittered = milliseconds * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, jittered));
}
