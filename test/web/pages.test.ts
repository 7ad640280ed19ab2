import { afterAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '#platform/database.ts';
import type { Logger } from '#platform/logger.ts';
import type { Flash } from '#web/context.ts';
import { flashCookie } from '#web/flash.ts';
import { testDatabase } from '../database.ts';
import { MARA } from './mara.ts';
import { serveWeb, TEST_SECRET } from './serve.ts';

const db = await testDatabase();
const site = await serveWeb(db);
const mara = await serveWeb(db, { viewer: MARA });
afterAll(async () => {
  await site.stop();
  await mara.stop();
});

const WITHOUT_SCRIPT = [
  '/',
  '/rates',
  '/which-way',
  '/kit',
  '/evidence/rates-2007',
  '/nothing-here',
];

describe('a page', () => {
  it.each(WITHOUT_SCRIPT)('%s ships no script, and its policy lets none run', async (path) => {
    const response = await fetch(site.url + path);
    const html = await response.text();
    expect(html).not.toMatch(/<script|modulepreload|javascript:/i);
    expect(html).not.toMatch(/\son[a-z]+=/i);
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'none'");
  });

  it.each([...WITHOUT_SCRIPT, '/kit/live'])(
    '%s has no style that the policy drops',
    async (path) => {
      const html = await (await fetch(site.url + path)).text();
      expect(html).not.toMatch(/\sstyle=|<style/i);
    },
  );

  it('that asks for script gets it under a fresh nonce', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(`${site.url}/kit/live`);
        const policy = response.headers.get('Content-Security-Policy') ?? '';
        const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? 'none';
        const scripts = (await response.text()).match(/<script[^>]*>/g) ?? [];
        expect(scripts.length).toBeGreaterThan(0);
        for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('carries the headers that keep it where it belongs', async () => {
    const { headers } = await fetch(site.url);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=');
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
  });

  it.each(['br', 'gzip'])('is packed as %s when asked', async (encoding) => {
    const response = await fetch(site.url, { headers: { 'Accept-Encoding': encoding } });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(await response.text()).toMatch(/<\/html>$/);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(site.url, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('what cannot be found', () => {
  it.each(['/nothing-here', '/projects/%00', '/%E0%A4%A', '//evil.example', '/assets/gone.css'])(
    'is said on a page: %s',
    async (path) => {
      const response = await fetch(`${site.url}${path}`, { redirect: 'manual' });
      expect([400, 404]).toContain(response.status);
    },
  );

  it('keeps the bar of who is signed in', async () => {
    const html = await (await fetch(`${mara.url}/nothing-here`)).text();
    expect(html).toContain('Harrow &amp; Lane');
    expect(html).toContain('Nothing is at this address');
  });
});

describe('a page that a visitor may not see', () => {
  it.each(['/projects/01980000-0000-7000-8000-000000000000?sort=price', '/nothing-here'])(
    'offers to sign in and to come back: %s',
    async (path) => {
      const html = await (await fetch(site.url + path)).text();
      const next = encodeURIComponent(path);
      expect(html).toContain(`href="/sign-in?next=${next}"`);
      expect(html).toContain(`href="/sign-up?next=${next}"`);
      expect(await (await fetch(mara.url + path)).text()).not.toContain('/sign-in?next');
    },
  );
});

describe('a form sent from elsewhere', () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${site.url}/theme`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ theme: 'dark' }),
    });

  it.each([
    ['no origin at all', {}],
    ['another site', { Origin: 'https://evil.example' }],
    ['a page in a sandbox', { Origin: 'null' }],
    ['a neighbour', { Origin: 'http://127.0.0.1:1' }],
  ])('is refused with a page: %s', async (_name, headers) => {
    const response = await send(headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(await response.text()).toContain('Refused: this did not come from a page of ours');
  });

  it('is taken from our own page and from the address that people use', async () => {
    for (const Origin of [site.url, 'https://anyshore.example']) {
      expect((await send({ Origin })).status).toBe(303);
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is refused as %s too', async (method) => {
    expect((await fetch(`${site.url}/theme`, { method })).status).toBe(403);
  });

  it('goes nowhere where nothing takes orders', async () => {
    const headers = { Origin: site.url };
    const response = await fetch(`${site.url}/fees`, { method: 'POST', headers });
    expect(response.status).toBe(405);
    expect(await response.text()).toContain('This page takes no orders');
  });

  it('is refused when it is too large, before it is read', async () => {
    const body = new URLSearchParams({ theme: 'x'.repeat(1_100_000) });
    const headers = { Origin: site.url };
    const response = await fetch(`${site.url}/theme`, { method: 'POST', headers, body });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('Too much at once');
  });
});

describe('light and dark', () => {
  it('is written into the page from the cookie', async () => {
    const page = async (Cookie: string) => (await fetch(site.url, { headers: { Cookie } })).text();
    expect(await page('anyshore_theme=dark')).toContain('data-theme="anyshore-dark"');
    expect(await page('anyshore_theme=light')).toContain('data-theme="anyshore"');
    expect(await page('anyshore_theme="><script>')).not.toContain('data-theme');
  });

  it('goes back to the page, never to another site', async () => {
    const go = async (Referer: string) => {
      const response = await fetch(`${site.url}/theme`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: site.url, Referer },
        body: new URLSearchParams({ theme: 'dark' }),
      });
      return response.headers.get('Location');
    };
    expect(await go(`${site.url}/fees?a=1`)).toBe('/fees?a=1');
    expect(await go('https://evil.example/x')).toBe('/x');
    expect(await go('https://evil.example//evil.example/x')).toBe('/');
  });
});

describe('the band after an act', () => {
  const flash: Flash = {
    tone: 'go',
    title: 'Released.',
    text: 'USD 1,440.00 <b>is</b> on its way.',
  };

  it('shows once, as text, and is taken away', async () => {
    const Cookie = flashCookie(flash, TEST_SECRET, new Date()).split(';')[0] ?? '';
    const response = await fetch(`${site.url}/fees`, { headers: { Cookie } });
    const html = await response.text();
    expect(html).toMatch(/role="status".*Released\./s);
    expect(html).toContain('&lt;b&gt;is');
    expect(response.headers.get('Set-Cookie')).toMatch(/anyshore_flash=;.*Max-Age=0/);
  });

  it('is not shown when somebody else wrote it', async () => {
    const Cookie = flashCookie(flash, 'another secret', new Date()).split(';')[0] ?? '';
    const html = await (await fetch(`${site.url}/fees`, { headers: { Cookie } })).text();
    expect(html).not.toContain('Released.');
  });
});

it('an act that is refused keeps its member signed in on the page that says so', async () => {
  const headers = { Origin: mara.url };
  const body = new URLSearchParams({ name: 'Mine now' });
  const response = await fetch(`${mara.url}/operator/terms`, { method: 'POST', headers, body });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain(MARA.name);
});

describe('what is no form', () => {
  it.each([
    ['text/plain', '{"theme"'],
    ['application/json', '{"theme":"dark"}'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; na'],
  ])('is refused as such: %s', async (type, body) => {
    const headers = { Origin: site.url, 'Content-Type': type };
    const response = await fetch(`${site.url}/theme`, { method: 'POST', headers, body });
    expect(response.status).toBe(422);
    const bare = { method: 'DELETE', headers: { Origin: site.url } };
    expect((await fetch(`${site.url}/theme`, bare)).status).toBe(422);
  });

  it('and a large one is not gathered in memory where no file is asked for', async () => {
    const body = new FormData();
    body.append('theme', new Blob(['x'.repeat(2_000_000)]), 'dark.txt');
    const request = { method: 'POST', headers: { Origin: site.url }, body };
    expect((await fetch(`${site.url}/theme`, request)).status).toBe(413);
  });

  it('nor one that hides its length', async () => {
    const chunk = new TextEncoder().encode('-'.repeat(100_000));
    let chunks = 0;
    const body = new ReadableStream({
      pull(controller) {
        chunks += 1;
        if (chunks > 300) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { Origin: site.url, 'Content-Type': 'multipart/form-data; boundary=x' };
    const request = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const status = await fetch(`${site.url}/theme`, request).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
    expect(chunks).toBeLessThan(300);
  });
});

describe('a crash', () => {
  it('shows a number that the log shows too, and nothing of the fault', async () => {
    const told: { number?: string; err?: Error }[] = [];
    const log = () => undefined;
    const broken = new Proxy({} as ReadDb, {
      get() {
        throw new Error('relation "wallet" does not exist');
      },
    });
    const error = (line: { number?: string; err?: Error }) => told.push(line);
    const logger = { debug: log, info: log, warn: log, fatal: log, error } as unknown as Logger;
    const crashing = await serveWeb({ readDb: broken, run: db.run }, { logger });
    const response = await fetch(crashing.url);
    const html = await response.text();
    await crashing.stop();
    expect(response.status).toBe(500);
    expect(html).toContain('No money moved.');
    expect(html).not.toContain('wallet');
    const number = /[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(html)?.[0];
    expect(told[0]).toMatchObject({ number, err: { message: expect.stringContaining('wallet') } });
  });
});

describe('assets', () => {
  it('are kept for ever under hashed names, and come packed', async () => {
    const html = await (await fetch(site.url)).text();
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
    const response = await fetch(site.url + css, { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(response.headers.get('Content-Encoding')).toBe('br');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fserver/index.js',
    '/assets/%2e%2e/%2e%2e/server/index.js',
  ])('let nothing else out: %s', async (path) => {
    expect((await fetch(site.url + path)).status).not.toBe(200);
  });
});
