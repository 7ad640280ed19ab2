/** From bytes to values: everything that can be wrong with a request ends here. */
import { z } from '@hono/zod-openapi';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Operation, Shape } from './operation.ts';
import { type FieldError, RestRefusal } from './problem.ts';

export const MOST_JSON_BYTES = 1024 * 1024;

const NO_BODY = z.strictObject({});

/** The ids in the path. One that we cannot have given out names nothing: `not_found`. */
export function readParams(operation: Operation, params: Record<string, string>): object {
  const parsed = z.object(operation.params ?? {}).safeParse(params);
  return parsed.success ? parsed.data : refuse('not_found');
}

/** The query, held to its names: a mistyped one would quietly give another answer. */
export function readQuery(shape: Shape | undefined, search: URLSearchParams): object {
  const given: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(given, name)) {
      const message = 'must be given once';
      throw new RestRefusal('input_invalid', { errors: [{ in: 'query', field: name, message }] });
    }
    Object.defineProperty(given, name, { value, enumerable: true });
  }
  return parse(z.strictObject(shape ?? {}), given, 'query') as object;
}

/** The JSON body by its schema; without one, no body or an empty object. */
export async function readBody(operation: Operation, request: Request): Promise<unknown> {
  const schema = operation.body?.schema ?? NO_BODY;
  const bytes = await readBytes(request, operation.mostBytes ?? MOST_JSON_BYTES);
  if (bytes.byteLength === 0 && schema.safeParse({}).success) return parse(schema, {}, 'body');
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new RestRefusal('media_type_unsupported', { data: { expected: 'application/json' } });
  }
  return parse(schema, readJson(bytes), 'body');
}

/** All bytes of the body, or `body_too_large` as soon as there are more than `most`. */
async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  const tooLarge = () =>
    new RestRefusal('body_too_large', { data: { limit: `${most / MOST_JSON_BYTES} MiB` } });
  if (announced > most) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RestRefusal('encoding_invalid');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position \d+/.exec(error instanceof Error ? error.message : '')?.[0];
    const reason = position === undefined ? '' : `It ends to be JSON at ${position}.`;
    throw new RestRefusal('json_malformed', { data: { reason } });
  }
}

function parse(schema: z.ZodType, value: unknown, place: FieldError['in']): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).flatMap((issue) => fieldErrors(issue, place));
  throw new RestRefusal('input_invalid', { data: { rule: 'schema' }, errors });
}

function fieldErrors(issue: z.core.$ZodIssue, place: FieldError['in']): FieldError[] {
  const path = issue.path.map(String);
  const at = (names: string[], message: string): FieldError => ({
    in: place,
    field: [...path, ...names].join('.').slice(0, 200),
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((key) => at([key], 'is not a field of this request'));
  }
  return [at([], issue.message)];
}
