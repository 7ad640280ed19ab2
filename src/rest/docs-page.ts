/** The document for programs, and Scalar's reader of it for people, whose script we serve ourselves. */
import { randomBytes } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { answer, type Door } from './answer.ts';
import { openapiDocument } from './document.ts';

const SCRIPT = '/api/docs/reader.js';

export function mountDocs(app: Hono, door: Door): void {
  let document: string | undefined;
  app.get('/api/v1/openapi.json', (c) =>
    answer(c, door, async () => {
      document ??= JSON.stringify(openapiDocument());
      const headers = {
        'Content-Type': 'application/json',
        'Cache-Control': 'public, max-age=300',
      };
      return new Response(document, { headers });
    }),
  );
  app.get('/api/docs', (c) => answer(c, door, async () => docsPage()));
  app.get(SCRIPT, (c) => answer(c, door, async () => script()));
}

function docsPage(): Response {
  const nonce = randomBytes(16).toString('base64');
  const configuration = {
    url: '/api/v1/openapi.json',
    withDefaultFonts: false,
    telemetry: false,
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

function script(): Response {
  const entry = createRequire(import.meta.url).resolve('@scalar/api-reference');
  const path = join(dirname(entry), 'browser', 'standalone.js');
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Length': String(statSync(path).size),
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
