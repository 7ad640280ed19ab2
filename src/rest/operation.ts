/**
 * An operation is one method on one path: what it takes, what it answers, who may ask, and its
 * handler. The router, the OpenAPI document and the tests are all made from the same list.
 */
import type { z } from '@hono/zod-openapi';
import type { MemberActor, Scope } from '#domain/kernel/actor.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Logger } from '#platform/logger.ts';
import type { Run } from '#platform/run.ts';
import type { ProblemCode } from './problems.ts';

export type RestServices = {
  /** May answer a little late; used by reads. */
  readDb: ReadDb;
  /** The primary: knows what an act has just written. */
  primaryDb: ReadDb;
  run: Run;
  files: FileStore;
  log: Logger;
  /** The address that people use, without a slash at its end. */
  publicUrl: string;
  secret: string;
  /** How many reverse proxies stand in front. */
  proxies: number;
  limits?: { requestsPerKey: number; requestsPerAddress: number };
  /** Holds every answer to its own schema; for tests. */
  checkAnswers?: boolean;
};

export type Tag =
  | 'Accounts'
  | 'Directory'
  | 'Projects'
  | 'Contracts'
  | 'Tasks'
  | 'Work'
  | 'Qualifications'
  | 'Reputation'
  | 'Money'
  | 'Evidence'
  | 'Operator'
  | 'Market';

export type Shape = Record<string, z.ZodType>;
type Values<S extends Shape> = { [Name in keyof S]: z.output<S[Name]> };

/** What a handler works with. */
export type Call<Params, Query, Body, Who> = {
  params: Params;
  query: Query;
  body: Body;
  actor: Who;
  /** The actor as a reader: whoever may act may see what came of it, even with a key that cannot read. */
  sight: Who;
  now: Date;
  /** For reads: the replica; in acts, which must see what they wrote, the primary. */
  db: ReadDb;
  services: RestServices;
  /** The caller's Idempotency-Key. */
  key: string | undefined;
  /** The bytes of an upload; every other body is in `body`. */
  request: Request;
  /** Runs a command under the caller's Idempotency-Key; `root` as `run` takes it. */
  act<Input, Result extends JsonResult>(
    command: Command<Input, Result>,
    input: Input,
    root: string,
    /** Tells several acts under the one key apart. */
    part?: string,
  ): Promise<Result>;
};

export type Reply<Body> = { body: Body; location?: string; headers?: Record<string, string> };

type Common<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, such as `/milestones/{milestoneId}/funding`. */
  path: string;
  /** The operationId: verb and noun, and the same one for ever. */
  id: string;
  tag: Tag;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: { schema: B; example: z.input<B> };
  /** How large a JSON body may be, where one of the usual size would be too small. */
  mostBytes?: number;
  /** Takes bytes instead of JSON. */
  upload?: true;
  answer:
    | { status?: 200 | 201; schema: A; example: z.input<A> }
    | { mediaType: string; orElse?: string };
  /** Only for operators of this marketplace. */
  operator?: true;
  /** Moves money, so it is not done without an Idempotency-Key. */
  keyRequired?: true;
  /** Refusals beyond the ones that any request may meet. */
  refuses?: readonly ProblemCode[];
};

type Handle<P extends Shape, Q extends Shape, B, A, Who> = (
  call: Call<Values<P>, Values<Q>, B, Who>,
) => Promise<Reply<A> | Response>;

/** An operation whose types are settled, as the router and the document read it. */
export type Operation = Common<Shape, Shape, z.ZodType, z.ZodType> & {
  /** The scope that the key needs; null lets visitors in. */
  scope: Scope | null;
  handle: Handle<Shape, Shape, unknown, unknown, MemberActor | null>;
};

// biome-ignore lint/complexity/noBannedTypes: no names at all, where a record would mean any name.
type Nothing = {};

/** An operation for members, with a key of this scope. */
export function operation<
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends z.ZodType = z.ZodType<Nothing>,
  A extends z.ZodType = z.ZodType<never>,
>(
  spec: Common<P, Q, B, A> & {
    scope: Scope;
    handle: Handle<P, Q, z.output<B>, z.input<A>, MemberActor>;
  },
): Operation {
  return spec as unknown as Operation;
}

/** An operation for everybody; a key, when there is one, shows its party what is its own. */
export function openOperation<
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  A extends z.ZodType = z.ZodType<never>,
>(
  spec: Common<P, Q, z.ZodType<Nothing>, A> & {
    handle: Handle<P, Q, Nothing, z.input<A>, MemberActor | null>;
  },
): Operation {
  return { ...spec, scope: null } as unknown as Operation;
}

/** Whether the operation changes something, and so takes an Idempotency-Key. */
export function changesSomething(operation: Pick<Operation, 'method'>): boolean {
  return operation.method !== 'get';
}
