/**
 * A screenshot of a page: `node tools/shot.ts URL out.png [--width 390] [--height 900] [--dark]
 * [--top 1200] [--script] [--cookie name=value] [--click SELECTOR]`.
 * The whole page unless --height is given, then that much from --top on; script is off unless
 * --script is.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string' },
    top: { type: 'string', default: '0' },
    dark: { type: 'boolean', default: false },
    script: { type: 'boolean', default: false },
    cookie: { type: 'string', multiple: true, default: [] },
    click: { type: 'string', multiple: true, default: [] },
  },
});
const [url, out] = positionals;
if (url === undefined || out === undefined) {
  process.stderr.write('usage: node tools/shot.ts URL out.png [--width 390] [--dark] …\n');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.ANYSHORE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--hide-scrollbars'],
});
const context = await browser.newContext({
  viewport: { width: Number(values.width), height: Number(values.height ?? 900) },
  colorScheme: values.dark ? 'dark' : 'light',
  javaScriptEnabled: values.script,
});
await context.addCookies(
  values.cookie.map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  }),
);
const page = await context.newPage();
page.on('console', (message) => {
  if (message.type() === 'error') process.stderr.write(`${message.text()}\n`);
});
const answer = await page.goto(url, { waitUntil: 'networkidle' });
for (const selector of values.click) await page.click(selector);
const height = values.height === undefined ? null : Number(values.height);
const clip = { x: 0, y: Number(values.top), width: Number(values.width), height: height ?? 0 };
await page.screenshot({ path: out, fullPage: true, ...(height === null ? {} : { clip }) });
process.stdout.write(`${answer?.status()} ${await page.title()} → ${out}\n`);
await browser.close();
