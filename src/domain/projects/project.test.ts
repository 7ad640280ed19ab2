import { expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { mayAct, nextState } from '#domain/kernel/state-table.ts';
import { LIGHTHOUSE } from '#test/cast/projects.ts';
import {
  awaitsChoice,
  expiryOf,
  gainsByExtending,
  mayBeEdited,
  PROJECT_STATES,
  reopenedExpiry,
  takesProposals,
} from './project.ts';
import {
  draftProblems,
  isDay,
  type ProjectTerms,
  publishProblems,
  tidyTerms,
} from './project-terms.ts';
import { mayReadProject } from './visibility.ts';

const now = new Date('2026-11-21T12:00:00Z');
const DAY_MS = 86_400_000;

test('a project goes from draft to awarded and back from an offer', () => {
  const client = 'client' as const;
  expect(nextState(PROJECT_STATES, null, { act: 'draft', who: client })).toBe('draft');
  expect(nextState(PROJECT_STATES, 'draft', { act: 'publish', who: client })).toBe('open');
  expect(nextState(PROJECT_STATES, 'open', { act: 'award', who: client })).toBe('offered');
  expect(nextState(PROJECT_STATES, 'offered', { act: 'reopen', who: 'rule' })).toBe('open');
  expect(nextState(PROJECT_STATES, 'offered', { act: 'sign', who: 'freelancer' })).toBe('awarded');
});

test('nothing leads out of a closed or an awarded project', () => {
  for (const state of ['closed', 'awarded'] as const) {
    expect(PROJECT_STATES.rows.filter((row) => row.from === state)).toEqual([]);
  }
  expect(mayAct(PROJECT_STATES, 'closed', { act: 'extend', who: 'client' })).toBe(false);
});

test('an offer that came to nothing leaves at least seven more days', () => {
  expect(expiryOf(now, 30).getTime() - now.getTime()).toBe(30 * DAY_MS);
  const soon = new Date(now.getTime() + DAY_MS);
  const late = new Date(now.getTime() + 20 * DAY_MS);
  expect(reopenedExpiry(soon, now).getTime() - now.getTime()).toBe(7 * DAY_MS);
  expect(reopenedExpiry(late, now)).toEqual(late);
});

test('to extend is worth it from the second day on, and not where the days became fewer', () => {
  const gains = (days: number, projectDays = 30) =>
    gainsByExtending({ state: 'open', expiresAt: expiryOf(now, days) }, { now, projectDays });
  expect([gains(30), gains(29.5), gains(29), gains(7), gains(20, 14)]).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('an open project takes proposals until its very moment, swept or not', () => {
  const open = { state: 'open' as const, expiresAt: now };
  expect(takesProposals(open, new Date(now.getTime() - 1))).toBe(true);
  expect(takesProposals(open, now)).toBe(false);
  expect(takesProposals({ ...open, state: 'offered' }, new Date(0))).toBe(false);
});

test('the text may change until the first proposal, then the client chooses', () => {
  expect(mayBeEdited({ state: 'open', proposalsCount: 0 })).toBe(true);
  expect(mayBeEdited({ state: 'open', proposalsCount: 1 })).toBe(false);
  expect(mayBeEdited({ state: 'expired', proposalsCount: 0 })).toBe(false);
  expect(awaitsChoice({ state: 'open', proposalsCount: 0 })).toBe(false);
  expect(awaitsChoice({ state: 'open', proposalsCount: 2 })).toBe(true);
});

test.each<[string, Partial<ProjectTerms>, string, string]>([
  ['no title', { title: '  ' }, 'title', 'input_invalid'],
  ['a title of 121 characters', { title: 'x'.repeat(121) }, 'title', 'input_invalid'],
  ['20,001 characters', { requirements: 'x'.repeat(20_001) }, 'requirements', 'input_invalid'],
  ['16 skills', { skills: Array(16).fill('x') }, 'skills', 'input_invalid'],
  ['a long skill', { skills: ['x'.repeat(41)] }, 'skills', 'input_invalid'],
  ['an unknown currency', { currency: 'XQZ' }, 'currency', 'currency_unknown'],
  ['a budget of nothing', { budgetLowMinor: 0n }, 'budgetLow', 'input_invalid'],
  ['a budget upside down', { budgetHighMinor: 1n }, 'budgetHigh', 'input_invalid'],
  ['half an hour', { expectedHours: 0.5 }, 'expectedHours', 'input_invalid'],
  ['no such day', { wantedOn: '2026-02-30' }, 'wantedOn', 'input_invalid'],
  ['yesterday', { wantedOn: '2026-11-20' }, 'wantedOn', 'date_in_past'],
])('%s is refused at its field', (_name, change, field, code) => {
  const problems = draftProblems({ ...LIGHTHOUSE, ...change }, now);
  expect(problems.map((one) => [one.field, one.code])).toEqual([[field, code]]);
  expect(problems.every(isRefusal)).toBe(true);
});

test('limits count characters, not code units', () => {
  expect(draftProblems({ ...LIGHTHOUSE, title: '🗼'.repeat(120) }, now)).toEqual([]);
  expect(draftProblems({ ...LIGHTHOUSE, wantedOn: '2026-11-21' }, now)).toEqual([]);
});

test('a draft may lack its text, a published project may not', () => {
  expect(draftProblems({ ...LIGHTHOUSE, requirements: '' }, now)).toEqual([]);
  expect(publishProblems({ requirements: ' \n' })).toHaveLength(1);
});

test('terms are stored trimmed, with each skill once', () => {
  const terms = tidyTerms({
    ...LIGHTHOUSE,
    title: ' A\u0000 title ',
    requirements: 'one\r\ntwo ',
    skills: ['Blender', ' blender', '', 'CAD'],
    expectedHours: 10,
  });
  expect(terms.title).toBe('A title');
  expect(terms.requirements).toBe('one\ntwo');
  expect(terms.skills).toEqual(['blender', 'CAD']);
  expect(terms.expectedHours).toBeNull();
});

test('days of the calendar', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2027-02-29')).toBe(false);
  expect(isDay('2027-2-1')).toBe(false);
});

test('who may read a project', () => {
  const nobody = { isClient: false, invited: false, proposed: false };
  const draft = { state: 'draft', audience: 'everyone', publishedAt: null } as const;
  const open = { state: 'open', audience: 'everyone', publishedAt: now } as const;
  const sealed = { ...open, audience: 'invited' } as const;
  expect(mayReadProject(draft, { ...nobody, invited: true })).toBe(false);
  expect(mayReadProject(draft, { ...nobody, isClient: true })).toBe(true);
  expect(mayReadProject(open, nobody)).toBe(true);
  expect(mayReadProject(sealed, nobody)).toBe(false);
  expect(mayReadProject(sealed, { ...nobody, invited: true })).toBe(true);
  expect(mayReadProject({ ...sealed, state: 'closed' }, { ...nobody, proposed: true })).toBe(true);
});
