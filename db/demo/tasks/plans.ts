/** The batches that the demo shows: one in each state that a client or a worker meets. */
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import type { Cast } from '../cast.ts';

export type BatchPlan = {
  client: keyof Cast;
  template: string;
  name: string;
  tasks: number;
  /** How many answers come in before the show, and how many of them are decided by then. */
  answers: number;
  decided: number;
  /** Days before the show on which it was ordered. */
  ago: number;
  terms: Partial<BatchTerms>;
  gold?: readonly { place: number; key: { [field: string]: string } }[];
  /** Asks for the test of forum rules. */
  tested?: true;
  outcome?: 'pause' | 'draft' | 'refuse';
};

export const PLANS: readonly BatchPlan[] = [
  {
    client: 'records',
    template: 'data-entry',
    name: 'Receipts, November',
    tasks: 60,
    answers: 24,
    decided: 16,
    ago: 2.4,
    terms: { priority: 1, floorMinor: 800n, reserveMinor: 300n, budgetCapMinor: 5_000n },
  },
  {
    client: 'harrow',
    template: 'classification',
    name: 'Street photos, what they show',
    tasks: 40,
    answers: 75,
    decided: 60,
    ago: 3.6,
    terms: { wantedEach: 3, goldPercent: 10 },
    gold: [
      { place: 0, key: { category: 'boat' } },
      { place: 1, key: { category: 'house' } },
    ],
  },
  {
    client: 'elena',
    template: 'sentiment',
    name: 'What people say of garden tools',
    tasks: 20,
    answers: 40,
    decided: 40,
    ago: 9.5,
    terms: { wantedEach: 2, currency: 'EUR' },
  },
  {
    client: 'records',
    template: 'moderation',
    name: 'Forum posts, first look',
    tasks: 30,
    answers: 10,
    decided: 6,
    ago: 1.7,
    terms: { wantedEach: 2, reopenRejected: true },
    tested: true,
  },
  {
    client: 'harrow',
    template: 'survey',
    name: 'How people look for a flat',
    tasks: 1,
    answers: 9,
    decided: 9,
    ago: 1.5,
    terms: { wantedEach: 40, groupKey: 'flats-2026', groupLimit: 1 },
  },
  {
    client: 'records',
    template: 'transcription',
    name: 'Handwritten notes, box 14',
    tasks: 25,
    answers: 12,
    decided: 8,
    ago: 3.2,
    terms: {},
    outcome: 'refuse',
  },
  {
    client: 'records',
    template: 'search-relevance',
    name: 'Search results, week 48',
    tasks: 50,
    answers: 0,
    decided: 0,
    ago: 0.3,
    terms: { wantedEach: 3 },
  },
  {
    client: 'harrow',
    template: 'bounding-boxes',
    name: 'Boats and houses, boxed',
    tasks: 12,
    answers: 3,
    decided: 3,
    ago: 2.2,
    terms: {},
    outcome: 'pause',
  },
  {
    client: 'mara',
    template: 'multi-select',
    name: 'Headlines by topic',
    tasks: 0,
    answers: 0,
    decided: 0,
    ago: 0.4,
    terms: { wantedEach: 3 },
    outcome: 'draft',
  },
];
