import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { PORTFOLIO_LIMITS, type PortfolioTexts } from '../portfolio.ts';
import { ownFreelancer } from '../queries/own-freelancer.ts';
import { portfolioPicture } from '../queries/portfolio-picture.ts';
import { addPortfolioItem } from './add-portfolio-item.ts';
import {
  changePortfolioItem,
  movePortfolioItem,
  removePortfolioItem,
} from './change-portfolio-item.ts';
import { unlistFreelancer } from './list-freelancer.ts';
import { notePicture } from './loose-picture.ts';

const { db, readDb, run } = await testDatabase();
const { work, removed } = clockwork({ run, readDb });
const ana = await castFreelancer(run, 'Ana Dumitru');
const picture = { width: 1200, height: 675 };
const notFound = { code: 'not_found' };

const HARBOUR: PortfolioTexts = {
  title: 'Harbour at dusk',
  about: 'For the **planning board** of Constanța.',
  alt: 'A lit pier between two warehouses',
  link: 'https://example.org/harbour',
  category: 'architectural-illustration',
};

async function noted(actor: MemberActor, now = new Date()): Promise<string> {
  const pictureId = newId(homeOf(actor.partyId), now);
  await run(notePicture, { pictureId }, { actor, root: pictureId, now });
  return pictureId;
}

async function add(actor: MemberActor, texts: Partial<PortfolioTexts> = {}): Promise<string> {
  const itemId = await noted(actor);
  const input = { ...HARBOUR, ...texts, itemId, picture };
  await run(addPortfolioItem, input, { actor, root: itemId });
  return itemId;
}

async function titles(actor: MemberActor): Promise<string[]> {
  return (await ownFreelancer(readDb, actor)).portfolio.map(({ title }) => title);
}

test('an item is shown, changed, moved and removed, and only its owner may', async () => {
  const first = await add(ana);
  const second = await add(ana, { title: 'Library' });
  expect(await titles(ana)).toEqual(['Harbour at dusk', 'Library']);
  const act = { actor: ana, root: first };
  const changed = await run(changePortfolioItem, { itemId: first, title: 'Harbour' }, act);
  expect(changed.changed).toEqual(['title']);
  expect(await run(changePortfolioItem, { itemId: first, title: 'Harbour' }, act)).toEqual({
    changed: [],
    seq: null,
  });
  await run(movePortfolioItem, { itemId: first, to: 'down' }, act);
  expect(await titles(ana)).toEqual(['Library', 'Harbour']);
  expect(await run(movePortfolioItem, { itemId: first, to: 'down' }, act)).toEqual({ seq: null });
  await run(movePortfolioItem, { itemId: first, to: 'up' }, act);
  expect(await titles(ana)).toEqual(['Harbour', 'Library']);
  const other = await castFreelancer(run, 'Tunde Bello');
  const theirs = { actor: other, root: first };
  const refused = [
    run(changePortfolioItem, { itemId: first, title: 'Mine' }, theirs),
    run(removePortfolioItem, { itemId: first }, theirs),
  ];
  for (const act of refused) await expect(act).rejects.toMatchObject(notFound);
  await run(removePortfolioItem, { itemId: first }, act);
  await run(removePortfolioItem, { itemId: second }, act);
  expect(await titles(ana)).toEqual([]);
});

test('its picture is open to all while its owner is listed', async () => {
  const itemId = await add(ana);
  expect(await portfolioPicture(readDb, itemId, null)).toEqual({ id: itemId, open: true });
  const own = { actor: ana, root: ana.partyId };
  await run(unlistFreelancer, {}, own);
  await expect(portfolioPicture(readDb, itemId, null)).rejects.toMatchObject(notFound);
  expect((await portfolioPicture(readDb, itemId, ana.partyId)).open).toBe(false);
  await db.updateTable('portfolioItem').set({ hiddenAt: new Date() }).execute();
  await expect(portfolioPicture(readDb, itemId, null)).rejects.toMatchObject(notFound);
  expect((await portfolioPicture(readDb, itemId, ana.partyId)).open).toBe(false);
  expect((await ownFreelancer(readDb, ana)).portfolio).toHaveLength(1);
  await expect(portfolioPicture(readDb, 'x', null)).rejects.toMatchObject(notFound);
});

test.each<[Partial<PortfolioTexts>, string]>([
  [{ title: '' }, 'title'],
  [{ alt: '' }, 'alt'],
  [{ link: 'javascript:alert(1)' }, 'link'],
  [{ category: 'no-such-thing' }, 'category'],
])('%o is refused, and its picture stays loose', async (texts, field) => {
  const eve = await castMember(run, `Eve ${field}`);
  await expect(add(eve, texts)).rejects.toMatchObject({ code: 'input_invalid', field });
  expect(await titles(eve)).toEqual([]);
  const loose = await db
    .selectFrom('loosePicture')
    .select('id')
    .where('partyId', '=', eve.partyId)
    .execute();
  expect(loose).toHaveLength(1);
});

test('a picture that nobody noted, that another sent, or that waited too long is not taken', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const late = await noted(mara, new Date(Date.now() - 61 * 60_000));
  const others = await noted(ana);
  for (const itemId of [newId(homeOf(mara.partyId)), others, late]) {
    const adding = run(
      addPortfolioItem,
      { ...HARBOUR, itemId, picture },
      { actor: mara, root: itemId },
    );
    await expect(adding).rejects.toMatchObject({ code: 'picture_refused' });
  }
  const itemId = newId(homeOf(mara.partyId));
  await run(
    addPortfolioItem,
    { ...HARBOUR, alt: '', itemId, picture: null },
    { actor: mara, root: itemId },
  );
  expect((await ownFreelancer(readDb, mara)).portfolio).toMatchObject([{ width: null }]);
});

test('twelve items are the end, also at once', async () => {
  const eve = await castMember(run, 'Eve Novak');
  const tries = Array.from({ length: PORTFOLIO_LIMITS.items + 3 }, (_, n) =>
    add(eve, { title: `Work ${n}` }).then(
      () => 'added',
      (error) => error.data.rule,
    ),
  );
  const ends = await Promise.all(tries);
  expect(ends.filter((end) => end === 'added')).toHaveLength(PORTFOLIO_LIMITS.items);
  expect(ends.filter((end) => end === 'too_many')).toHaveLength(3);
  const rows = await db
    .selectFrom('portfolioItem')
    .select('position')
    .where('freelancerId', '=', eve.partyId)
    .orderBy('position')
    .execute();
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
});

test('nobody fills the disk with loose pictures', async () => {
  const eve = await castMember(run, 'Eve Loose');
  for (let sent = 0; sent < PORTFOLIO_LIMITS.loose; sent += 1) await noted(eve);
  await expect(noted(eve)).rejects.toMatchObject({ code: 'too_many_files' });
});

test('the sweep takes what no item shows: uploads that broke off and items that went', async () => {
  const eve = await castMember(run, 'Eve Swept');
  const kept = await add(eve);
  const gone = await add(eve);
  await run(removePortfolioItem, { itemId: gone }, { actor: eve, root: gone });
  const broken = await noted(eve);
  // The same upload once more, after its item was made.
  await run(notePicture, { pictureId: kept }, { actor: eve, root: kept });
  const now = new Date();
  await work('drop-pictures', now);
  expect(removed).toEqual(expect.arrayContaining([gone, `${gone}.400`, `${gone}.1200`]));
  expect(removed).not.toContain(broken);
  await work('drop-pictures', new Date(now.getTime() + 61 * 60_000));
  expect(removed).toContain(`${broken}.400`);
  expect(removed.some((name) => name.startsWith(kept))).toBe(false);
  const loose = await db.selectFrom('loosePicture').select('id').execute();
  expect(loose).toEqual([]);
});
