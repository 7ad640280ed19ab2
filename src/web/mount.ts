/** Mounts the pages on the process's Hono app: files, limits, then one answer per request. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler, type ServerBuild } from 'react-router';
import type { Failure } from './context.ts';
import { answerRequest, type PageHandler, type WebServices } from './request/answer-request.ts';
import { mountTaskFrame } from './task-frame/mount-task-frame.ts';
import { takeAnswer } from './task-frame/take-answer.ts';

const BUILD = new URL('../../build/', import.meta.url);
const MEGABYTE = 1_000_000;

/** Call last: it answers every address that no other door took. Needs `npm run build`. */
export async function mountWeb(app: Hono, services: WebServices): Promise<void> {
  const server = new URL('server/index.js', BUILD);
  if (!existsSync(server)) throw new Error('The pages are not built: npm run build');
  const build = (await import(server.href)) as ServerBuild;
  const handler: PageHandler = createRequestHandler(build, 'production');
  serveFiles(app);
  const { readDb, run, config } = services;
  mountTaskFrame(app, { readDb, secret: config.secret, take: takeAnswer(run) });
  app.all('*', limitBody(services, handler), (c) => answerRequest(c, services, handler, null));
}

function serveFiles(app: Hono): void {
  const root = fileURLToPath(new URL('client/', BUILD));
  const plain = serveStatic({
    root,
    precompressed: true,
    onFound: (path, c) => {
      // Names under assets/ carry a hash of the content.
      const forever = path.includes('/assets/');
      const life = forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      c.header('Cache-Control', life);
      c.header('X-Content-Type-Options', 'nosniff');
    },
  });
  for (const path of ['/assets/*', '/samples/*', '/mark.svg']) app.get(path, plain);
}

function limitBody(services: WebServices, handler: PageHandler): ReturnType<typeof bodyLimit> {
  const refused: Failure = { kind: 'refusal', code: 'body_too_large', data: {} };
  const onError = (c: Context) => answerRequest(c, services, handler, refused);
  const form = bodyLimit({ maxSize: services.maxFormBytes ?? MEGABYTE, onError });
  const files = bodyLimit({ maxSize: services.maxUploadBytes ?? 110 * MEGABYTE, onError });
  return (c, next) => (isUpload(c.req.raw.headers) ? files(c, next) : form(c, next));
}

/** Of unknown length it would be gathered in memory to be counted; browsers always tell it. */
function isUpload(headers: Headers): boolean {
  const type = headers.get('Content-Type') ?? '';
  return type.startsWith('multipart/form-data') && !headers.has('Transfer-Encoding');
}
