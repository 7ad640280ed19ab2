/** Which transfers make up a sum of a batch, and what pages show for it. */
import type { BatchPart, BatchTerm } from '#domain/evidence/queries/batch-sums.ts';
import type { BatchProgress } from '#domain/tasks/queries/batch-progress.ts';
import type { BatchMoneySum } from './addresses.ts';

type Formula = {
  plus: readonly BatchPart[];
  minus: readonly BatchPart[];
  shown: (progress: BatchProgress) => bigint;
};

const WORKERS = ['rewards', 'bonuses', 'top_ups'] as const;

const FORMULAS: Readonly<Record<BatchMoneySum, Formula>> = {
  spent: { plus: [...WORKERS, 'fees'], minus: [], shown: (it) => it.spentMinor },
  workers: {
    plus: WORKERS,
    minus: [],
    shown: (it) => it.rewardsMinor + it.bonusMinor + it.topUpMinor,
  },
  rewards: { plus: ['rewards'], minus: [], shown: (it) => it.rewardsMinor },
  bonuses: { plus: ['bonuses'], minus: [], shown: (it) => it.bonusMinor },
  'top-ups': { plus: ['top_ups'], minus: [], shown: (it) => it.topUpMinor },
  fees: { plus: ['fees'], minus: [], shown: (it) => it.feesMinor },
  held: { plus: ['funded'], minus: [...WORKERS, 'fees', 'back'], shown: (it) => it.heldMinor },
  back: { plus: ['back'], minus: [], shown: (it) => it.returnedMinor },
};

export function isMoneySum(name: string): name is BatchMoneySum {
  return Object.hasOwn(FORMULAS, name);
}

export function partsOf(name: BatchMoneySum): BatchPart[] {
  const { plus, minus } = FORMULAS[name];
  return [...plus, ...minus];
}

/** What pages show, from what workers' rows add up to. */
export function shownMinor(progress: BatchProgress, name: BatchMoneySum): bigint {
  return FORMULAS[name].shown(progress);
}

/** The terms of the sum, below zero where they are taken away. */
export function termsOf(terms: readonly BatchTerm[], name: BatchMoneySum): BatchTerm[] {
  const { plus, minus } = FORMULAS[name];
  return terms.flatMap((term) => {
    if (plus.includes(term.part)) return [term];
    return minus.includes(term.part) ? [{ ...term, amountMinor: -term.amountMinor }] : [];
  });
}
