/** The document for programs, and Scalar's reader of it for people, whose script we serve ourselves. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { answer, type Door } from './answer.ts';
import { openapiDocument } from './document.ts';

const SCRIPT = '/api/docs/reader.js';
const gzipped = promisify(gzip);

export function mountDocs(app: Hono, door: Door): void {
  const document = onDemand(async () => Buffer.from(JSON.stringify(openapiDocument())));
  const script = onDemand(() => readFile(scriptPath()));
  app.get('/api/v1/openapi.json', (c) =>
    answer(c, door, () => serve(c, document, 'application/json')),
  );
  app.get('/api/docs', (c) => answer(c, door, async () => docsPage()));
  app.get(SCRIPT, (c) => answer(c, door, () => serve(c, script, 'text/javascript; charset=utf-8')));
}

type Content = { plain: Buffer; packed: Buffer };

/** Made when it is first asked for, and then kept: both are large and never change. */
function onDemand(make: () => Promise<Buffer>): () => Promise<Content> {
  let content: Promise<Content> | undefined;
  return () => {
    content ??= make().then(async (plain) => ({ plain, packed: await gzipped(plain) }));
    return content;
  };
}

async function serve(
  c: Context,
  content: () => Promise<Content>,
  mediaType: string,
): Promise<Response> {
  const packs = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
  const { plain, packed } = await content();
  return new Response(new Uint8Array(packs ? packed : plain), {
    headers: {
      'Content-Type': mediaType,
      'Cache-Control': 'public, max-age=3600',
      Vary: 'Accept-Encoding',
      ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
    },
  });
}

function docsPage(): Response {
  const nonce = randomBytes(16).toString('base64');
  const configuration = {
    url: '/api/v1/openapi.json',
    withDefaultFonts: false,
    telemetry: false,
    showDeveloperTools: 'never',
    hideClientButton: true,
    agent: { disabled: true },
    mcp: { disabled: true },
  };
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Anyshore REST API</title>
<link rel="icon" href="/mark.svg">
</head>
<body>
<noscript><p>This reader needs script. The document itself: <a href="/api/v1/openapi.json">openapi.json</a></p></noscript>
<script id="api-reference" type="application/json" nonce="${nonce}" data-configuration='${JSON.stringify(configuration)}'></script>
<script src="${SCRIPT}" nonce="${nonce}"></script>
</body>
</html>
`;
  // The reader writes style elements and attributes as it draws; only its script is held to the
  // nonce.
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });
}

function scriptPath(): string {
  const entry = createRequire(import.meta.url).resolve('@scalar/api-reference');
  return join(dirname(entry), 'browser', 'standalone.js');
}
