/** A worker is told of new tasks that it may be shown, by the same hourly look as of everything. */
import { expect, test } from 'vitest';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { orderedBatch } from '#test/cast/batches.ts';
import { payIn } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { savedSearches } from '../queries/saved-searches.ts';
import { saveSearch } from './save-search.ts';

const { db, readDb, run } = await testDatabase();
const { work } = clockwork({ run, readDb });
const mara = await castMember(run, 'Mara Oduya');
const ioana = await castMember(run, 'Ioana Petrescu');
const eve = await castMember(run, 'Eve Blocked');
await payIn(run, mara, { amountMinor: 100_000n });
const begun = new Date();
const hours = (count: number) => new Date(begun.getTime() + count * 3_600_000);

function told(memberId: string) {
  return db
    .selectFrom('event')
    .select('data')
    .where('rootId', '=', memberId)
    .where('kind', '=', 'saved_search.told')
    .execute();
}

test('new tasks are told to whom they are shown, and old ones to nobody', async () => {
  await orderedBatch(run, mara, { title: 'Colours of last week' }, { now: hours(-1) });
  const input = { kind: 'tasks', name: 'Colours', query: 'q=colour&cursor=x&sort=best' } as const;
  for (const actor of [ioana, eve]) {
    await run(saveSearch, input, { actor, root: actor.memberId, now: begun });
  }
  expect(await savedSearches(readDb, ioana)).toMatchObject([{ kind: 'tasks', query: 'q=colour' }]);
  const wrong = { ...input, query: 'sort=luck' };
  const act = { actor: ioana, root: ioana.memberId };
  await expect(run(saveSearch, wrong, act)).rejects.toMatchObject({ field: 'sort' });
  const block = { workerId: eve.memberId, reason: 'Copies answers.' };
  await run(blockWorker, block, { actor: mara, root: mara.partyId });
  await work('tell-saved-searches', hours(1.5));
  expect(await told(ioana.memberId)).toEqual([]);
  await orderedBatch(run, mara, {}, { now: hours(2) });
  await orderedBatch(run, mara, { title: 'Numbers', keywords: [] }, { now: hours(2) });
  await work('tell-saved-searches', hours(3));
  expect((await told(ioana.memberId)).map(({ data }) => data)).toMatchObject([
    {
      kind: 'tasks',
      count: 1,
      first: 'The newest: Name the colour of a thing, for Mara Oduya.',
      link: '/work?q=colour&sort=newest',
    },
  ]);
  expect(await told(eve.memberId)).toEqual([]);
});
