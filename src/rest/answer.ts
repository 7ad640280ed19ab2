/** One request through the door: limits → key → scope → parse → handler → answer. */
import { createHash, randomUUID } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { touchApiKey } from '#domain/accounts/commands/touch-api-key.ts';
import { requireOperator } from '#domain/accounts/permission.ts';
import { actorOfApiKey, type KeyedActor } from '#domain/accounts/queries/actor-of-api-key.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { clientAddress } from '#platform/client-address.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import { changesSomething, type Operation, type RestServices } from './operation.ts';
import { problemResponse, RestRefusal } from './problem.ts';
import type { RateLimits } from './rate-limits.ts';
import { MOST_JSON_BYTES, readBody, readParams, readQuery } from './read-request.ts';

export type Door = { services: RestServices; limits: RateLimits };

/** What is told beside the answer itself, whether it is a yes or a no. */
type Beside = { headers: Record<string, string>; replayed: boolean };

/** Answers with `serve`, or with the problem that it threw; sets what every answer carries. */
export async function answer(
  c: HonoContext,
  door: Door,
  serve: (beside: Beside) => Promise<Response>,
): Promise<Response> {
  const { publicUrl, log } = door.services;
  const requestId = randomUUID();
  const beside: Beside = { headers: {}, replayed: false };
  let response: Response;
  try {
    response = await serve(beside);
  } catch (error) {
    const { method, path } = c.req;
    if (c.req.raw.signal.aborted) {
      log.info({ requestId, method, path }, 'the caller went away');
      return new Response(null, { status: 400 });
    }
    response = problemResponse(error, { publicUrl, log, requestId, method, path });
  }
  const { headers } = response;
  for (const [name, value] of Object.entries(beside.headers)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (response.status >= 400 && mayLinger(c.req.raw)) headers.set('Connection', 'close');
  if (beside.replayed) headers.set('Idempotent-Replayed', 'true');
  headers.set('X-Request-Id', requestId);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  if (publicUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

/** Whether a part of the body that nobody read may still be on its way on this connection. */
function mayLinger({ body, bodyUsed, headers }: Request): boolean {
  if (body === null) return false;
  return !bodyUsed || Number(headers.get('Content-Length') ?? Infinity) > MOST_JSON_BYTES;
}

/** The operation itself. */
export async function serveOperation(
  c: HonoContext,
  door: Door,
  { operation, beside }: { operation: Operation; beside: Beside },
): Promise<Response> {
  const { services } = door;
  const now = new Date();
  const keyed = await admit(c, door, { beside, now });
  const actor = keyed?.actor ?? null;
  permit(operation, actor);
  const request = c.req.raw;
  const key = readKey(operation, request);
  const params = readParams(operation, c.req.param());
  const query = readQuery(operation.query, new URL(request.url).searchParams);
  const body = operation.upload ? {} : await readBody(operation, request);
  const writes = changesSomething(operation);
  const reply = await operation.handle({
    params: params as never,
    query: query as never,
    body,
    actor,
    sight: actor && { ...actor, scopes: [...new Set([...actor.scopes, 'read' as const])] },
    now,
    db: writes ? services.primaryDb : services.readDb,
    services,
    key,
    request,
    act: actOf(services, { actor, key, beside }),
  });
  return reply instanceof Response ? reply : present(operation, reply, services);
}

/** Whoever sends the key; null for a visitor. A key that opens nothing is never a visitor. */
async function admit(
  c: HonoContext,
  { services, limits }: Door,
  { beside, now }: { beside: Beside; now: Date },
): Promise<KeyedActor | null> {
  const address = addressOf(c, services.proxies);
  const authorization = c.req.header('Authorization');
  if (authorization === undefined) {
    beside.headers = await limits.takeAddress(address);
    return null;
  }
  await limits.checkAddress(address);
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
  const keyed = await actorOfApiKey(services.primaryDb, secret, now);
  if (keyed === null) {
    beside.headers = await limits.takeAddress(address);
    return refuse('not_signed_in');
  }
  beside.headers = await limits.takeKey(keyed.keyId);
  if (keyed.unnoted) await note(services, keyed);
  return keyed;
}

/** That a key was used is worth knowing, but no reason to refuse what it asks. */
async function note({ run, log }: RestServices, { keyId, actor }: KeyedActor): Promise<void> {
  try {
    await run(touchApiKey, { keyId }, { actor, root: keyId });
  } catch (error) {
    log.warn({ err: error, keyId }, 'the use of an API key could not be noted');
  }
}

function addressOf(c: HonoContext, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return clientAddress(incoming?.socket?.remoteAddress, c.req.header('X-Forwarded-For'), proxies);
}

function permit({ scope, operator }: Operation, actor: MemberActor | null): void {
  if (scope === null) return;
  const member = actor ?? refuse('not_signed_in');
  if (operator) requireOperator(member);
  if (!member.scopes.includes(scope)) refuse('scope_missing', { scope });
}

function readKey(operation: Operation, request: Request): string | undefined {
  if (!changesSomething(operation)) return undefined;
  const key = request.headers.get('Idempotency-Key');
  if (key === null) {
    if (operation.keyRequired) throw new RestRefusal('idempotency_key_required');
    return undefined;
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new RestRefusal('idempotency_key_invalid');
  return key;
}

/** `run` for this caller. A command that did not run here ran before: its answer is told again. */
function actOf(
  { run }: RestServices,
  caller: { actor: MemberActor | null; key: string | undefined; beside: Beside },
) {
  return async <Input, Result extends JsonResult>(
    command: Command<Input, Result>,
    input: Input,
    root: string,
    part?: string,
  ): Promise<Result> => {
    const actor = caller.actor ?? refuse('not_signed_in');
    const { beside } = caller;
    const key = partKey(caller.key, part);
    let ran = false;
    const watched: Command<Input, Result> = (ctx, given) => {
      ran = true;
      return command(ctx, given);
    };
    // The name is part of what an Idempotency-Key stands for.
    Object.defineProperty(watched, 'name', { value: command.name });
    const result = await run(watched, input, {
      actor,
      root,
      ...(key === undefined ? {} : { key }),
    });
    beside.replayed = !ran;
    return result;
  };
}

/** The keys of callers are at most 200 characters, as the column is. */
function partKey(key: string | undefined, part: string | undefined): string | undefined {
  if (key === undefined || part === undefined) return key;
  return createHash('sha256').update(`${key} ${part}`).digest('base64url');
}

function present(
  operation: Operation,
  reply: { body: unknown; location?: string; headers?: Record<string, string> },
  services: RestServices,
): Response {
  const shape = operation.answer;
  if ('mediaType' in shape) throw new Error(`${operation.id} answers with bytes`);
  if (services.checkAnswers) shape.schema.parse(reply.body);
  const { location } = reply;
  return Response.json(reply.body, {
    status: shape.status ?? 200,
    headers: {
      ...reply.headers,
      ...(location === undefined ? {} : { Location: `/api/v1${location}` }),
    },
  });
}
