/**
 * The pages alone on a free loopback port, without a database: for looking at them and for tests.
 * `node test/web/serve.ts [port]` prints the address.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AttemptLimits } from '#platform/attempt-limits.ts';
import type { Auth } from '#platform/auth.ts';
import type { ReadDb } from '#platform/database.ts';
import { createLogger } from '#platform/logger.ts';
import type { Viewer } from '#web/context.ts';
import { mountWeb } from '#web/mount.ts';

export type Served = { url: string; stop: () => Promise<void> };

export async function serveWeb(options: { port?: number; viewer?: Viewer } = {}): Promise<Served> {
  const app = new Hono();
  await mountWeb(app, {
    readDb: {} as ReadDb,
    auth: {} as Auth,
    limits: {} as AttemptLimits,
    run: () => Promise.reject(new Error('There is no database here')),
    logger: createLogger('silent'),
    config: {
      url: 'http://127.0.0.1',
      secret: 'only-for-looking-at-pages',
      operatorName: 'Northshore Cooperative',
      sourceUrl: 'https://source.example/anyshore',
      demo: true,
    },
    loadViewer: (request) => {
      const signedIn = /(?:^|; )look=member/.test(request.headers.get('Cookie') ?? '');
      return Promise.resolve(options.viewer ?? (signedIn ? MARA : null));
    },
  });
  return new Promise((ready) => {
    const server = serve(
      { fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' },
      ({ port }) =>
        ready({
          url: `http://127.0.0.1:${port}`,
          stop: () => new Promise((stopped) => server.close(() => stopped())),
        }),
    );
  });
}

/** A member who acts for a firm, for herself, and looks on at a third. */
export const MARA: Viewer = {
  name: 'Mara Oduya',
  actor: {
    kind: 'member',
    memberId: '01930000-0000-7000-8000-000000000001',
    partyId: '01930000-0000-7000-8000-000000000002',
    role: 'owner',
    scopes: ['read', 'work', 'money'],
    operator: false,
  },
  actingFor: [
    {
      partyId: '01930000-0000-7000-8000-000000000002',
      name: 'Harrow & Lane',
      role: 'owner',
      balances: [{ amountMinor: 620_418n, currency: 'USD' }],
    },
    {
      partyId: '01930000-0000-7000-8000-000000000001',
      name: 'Mara Oduya',
      role: 'self',
      balances: [{ amountMinor: 41_200n, currency: 'USD' }],
    },
    {
      partyId: '01930000-0000-7000-8000-000000000003',
      name: 'Brightwater Utilities',
      role: 'member',
      balances: null,
    },
  ],
  unreadNotifications: 2,
  theme: null,
  timeZone: 'UTC',
};

if (import.meta.main) {
  const { url } = await serveWeb({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`${url}\n`);
}
