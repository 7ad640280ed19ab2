import { beforeAll, expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/ids.ts';
import { encodeOrderCursor } from '#domain/kernel/order-cursor.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import { castMember } from '#test/cast/members.ts';
import { openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import type { ProjectQuestion } from '../project-question.ts';
import { openProjectFacets } from './open-project-facets.ts';
import { openProjects } from './open-projects.ts';

const { db, readDb, run } = await testDatabase();
const now = new Date(Date.now() + 60_000);

const PROJECTS: Record<string, Partial<ProjectTerms>> = {
  wages: {
    title: 'Pay slips for 30 people',
    requirements: 'Each month, by the 25th.',
    category: 'billing-and-payroll',
    skills: ['payroll-runs'],
    budgetLowMinor: 50_000n,
    budgetHighMinor: null,
  },
  garden: {
    title: 'A dry garden behind a school',
    requirements: 'Plants that need no watering; organised play.',
    category: 'landscape-design',
    skills: ['Garden plans'],
    budgetLowMinor: 100_000n,
    budgetHighMinor: 300_000n,
  },
  views: { title: 'Street views of a museum', category: 'architectural-illustration' },
  hours: {
    title: 'Help with our books',
    requirements: 'Two days each month.',
    category: 'bookkeeping',
    skills: [],
    pricing: 'hourly',
    budgetLowMinor: 2_000n,
    budgetHighMinor: 4_000n,
    expectedHours: 40,
  },
  euros: {
    title: 'Reisekosten prüfen',
    requirements: 'Für ein Büro in Köln.',
    category: 'bookkeeping',
    skills: [],
    currency: 'EUR',
  },
};

let mara: MemberActor;
const ids = new Map<string, string>();

beforeAll(async () => {
  mara = await castMember(run, 'Mara');
  const juan = await castMember(run, 'Juan');
  await db.updateTable('party').set({ country: 'RO' }).where('id', '=', mara.partyId).execute();
  await db.updateTable('party').set({ country: 'ES' }).where('id', '=', juan.partyId).execute();
  for (const [key, terms] of Object.entries(PROJECTS)) {
    ids.set(await openProject(run, key === 'garden' ? juan : mara, terms), key);
  }
  const [wages] = [...ids].filter(([, key]) => key === 'wages').map(([id]) => id);
  await propose(run, await castMember(run, 'Ioana'), wages ?? '');
});

async function found(asked: Partial<ProjectQuestion>, limit = 10): Promise<string[]> {
  const { rows } = await openProjects(readDb, { ...asked, limit, now });
  return rows.map(({ id }) => ids.get(id) ?? '');
}

test.each([
  [{ text: 'payroll' }, ['wages']],
  [{ text: 'garden plan' }, ['garden']],
  [{ text: 'organized' }, ['garden']],
  [{ text: 'prufen' }, ['euros']],
  [{ text: 'bookkeeping' }, ['euros', 'hours']],
  [{ skills: ['payroll-runs'] }, ['wages']],
  [{ skills: ['garden-plans'] }, ['garden']],
  [{ place: 'ES' }, ['garden']],
  [{ place: 'europe', category: 'bookkeeping' }, ['euros', 'hours']],
  [{ pricing: 'hourly' as const }, ['hours']],
  [{ budgetFromMinor: 250_000n }, ['garden']],
  [{ budgetToMinor: 60_000n }, ['hours', 'wages']],
  [{ days: 1 }, ['euros', 'hours', 'views', 'garden', 'wages']],
  [{ sort: 'budget' as const }, ['garden', 'views', 'wages', 'hours']],
])('%o finds %o', async (asked, expected) => {
  expect(await found(asked)).toEqual(expected);
});

test('leafing by ones is the whole list in each order', async () => {
  for (const sort of ['newest', 'budget', 'fewest'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { sort, limit: 1, now, ...(cursor ? { cursor } : {}) };
      const page = await openProjects(readDb, asked);
      seen.push(...page.rows.map(({ id }) => ids.get(id) ?? ''));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(await found({ sort }));
    if (sort === 'fewest') expect(seen.at(-1)).toBe('wages');
  }
});

test.each([
  ['newest', '5'],
  ['budget', '1.5'],
  ['fewest', '2026-11-27 01:02:03+00'],
] as const)('a cursor by %s with %s in it was made up', async (sort, value) => {
  const cursor = encodeOrderCursor({ order: sort, value, id: newId(0) });
  const asking = openProjects(readDb, { sort, cursor, limit: 1, now });
  await expect(asking).rejects.toMatchObject({ code: 'input_invalid', field: 'cursor' });
});

test('facets are what each other choice would find', async () => {
  const asked = { category: 'bookkeeping', pricing: 'hourly' as const };
  const facets = await openProjectFacets(readDb, asked, now);
  expect(facets.total).toBe(1);
  for (const { value, count } of facets.categories) {
    expect(count).toBe((await found({ ...asked, category: value })).length);
  }
  for (const { value, count } of facets.pricing) {
    expect(count).toBe((await found({ ...asked, pricing: value })).length);
  }
  for (const { value, count } of facets.places) {
    expect(count).toBe((await found({ ...asked, place: value })).length);
  }
  expect(facets.pricing).toEqual([
    { value: 'fixed', count: 1 },
    { value: 'hourly', count: 1 },
  ]);
});

test('a skill is counted as its list will be, beside the skills asked for', async () => {
  const questions: Partial<ProjectQuestion>[] = [
    {},
    { text: 'payroll' },
    { place: 'ES' },
    { category: 'billing-and-payroll' },
    { skills: ['garden-plans'] },
    { skills: ['garden-plans'], category: 'landscape-design' },
    { skills: ['garden-plans', 'payroll-runs'] },
  ];
  const known = await db.selectFrom('skill').select(['slug', 'category']).execute();
  let counted = 0;
  for (const asked of questions) {
    const { category, skills = [] } = asked;
    const facet = (await openProjectFacets(readDb, asked, now)).skills;
    const expected: Record<string, number> = {};
    for (const skill of known) {
      if (![undefined, skill.category].includes(category) && !skills.includes(skill.slug)) continue;
      const both = [...new Set([...skills, skill.slug])];
      const { length } = await found({ ...asked, skills: both });
      if (length > 0) expected[skill.slug] = length;
    }
    const says = JSON.stringify(asked);
    expect(Object.fromEntries(facet.map((one) => [one.value, one.count])), says).toEqual(expected);
    expect(facet.slice(0, skills.length).every(({ value }) => skills.includes(value))).toBe(true);
    counted += facet.length;
  }
  expect(counted).toBeGreaterThan(6);
});
