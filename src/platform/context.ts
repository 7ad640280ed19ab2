import type { Actor } from '#domain/kernel/actor.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import type { Sendable, Tx } from './database.ts';

/** What a command works with: its transaction, who acts, the time, and the home it may write. */
export type Context = {
  readonly tx: Tx;
  /**
   * Sends a statement whose answer the command does not need. What it meets is thrown by `run`, so
   * not for one whose failure the command would turn into a refusal.
   */
  readonly later: (statement: Sendable) => void;
  readonly actor: Actor;
  readonly now: Date;
  readonly home: number;
  /** Whether the relay has anything to do for events of this kind; told to the event log alone. */
  readonly reacts: (kind: EventKind) => boolean;
};

/** What a command may return: it is stored beside the idempotency key and told again on a retry. */
export type JsonResult =
  | null
  | boolean
  | number
  | string
  | JsonResult[]
  | { [key: string]: JsonResult };

export type Command<Input, Result extends JsonResult> = (
  ctx: Context,
  input: Input,
) => Promise<Result>;
