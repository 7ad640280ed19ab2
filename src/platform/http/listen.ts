import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../start-error.ts';

export type Listening = {
  port: number;
  /** Takes no new connections, lets running requests finish, and cuts what is left after the time. */
  drain(patienceMs: number): Promise<void>;
};

/** Serves the app; throws a `StartError` when the port is somebody else's. */
export async function listen(app: Hono, at: { port: number; host: string }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Longer than the usual idle time of a proxy, which would else meet a connection we just closed.
  server.keepAliveTimeout = 72_000;
  await bind(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    drain: (patienceMs) => drain(server, patienceMs),
  };
}

/** Fails early, and with the same words, when the port will not be ours. */
export async function probePort(at: { port: number; host: string }): Promise<void> {
  const { createServer } = await import('node:http');
  const server = createServer();
  await bind(server, at);
  await new Promise((resolve) => server.close(resolve));
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is taken. Set another one, such as: PORT=${port + 1} bin/start`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `Port ${port} needs more rights than this user has. Set PORT to 1024 or more.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartError(`HOST must be an address of this machine; ${host} is not.`);
  }
  return error;
}

async function drain(server: Server, patienceMs: number): Promise<void> {
  let closed = false;
  server.close(() => {
    closed = true;
  });
  for (const end = Date.now() + patienceMs; !closed && Date.now() < end; await sleep(20)) {
    // A kept-alive connection is idle only between requests.
    server.closeIdleConnections();
  }
  server.closeAllConnections();
}
