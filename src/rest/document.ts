/** The OpenAPI 3.1 document, made from the same list as the router. */
import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { endingView } from './contracts/change-view.ts';
import { changesSomething, type Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEMS, type ProblemCode, problemDetail, problemRow } from './problems.ts';
import { money } from './schema.ts';

const DESCRIPTION = `Everything that the pages of this marketplace do, for programs.

- **Keys.** \`Authorization: Bearer ash_…\`. A key acts for one party (a member or an organization) within its scopes: read, work, money.
- **Money** is a decimal text with its currency: \`{"amount": "1600.00", "currency": "USD"}\`. Times are ISO 8601 in UTC.
- **Repeating.** Send an \`Idempotency-Key\` with everything that changes something; acts that move money need one. The same key with the same input happens once and answers the same, with \`Idempotent-Replayed: true\`. Another act or other input under it is refused.
- **Refusals** are \`application/problem+json\` (RFC 9457) with a stable \`code\`, the field to blame and what to do.
- **Pages.** \`?limit=&cursor=\`; \`next_cursor\` is null on the last one.
- **Limits.** \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) come with every answer; over the limit is 429 with \`Retry-After\`.
- **Evidence.** Every act answers with the \`event\` that it left in the log; GET /events/{eventId} shows it with its transfers.`;

const problem = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    instance: z.string(),
    request_id: z.string(),
    field: z.string().optional(),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'header']),
          field: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    about: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Problem');

export function openapiDocument(): object {
  const app = new OpenAPIHono();
  const { openAPIRegistry: registry } = app;
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key: ash_ and 43 characters.',
  });
  // Named first as themselves: met first where they may be null, they would be null everywhere.
  registry.register('Money', money);
  registry.register('Ending', endingView);
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    registry.registerComponent('examples', code, { value: exampleOf(code) });
  }
  for (const operation of OPERATIONS) registry.registerPath(routeOf(operation));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Anyshore REST API', version: '1', description: DESCRIPTION },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
  });
}

function routeOf(operation: Operation): RouteConfig {
  const { method, path, tag, summary, scope } = operation;
  const description = describe(operation);
  return {
    method,
    path,
    operationId: operation.id,
    tags: [tag],
    summary,
    ...(description === '' ? {} : { description }),
    security: scope === null ? [{}, { apiKey: [] }] : [{ apiKey: [] }],
    ...(scope === null ? {} : { 'x-scope': scope }),
    request: requestOf(operation),
    responses: { ...answerOf(operation), ...problemsOf(operation) },
  };
}

function describe({ description, scope, operator, keyRequired }: Operation): string {
  const needs = [
    scope === null ? undefined : `Scope: ${scope}.`,
    operator ? 'Only for operators of this marketplace.' : undefined,
    keyRequired ? 'Moves money, so an Idempotency-Key is required.' : undefined,
  ];
  return [description, ...needs].filter((one) => one !== undefined).join(' ');
}

function requestOf(operation: Operation): NonNullable<RouteConfig['request']> {
  const { params, query, body, upload, keyRequired } = operation;
  const key = z.string().min(1).max(200).openapi({
    description:
      'A fresh one for each act, the same one when the request is repeated. It is kept for 30 days with the engagement it was sent for: used for another, it is another key.',
    example: '5f0c1d9e-6b1f-4c59-9d5e-1b0a4d4f7a10',
  });
  const headers = changesSomething(operation)
    ? { headers: z.object({ 'Idempotency-Key': keyRequired ? key : key.optional() }) }
    : {};
  const bytes = z.string().openapi({ format: 'binary' });
  return {
    ...headers,
    ...(params === undefined ? {} : { params: z.object(params) }),
    ...(query === undefined ? {} : { query: z.object(query) }),
    ...(upload ? { body: { content: { 'application/octet-stream': { schema: bytes } } } } : {}),
    ...(body === undefined
      ? {}
      : {
          body: {
            required: !body.schema.safeParse({}).success,
            content: { 'application/json': { schema: body.schema, example: body.example } },
          },
        }),
  };
}

function answerOf({ answer, summary }: Operation): RouteConfig['responses'] {
  if ('mediaType' in answer) {
    const schema = z.string().openapi({ format: 'binary' });
    const types = [answer.mediaType, ...(answer.orElse === undefined ? [] : [answer.orElse])];
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    return { 200: { description: summary, content } };
  }
  const { status = 200, schema, example } = answer;
  const content = { 'application/json': { schema, example } };
  const headers = status === 201 ? { headers: z.object({ Location: z.string() }) } : {};
  return { [status]: { description: summary, content, ...headers } };
}

/** The problems of one operation by their status, each with one example a code. */
function problemsOf(operation: Operation): RouteConfig['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codesOf(operation)) {
    const { status } = problemRow(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses: RouteConfig['responses'] = {};
  for (const [status, codes] of byStatus) {
    const examples = Object.fromEntries(
      codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
    );
    responses[status] = {
      description: codes.map((code) => problemRow(code).title).join('; '),
      content: { 'application/problem+json': { schema: problem, examples } },
    };
  }
  return responses;
}

/** What any request may meet, by what it takes, and what the act itself refuses. */
function codesOf(operation: Operation): Set<ProblemCode> {
  const { scope, params, query, body, upload, keyRequired, refuses = [] } = operation;
  const writes = changesSomething(operation);
  return new Set<ProblemCode>([
    ...(scope === null ? [] : (['not_signed_in', 'scope_missing', 'not_allowed'] as const)),
    ...(params === undefined ? [] : (['not_found'] as const)),
    ...(query === undefined && body === undefined ? [] : (['input_invalid'] as const)),
    ...(body === undefined
      ? []
      : (['json_malformed', 'media_type_unsupported', 'body_too_large'] as const)),
    ...(upload ? (['media_type_unsupported'] as const) : []),
    ...(keyRequired ? (['idempotency_key_required'] as const) : []),
    ...(writes ? (['idempotency_key_reused'] as const) : []),
    ...refuses,
    'rate_limited',
  ]);
}

function exampleOf(code: ProblemCode) {
  const { status, title } = problemRow(code);
  return {
    type: `https://anyshore.example/api/v1/problems/${code}`,
    title,
    status,
    code,
    detail: problemDetail(code, {}),
    instance: '/api/v1/contracts',
    request_id: '5f0c1d9e-6b1f-4c59-9d5e-1b0a4d4f7a10',
  };
}
