import { type ContractMoney, contractMoney } from '#domain/contracts/contract-money.ts';
import type { ContractPage } from '#domain/contracts/queries/contract-page.ts';
import type { EscrowPart, EscrowTransfer } from '#domain/evidence/queries/contract-sums.ts';
import type { ContractSum } from './addresses.ts';

type Formula = {
  plus: readonly EscrowPart[];
  minus: readonly EscrowPart[];
  /** The same sum as the milestones tell it, which is what pages show. */
  shown: (money: ContractMoney) => bigint;
};

const FORMULAS: Readonly<Record<ContractSum, Formula>> = {
  funded: { plus: ['funded'], minus: [], shown: (money) => money.fundedMinor },
  escrow: {
    plus: ['funded'],
    minus: ['earned', 'freelancer_fee', 'client_fee', 'back'],
    shown: (money) => money.heldMinor,
  },
  released: { plus: ['earned', 'freelancer_fee'], minus: [], shown: (m) => m.releasedMinor },
  received: { plus: ['earned'], minus: [], shown: (money) => money.receivedMinor },
  fees: { plus: ['freelancer_fee', 'client_fee'], minus: [], shown: (money) => money.feesMinor },
  'freelancer-fee': {
    plus: ['freelancer_fee'],
    minus: [],
    shown: (money) => money.freelancerFeeMinor,
  },
  'client-fee': { plus: ['client_fee'], minus: [], shown: (money) => money.clientFeeMinor },
  back: { plus: ['back'], minus: [], shown: (money) => money.backMinor },
};

export function isContractSum(name: string): name is ContractSum {
  return Object.hasOwn(FORMULAS, name);
}

/** What pages show for this sum, from the milestones. */
export function shownSum(page: ContractPage, name: ContractSum): bigint {
  const { feeRules } = page.contract;
  const { committedMinor } = page;
  return FORMULAS[name].shown(contractMoney(page.milestones, { feeRules, committedMinor }));
}

/** Transfers of one event on one milestone, added up; below zero when they left escrow. */
export type SumTerm = {
  key: string;
  position: number;
  milestoneTitle: string;
  out: boolean;
  amountMinor: bigint;
  eventId: string;
  eventSeq: number | null;
  at: Date;
};

export function usedTransfers(
  transfers: readonly EscrowTransfer[],
  name: ContractSum,
): EscrowTransfer[] {
  const { plus, minus } = FORMULAS[name];
  return transfers.filter(({ part }) => plus.includes(part) || minus.includes(part));
}

/** The terms of a sum, in the order in which they happened. */
export function sumTerms(transfers: readonly EscrowTransfer[], name: ContractSum): SumTerm[] {
  const { minus } = FORMULAS[name];
  const terms = new Map<string, SumTerm>();
  for (const one of usedTransfers(transfers, name)) {
    const out = minus.includes(one.part);
    const key = `${one.milestoneId} ${one.eventId} ${out}`;
    const amountMinor = out ? -one.amountMinor : one.amountMinor;
    const known = terms.get(key);
    const { position, milestoneTitle, eventId, eventSeq, at } = one;
    terms.set(key, {
      ...(known ?? { key, position, milestoneTitle, out, eventId, eventSeq, at }),
      amountMinor: (known?.amountMinor ?? 0n) + amountMinor,
    });
  }
  return [...terms.values()];
}
