/** Which transfers make up a sum of a batch, and what pages show for it. */
import type { BatchPart, BatchTerm } from '#domain/evidence/queries/batch-sums.ts';
import type { BatchProgress } from '#domain/tasks/queries/batch-progress.ts';
import type { BatchSum } from './addresses.ts';

export type MoneySum = Exclude<BatchSum, 'answers' | 'hourly' | 'gold'>;

type Formula = {
  plus: readonly BatchPart[];
  minus: readonly BatchPart[];
  shown: (progress: BatchProgress) => bigint;
};

const FORMULAS: Readonly<Record<MoneySum, Formula>> = {
  spent: { plus: ['workers', 'fees'], minus: [], shown: (it) => it.spentMinor },
  workers: {
    plus: ['workers'],
    minus: [],
    shown: (it) => it.rewardsMinor + it.bonusMinor + it.topUpMinor,
  },
  fees: { plus: ['fees'], minus: [], shown: (it) => it.feesMinor },
  held: { plus: ['funded'], minus: ['workers', 'fees', 'back'], shown: (it) => it.heldMinor },
  back: { plus: ['back'], minus: [], shown: (it) => it.returnedMinor },
};

export function isMoneySum(name: string): name is MoneySum {
  return Object.hasOwn(FORMULAS, name);
}

export function partsOf(name: MoneySum): BatchPart[] {
  const { plus, minus } = FORMULAS[name];
  return [...plus, ...minus];
}

/** What pages show, from what workers' rows add up to. */
export function shownMinor(progress: BatchProgress, name: MoneySum): bigint {
  return FORMULAS[name].shown(progress);
}

/** The terms of the sum, below zero where they are taken away. */
export function termsOf(terms: readonly BatchTerm[], name: MoneySum): BatchTerm[] {
  const { plus, minus } = FORMULAS[name];
  return terms.flatMap((term) => {
    if (plus.includes(term.part)) return [term];
    return minus.includes(term.part) ? [{ ...term, amountMinor: -term.amountMinor }] : [];
  });
}
