import { expect, test } from 'vitest';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import { categories } from '#domain/projects/queries/categories.ts';
import { castFreelancer } from '#test/cast/freelancers.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { LIGHTHOUSE, openProject } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { searchFreelancers } from '../queries/search-freelancers.ts';
import { taxonomy } from '../queries/taxonomy.ts';
import { categoryUses, skillUses } from '../queries/taxonomy-uses.ts';
import { slugOf } from '../taxonomy.ts';
import { type ChangeTaxonomy, changeTaxonomy } from './change-taxonomy.ts';
import { editFreelancer } from './edit-freelancer.ts';

const { db, readDb, run } = await testDatabase();
const { react } = clockwork({ run, readDb });
const operator = await castOperator(run, 'Dana Keeper');

function act(input: ChangeTaxonomy, actor = operator) {
  return run(changeTaxonomy, input, { actor, root: MARKET_ROOT });
}

async function inFamily(family: string): Promise<string[]> {
  const all = await taxonomy(readDb, { retired: true });
  return all.filter((one) => one.family === family).map(({ slug }) => slug);
}

test('a category and a skill are added, changed, moved, retired and restored', async () => {
  const category = { kind: 'category', slug: 'falconry' } as const;
  await act({
    ...category,
    act: 'add',
    name: ' Falconry ',
    family: 'household',
    also: ['hawking', ''],
  });
  const skill = { kind: 'skill', slug: 'hood-making' } as const;
  await act({ ...skill, act: 'add', name: 'Hoods', category: 'falconry' });
  expect((await taxonomy(readDb)).at(-1)).toMatchObject({
    slug: 'falconry',
    name: 'Falconry',
    also: ['hawking'],
    skills: [{ slug: 'hood-making', name: 'Hoods' }],
  });
  const before = await inFamily('household');
  await act({ ...category, act: 'up' });
  const after = await inFamily('household');
  expect(after.indexOf('falconry')).toBe(before.indexOf('falconry') - 1);
  expect(after).toHaveLength(before.length);
  await act({ ...category, act: 'down' });
  expect(await inFamily('household')).toEqual(before);
  expect(await act({ ...category, act: 'down' })).toEqual({ changed: [], seq: null });
  expect((await act({ ...category, act: 'change', name: 'Hawks', about: '' })).changed).toEqual([
    'name',
  ]);
  expect((await act({ ...category, act: 'change', name: 'Hawks' })).seq).toBeNull();
  await act({ ...category, act: 'retire' });
  await expect(act({ ...category, act: 'retire' })).rejects.toMatchObject({ code: 'already_done' });
  expect((await taxonomy(readDb)).map(({ slug }) => slug)).not.toContain('falconry');
  expect((await taxonomy(readDb, { retired: true })).map(({ slug }) => slug)).toContain('falconry');
  await act({ ...category, act: 'restore' });
  await act({ ...skill, act: 'change', category: 'tutoring' });
  expect((await taxonomy(readDb)).find(({ slug }) => slug === 'falconry')?.skills).toEqual([]);
});

test.each<[Partial<ChangeTaxonomy> & object, string]>([
  [{ slug: 'Not A Slug' }, 'slug'],
  [{ slug: '' }, 'slug'],
  [{ slug: 'tutoring' }, 'slug'],
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(61) }, 'name'],
  [{ family: 'zoo' as 'household' }, 'family'],
  [{ also: ['x'.repeat(61)] }, 'also'],
  [{ about: 'x'.repeat(501) }, 'about'],
  [{ kind: 'skill', category: 'zoo' }, 'category'],
])('%o is refused with its field', async (parts, field) => {
  const input = { kind: 'category', act: 'add', slug: 'zoo', name: 'Zoo', family: 'household' };
  await expect(act({ ...input, ...parts } as ChangeTaxonomy)).rejects.toMatchObject({ field });
});

test('only an operator changes it', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const retire = act({ kind: 'category', slug: 'tutoring', act: 'retire' }, mara);
  await expect(retire).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a new name is found at once by those who search for it', async () => {
  const ana = await castFreelancer(run, 'Ana Dumitru', { skills: ['hand-drawing'] });
  const find = async (text: string) => {
    const { rows } = await searchFreelancers(readDb, { text, sort: 'best', limit: 5 });
    return rows.map(({ id }) => id);
  };
  expect(await find('quillwork')).not.toContain(ana.partyId);
  await act({ kind: 'skill', slug: 'hand-drawing', act: 'change', name: 'Quillwork' });
  await react();
  expect(await find('quillwork')).toContain(ana.partyId);
  const slug = 'architectural-illustration';
  await act({ kind: 'category', slug, act: 'change', also: ['perspectivism'] });
  await react();
  expect(await find('perspectivism')).toContain(ana.partyId);
});

test('uses are counted; what is retired keeps them and takes no new', async () => {
  const slug = 'bookkeeping';
  const none = (await categoryUses(readDb)).get(slug);
  expect(none).toEqual({ freelancers: 0, listed: 0, openProjects: 0 });
  const eve = await castFreelancer(run, 'Eve Novak', { categories: [slug] });
  expect((await categoryUses(readDb)).get(slug)).toMatchObject({ freelancers: 1, listed: 1 });
  const uses = await skillUses(readDb, 'architectural-illustration');
  expect(uses.get('exterior-rendering')?.listed).toBeGreaterThanOrEqual(1);
  await act({ kind: 'category', slug, act: 'retire' });
  const own = { actor: eve, root: eve.partyId };
  await run(editFreelancer, { headline: 'Books of small firms' }, own);
  expect((await categoryUses(readDb)).get(slug)?.listed).toBe(1);
  const other = castFreelancer(run, 'Ada New', { categories: [slug] });
  await expect(other).rejects.toMatchObject({ field: 'categories' });
  await db.updateTable('category').set({ retiredAt: null }).execute();
});

test('a project keeps its category when that is retired; a new one cannot have it', async () => {
  const mara = await castMember(run, 'Mara Client');
  const category = 'translation';
  const projectId = await openProject(run, mara, { category });
  await act({ kind: 'category', slug: category, act: 'retire' });
  expect((await categories(readDb)).map(({ slug }) => slug)).not.toContain(category);
  expect((await categories(readDb, category)).map(({ slug }) => slug)).toContain(category);
  const terms = { ...LIGHTHOUSE, category, title: 'Translated' };
  await run(editProject, { projectId, terms }, { actor: mara, root: projectId });
  await expect(openProject(run, mara, { category })).rejects.toMatchObject({ field: 'category' });
});

test('a name becomes a slug', () => {
  expect(slugOf('Patents & trademarks')).toBe('patents-trademarks');
  expect(slugOf(' Révision d’épreuves! ')).toBe('revision-d-epreuves');
  expect(slugOf('日本語')).toBe('');
});
