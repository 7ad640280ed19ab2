import type { Actor } from '#domain/kernel/actor.ts';
import type { Tx } from './database.ts';

/** What a command works with: its transaction, who acts, the time, and the home it may write. */
export type Context = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly home: number;
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
