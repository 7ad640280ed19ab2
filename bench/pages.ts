/** Page renders per second and bytes, on the demo marketplace, for a visitor and a client. */
import { type Line, loops, rounded } from './measure.ts';
import { type Served, serveMarket } from './served.ts';

export async function benchPages({ seconds }: { seconds: number }): Promise<Line[]> {
  const served = await serveMarket();
  try {
    const idle = served.memoryMb().now;
    const cookie = await signIn(served);
    const contract = await firstContract(served, cookie);
    const pages = [
      { name: 'landing', path: '/', cookie: '' },
      { name: 'dashboard', path: '/dashboard', cookie },
      { name: 'contract', path: contract, cookie },
    ];
    const lines: Line[] = [];
    for (const page of pages) lines.push(await measure(served, page, seconds));
    const peak = served.memoryMb().peak;
    lines.push({
      what: 'server process',
      figures: {
        'ready s, demo included': rounded(served.readySeconds),
        'ready again s': rounded(await served.readyAgainSeconds()),
        'idle MB': Math.round(idle),
        'peak MB': Math.round(peak),
      },
    });
    return lines;
  } finally {
    await served.close();
  }
}

type Page = { name: string; path: string; cookie: string };

async function measure(served: Served, page: Page, seconds: number): Promise<Line> {
  const html = await size(served, page.path, page.cookie);
  const assets = [...html.text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)[#"]/g)];
  const paths = [...new Set(assets.map((match) => match[1] ?? ''))];
  let firstView = html.sent;
  for (const path of paths) firstView += (await size(served, path, '')).sent;
  const rate = await loops({ atOnce: 8, seconds }, () => size(served, page.path, page.cookie));
  return {
    what: page.name,
    figures: {
      'renders/s': Math.round(rate.perSecond),
      'p95 ms': rounded(rate.p95Ms, 1),
      'HTML KB': rounded(html.sent / 1024, 1),
      'first view KB': rounded(firstView / 1024, 1),
      scripts: (html.text.match(/<script/g) ?? []).length,
    },
  };
}

/** Bytes as they were sent: compressed, as a browser asks for them. */
async function size(served: Served, path: string, cookie: string) {
  const answer = await fetch(`${served.url}${path}`, {
    headers: { Cookie: cookie, 'Accept-Encoding': 'br, gzip' },
    redirect: 'manual',
  });
  const told = Number(answer.headers.get('content-length') ?? Number.NaN);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return { text, sent: Number.isNaN(told) ? await compressedSize(text) : told };
}

async function compressedSize(text: string): Promise<number> {
  const { gzipSync } = await import('node:zlib');
  return gzipSync(text).byteLength;
}

async function signIn(served: Served): Promise<string> {
  const answer = await fetch(`${served.url}/sign-in`, {
    method: 'POST',
    headers: { Origin: new URL(served.url).origin },
    body: new URLSearchParams({ _intent: 'demo', email: 'client@demo.test' }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function firstContract(served: Served, cookie: string): Promise<string> {
  const { text } = await size(served, '/contracts', cookie);
  const links = [...text.matchAll(/href="(\/contracts\/[0-9a-f-]{36})"[^>]*>([^<]*)/g)];
  const riverside = links.find((link) => link[2]?.startsWith('Riverside'));
  return riverside?.[1] ?? links[0]?.[1] ?? '/contracts';
}
