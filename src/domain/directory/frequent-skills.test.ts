import { expect, test } from 'vitest';
import { frequentSkills, MOST_SKILLS } from './frequent-skills.ts';

const COUNTED = Array.from({ length: 30 }, (_, n) => ({ value: `skill-${n}`, count: 100 - n }));
const slugs = (asked: Parameters<typeof frequentSkills>[0]) =>
  frequentSkills(asked, COUNTED).map(({ value }) => value);

test('the most frequent ones are shown, and all of one kind of work', () => {
  expect(slugs({})).toEqual(COUNTED.slice(0, MOST_SKILLS).map(({ value }) => value));
  expect(slugs({ category: 'software' })).toHaveLength(30);
});

test('those asked for come first, however seldom they are', () => {
  expect(slugs({ skills: ['skill-29', 'skill-1'] })).toEqual([
    'skill-1',
    'skill-29',
    'skill-0',
    ...COUNTED.slice(2, MOST_SKILLS + 1).map(({ value }) => value),
  ]);
});
