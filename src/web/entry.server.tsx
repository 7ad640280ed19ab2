import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { type Failure, type Web, type WebRefusalCode, webKey } from '#web/context.ts';
import { type Failed, FailureContext } from '#web/failure.tsx';
import { NonceContext } from '#web/nonce.ts';
import { handleOf, type PageHandle } from '#web/page-handle.ts';
import { refusalStatus } from '#web/refusals.ts';
import { contentSecurityPolicy } from '#web/request/security-headers.ts';

/** Renders one page whole: most ship no script, so there is nothing to stream towards. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const all = loadContext.get(webKey);
  const { failure, nonce } = all;
  const wanted = failure === null ? handlesOf(routerContext) : [];
  const scripted = wanted.some((handle) => handle.script === true);
  const enhanced = wanted.some((handle) => handle.enhance !== undefined);
  const tasks = wanted.some((handle) => handle.tasks === true);
  if (!scripted) dropHandoff(routerContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (scripted || enhanced || tasks) {
    const policy = contentSecurityPolicy(scripted || enhanced ? nonce : null, tasks);
    headers.set('Content-Security-Policy', policy);
  }
  const page = (
    <FailureContext value={failedOf(all)}>
      <NonceContext value={nonce}>
        <ServerRouter
          context={routerContext}
          url={request.url}
          {...(scripted ? { nonce } : undefined)}
        />
      </NonceContext>
    </FailureContext>
  );
  const html = scripted ? await renderAll(page, nonce) : `<!DOCTYPE html>${renderToString(page)}`;
  return new Response(html, {
    status: failure === null ? status : failureStatus(failure),
    headers,
  });
}

const CODES: Readonly<Record<number, WebRefusalCode | 'not_found'>> = {
  404: 'not_found',
  413: 'body_too_large',
};

/** Called by React Router for everything thrown; refusals become pages, the rest gets a number. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const all = context.get(webKey);
  if (all.failure !== null || request.signal.aborted) return;
  if (isRefusal(error)) {
    all.failure = { kind: 'refusal', code: error.code, data: error.data };
  } else if (isRouteErrorResponse(error) && error.status < 500) {
    const code = CODES[error.status] ?? 'no_such_act';
    all.failure = { kind: 'refusal', code, data: {} };
  } else {
    all.failure = { kind: 'crash', number: all.logCrash(error) };
  }
};

function handlesOf({ staticHandlerContext, routeModules }: EntryContext): PageHandle[] {
  const { matches, loaderData } = staticHandlerContext;
  return matches.map(({ route: { id } }) => handleOf(routeModules[id]?.handle, loaderData[id]));
}

function dropHandoff(routerContext: EntryContext): void {
  void routerContext.serverHandoffStream?.cancel();
  delete routerContext.serverHandoffStream;
}

/** By the request of the reader, not by the one for which a refusal's page is drawn. */
function failedOf({ failure, request, viewer }: Web): Failed | null {
  if (failure === null) return null;
  const { pathname, search } = new URL(request.url);
  const path = pathname + search;
  return { failure, method: request.method, path, signedIn: viewer !== null };
}

function failureStatus(failure: Failure): number {
  return failure.kind === 'crash' ? 500 : refusalStatus(failure.code);
}

async function renderAll(page: React.ReactElement, nonce: string): Promise<string> {
  const sink = new PassThrough();
  const { pipe } = await new Promise<ReturnType<typeof renderToPipeableStream>>((ready, fail) => {
    const stream = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => ready(stream),
      onShellError: fail,
      onError: fail,
    });
  });
  pipe(sink);
  return readAll(sink);
}
