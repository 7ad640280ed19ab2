import { it } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { testDatabase } from '../database.ts';
import { openBrowser } from './browser.ts';
import { serveAs } from './serve-as.ts';
import { workedMarket } from '../cast/worked-market.ts';

const database = await testDatabase();
const market = await workedMarket(database);
const { ioana, receipts, colours, free } = market;
const site = await serveAs(database, { ioana, client: market.client });
it('shoots', async () => {
  const held = async (batchId: string) =>
    (await database.run(acceptNext, { batchId }, { actor: ioana, root: batchId })).assignmentId;
  const pages: [string, string][] = [
    ['find', '/work'],
    ['none', '/work?q=zebra'],
    ['batch', `/work/batches/${receipts}`],
    ['closed', `/work/batches/${market.closed}`],
    ['work', `/work/assignments/${await held(receipts)}`],
    ['colours', `/work/assignments/${await held(colours)}`],
    ['free', `/work/assignments/${await held(free)}`],
    ['approved', `/work/assignments/${market.approved}`],
    ['waiting', `/work/assignments/${market.waiting}`],
    ['rejected', `/work/assignments/${market.rejected}`],
    ['appealed', `/work/assignments/${market.appealed}`],
    ['done', `/work/batches/${receipts}/done`],
    ['queue', '/work/queue'],
    ['submissions', '/work/submissions'],
    ['earnings', '/work/earnings'],
    ['hourly', `/evidence/work/${receipts}/hourly`],
    ['client', `/evidence/task-clients/${market.client.partyId}`],
    ['tasks', '/tasks'],
    ['dashboard', '/dashboard'],
    ['record', '/record'],
  ];
  const only = process.env.ONLY?.split(',');
  const browser = await openBrowser();
  for (const [name, path] of pages) {
    if (only && !only.includes(name)) continue;
    for (const width of [1280, 390]) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 800 },
        colorScheme: process.env.DARK ? 'dark' : 'light',
      });
      await context.addCookies([site.cookie('ioana')]);
      const page = await context.newPage();
      const answer = await page.goto(site.url + path);
      if (answer?.status() !== 200) console.log(name, answer?.status());
      await page.screenshot({ path: `/tmp/worker/shots/${name}-${width}.png`, fullPage: name !== 'work' || width === 1280 });
      await context.close();
    }
  }
  await browser.close();
  await site.stop();
}, 300_000);
