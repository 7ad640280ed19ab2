import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { workedMarket } from '../cast/worked-market.ts';
import { testDatabase } from '../database.ts';
import { CHROMIUM } from './browser.ts';
import { Eye } from './eye.ts';
import { serveAs } from './serve-as.ts';

const database = await testDatabase();
const market = await workedMarket(database);
const { ioana, client, receipts, colours, free } = market;
const site = await serveAs(database, { ioana, client });

async function held(batchId: string): Promise<string> {
  const options = { actor: ioana, root: batchId };
  const { assignmentId } = await database.run(acceptNext, { batchId }, options);
  return `/work/assignments/${assignmentId}`;
}

const PAGES: [string, string][] = [
  ['ioana', '/work'],
  ['ioana', '/work?q=zebra&qualified=yes&least_hourly=5'],
  ['client', '/work'],
  ['visitor', '/work'],
  ['ioana', `/work/batches/${receipts}`],
  ['ioana', `/work/batches/${market.closed}`],
  ['ioana', await held(receipts)],
  ['ioana', `${await held(colours)}?auto=off`],
  ['ioana', await held(free)],
  ['ioana', `/work/assignments/${market.approved}`],
  ['ioana', `/work/assignments/${market.waiting}`],
  ['ioana', `/work/assignments/${market.rejected}`],
  ['ioana', `/work/assignments/${market.appealed}`],
  ['ioana', `/work/batches/${receipts}/done?why=no_task_left`],
  ['ioana', '/work/queue'],
  ['ioana', '/work/queue/return'],
  ['ioana', '/work/submissions'],
  ['ioana', '/work/submissions?state=rejected&day=2001-01-01'],
  ['ioana', '/work/earnings'],
  ['ioana', `/evidence/work/${receipts}/hourly`],
  ['ioana', `/evidence/work/${receipts}/pace`],
  ['ioana', `/evidence/work/${receipts}/today`],
  ['ioana', `/evidence/task-clients/${client.partyId}`],
  ['ioana', '/evidence/task-earnings/USD/earned'],
  ['ioana', '/evidence/task-earnings/USD/hour'],
  ['ioana', '/evidence/task-earnings/USD/today'],
  ['ioana', '/dashboard'],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let eye: Eye;
  beforeAll(async () => {
    eye = await Eye.open();
  });
  afterAll(async () => {
    await eye?.close();
    await site.stop();
  });

  it.each(PAGES)('to %s %s is accessible and fits', async (who, path) => {
    // What stands in the client's frame is the client's.
    expect(
      await eye.faultsAt(site.url + path, { cookie: site.cookie(who), leftOut: 'iframe' }),
    ).toEqual([]);
  });
});
