import { expect, test } from 'vitest';
import { COLOURS } from '#test/cast/batches.ts';
import {
  type BatchTerms,
  orderTermsProblems,
  taskTermsProblems,
  tidyOrderTerms,
  tidyTaskTerms,
} from './batch-terms.ts';

const problemsOf = (change: Partial<BatchTerms>) => {
  const terms = { ...COLOURS, ...change };
  return [...taskTermsProblems(terms), ...orderTermsProblems(terms)].map(({ field }) => field);
};

test('the terms of the cast are right', () => expect(problemsOf({})).toEqual([]));

test.each([
  ['title', { title: ' ' }],
  ['title', { title: 'x'.repeat(129) }],
  ['description', { description: 'x'.repeat(2_001) }],
  ['keywords', { keywords: Array.from({ length: 21 }, (_, n) => `k${n}`) }],
  ['currency', { currency: 'XXX1' }],
  ['reward', { rewardMinor: -1n }],
  ['timeLimit', { timeLimitSeconds: 29 }],
  ['timeLimit', { timeLimitSeconds: 31_536_001 }],
  ['autoApproval', { autoApprovalSeconds: 2_592_001 }],
  ['name', { name: '' }],
  ['wantedEach', { wantedEach: 0 }],
  ['wantedEach', { wantedEach: 1.5 }],
  ['lifetime', { lifetimeSeconds: 29 }],
  ['goldPercent', { goldPercent: 51 }],
  ['priority', { priority: 11 }],
  ['groupLimit', { groupKey: 'study' }],
  ['groupKey', { groupLimit: 1 }],
  ['budgetCap', { budgetCapMinor: 0n }],
  ['reserve', { floorMinor: 800n, reserveMinor: 0n }],
  ['annotation', { annotation: 'x'.repeat(256) }],
] as const)('%s is held to its limits', (field, change) => {
  expect(problemsOf(change)).toEqual([field]);
});

test('what is stored is trimmed; keywords stand once; a reserve needs a floor', () => {
  const keywords = [' Colour', 'colour', '', 'fast  one'];
  const terms = tidyTaskTerms({ ...COLOURS, title: '  Name\n the colour ', keywords });
  expect([terms.title, terms.keywords]).toEqual(['Name the colour', ['colour', 'fast one']]);
  const order = tidyOrderTerms({ ...COLOURS, groupKey: '  ', reserveMinor: 10n });
  expect([order.groupKey, order.reserveMinor]).toEqual([null, 0n]);
});
