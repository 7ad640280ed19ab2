import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openapiDocument } from '#rest/document.ts';
import { OPERATIONS } from '#rest/operations.ts';
import { PROBLEMS } from '#rest/problems.ts';
import { testDatabase } from '../database.ts';
import { openDoor } from './door.ts';

type Media = { schema: object; example?: unknown; examples?: Record<string, { $ref: string }> };
type Content = Record<string, Media>;
type Described = {
  operationId: string;
  parameters?: { name: string; in: string; schema: { example?: unknown }; required?: boolean }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; examples: Record<string, { value: unknown }> };
};

const document = openapiDocument() as Document;
const described = Object.values(document.paths).flatMap((path) => Object.values(path));
const STREAMS = new Set(['application/octet-stream', 'text/csv', 'application/jsonl']);
const { send, app } = openDoor(await testDatabase());

test('the committed document is what the routes say', () => {
  const committed = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(document)));
  expect(document.openapi).toBe('3.1.0');
});

test('the document holds every operation, and every id once', () => {
  const ids = described.map((one) => one.operationId);
  expect(ids.sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

describe('examples agree with their schemas', () => {
  test.each(described.map((one) => [one.operationId, one] as const))('%s', (_id, operation) => {
    const answers = Object.values(operation.responses).map((one) => one.content ?? {});
    for (const content of [operation.requestBody?.content ?? {}, ...answers]) {
      for (const [type, media] of Object.entries(content)) checkMedia(type, media);
    }
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in === 'path') expect(parameter.required).toBe(true);
    }
  });

  function checkMedia(type: string, media: Media): void {
    const given = Object.values(media.examples ?? {}).map(({ $ref }) => {
      const name = $ref.split('/').at(-1) ?? '';
      return document.components.examples[name]?.value;
    });
    const examples = media.example === undefined ? given : [media.example, ...given];
    if (STREAMS.has(type)) return;
    expect(examples.length).toBeGreaterThan(0);
    const schema = schemaOf(media.schema);
    for (const example of examples) expect(schema.safeParse(example).error).toBeUndefined();
  }
});

test('every problem can be looked up, by its code and in the list', async () => {
  const { body } = await send('GET', '/problems');
  expect(body.items).toHaveLength(Object.keys(PROBLEMS).length);
  const answer = await send('GET', '/problems/insufficient_funds');
  expect(answer.body).toMatchObject({ code: 'insufficient_funds', status: 409 });
});

test('the reader of the document runs its own script alone', async () => {
  const page = await app.request('http://market.test/api/docs');
  const policy = page.headers.get('Content-Security-Policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const html = await page.text();
  const sources = [...html.matchAll(/<script[^>]*src="([^"]+)"[^>]*nonce="([^"]+)"/g)];
  expect(sources.map(([, source, held]) => [source, held])).toEqual([
    ['/api/docs/reader.js', nonce],
  ]);
  expect(html).not.toMatch(/https?:\/\//);
  const script = await app.request('http://market.test/api/docs/reader.js');
  expect(script.headers.get('Content-Type')).toMatch('text/javascript');
  expect((await script.text()).length).toBeGreaterThan(1_000_000);
});

test('paths and methods that are not there say what is', async () => {
  const nowhere = await send('GET', '/nowhere');
  expect(nowhere.body).toMatchObject({ status: 404, code: 'no_such_path' });
  const wrong = await send('DELETE', '/projects');
  expect(wrong.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(wrong.headers.get('Allow')).toBe('GET, POST, HEAD');
});

/** JSON Schema as the document writes it, read by the library that wrote none of it. */
function schemaOf(schema: object): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const local = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema(local);
}
