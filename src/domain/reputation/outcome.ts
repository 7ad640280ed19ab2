/**
 * Outcome: what one side of an ended contract did, read from the contract's rows and events and
 * never typed in. Seen: one component of it, with the events that it was read from.
 */
import type { Side } from '#domain/contracts/contract.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import type { Component } from './quality-score.ts';

/** An event of the contract: its number within it, and its id. */
export type Evidence = { id: string; seq: number; kind: string };

export type Seen = {
  /** 0…1, rounded to four decimals. */
  value: number;
  /** The count behind it, such as 2 of 3 milestones, or 4 of 5 stars. */
  part: number;
  whole: number;
  evidence: Evidence[];
};

/** As the column `outcome.inputs` holds it. */
export type OutcomeInputs = {
  fundedMinor: string;
  seen: Partial<Record<Component, Seen>>;
  /** Where the contract began and ended. */
  evidence: Evidence[];
};

/** All that an outcome is read from. */
export type ContractFacts = {
  contract: {
    clientId: string;
    freelancerId: string;
    signedAt: Date | null;
    endedAt: Date;
    endedBy: string | null;
  };
  milestones: readonly {
    id: string;
    amountMinor: bigint;
    dueOn: string | null;
    fundedAt: Date | null;
    settledAt: Date | null;
    acceptedByRule: boolean | null;
    grossMinor: bigint | null;
  }[];
  deliveries: readonly {
    milestoneId: string;
    number: number;
    deliveredAt: Date;
    answer: string | null;
  }[];
  changes: readonly { id: string; milestoneId: string | null; proposedBy: string; state: string }[];
  feedback: readonly {
    aboutParty: string;
    stars: number;
    revealedAt: Date | null;
    hiddenAt: Date | null;
  }[];
  events: readonly (Evidence & { subjectId: string | null })[];
};

export type ReadOutcome = { paidMinor: bigint; inputs: OutcomeInputs };

/** An award that its client leaves unfunded so long may be left without it counting. */
const FUNDING_DAYS = 14;
const DAY_MS = 86_400_000;
/** A day is over when it is over everywhere: UTC−12 is the last. */
const LAST_ZONE_MS = 12 * 3_600_000;

/**
 * What this side of an ended contract did; null where nothing counts for it: nothing was funded and
 * it was not this side that walked away.
 */
export function outcomeOf(facts: ContractFacts, side: Side): ReadOutcome | null {
  const funded = facts.milestones.filter((one) => one.fundedAt !== null);
  if (funded.length === 0) return walkedAway(facts, side);
  const paidMinor = funded.reduce((sum, one) => sum + (one.grossMinor ?? 0n), 0n);
  const fundedMinor = funded.reduce((sum, one) => sum + one.amountMinor, 0n);
  const seen: OutcomeInputs['seen'] = {
    ...part('stars', stars(facts, side)),
    ...part('kept', kept(facts, { paidMinor, fundedMinor })),
    ...(side === 'freelancer'
      ? part('onTime', onTime(facts))
      : { ...part('decides', decides(facts)), ...part('scope', scope(facts)) }),
  };
  const evidence = events(facts, ['contract.signed', 'contract.ended']);
  return { paidMinor, inputs: { fundedMinor: fundedMinor.toString(), seen, evidence } };
}

/**
 * Nothing was funded. It counts as not kept for the freelancer who left within the days that a
 * client has to fund, and for the client who left, or let those days pass; and for nobody else.
 */
function walkedAway(facts: ContractFacts, side: Side): ReadOutcome | null {
  const { signedAt, endedAt, endedBy, clientId, freelancerId } = facts.contract;
  const days = signedAt === null ? 0 : (endedAt.getTime() - signedAt.getTime()) / DAY_MS;
  const waited = days >= FUNDING_DAYS;
  const freelancerLeft = endedBy === freelancerId && !waited;
  const clientLeft = endedBy === clientId || (endedBy === freelancerId && waited);
  if (!(side === 'freelancer' ? freelancerLeft : clientLeft)) return null;
  const evidence = events(facts, ['contract.signed', 'contract.ended']);
  const seen: OutcomeInputs['seen'] = {
    ...part('stars', stars(facts, side)),
    kept: { value: 0, part: 0, whole: 1, evidence },
  };
  return { paidMinor: 0n, inputs: { fundedMinor: '0', seen, evidence } };
}

function part(component: Component, seen: Seen | null): OutcomeInputs['seen'] {
  return seen === null ? {} : { [component]: seen };
}

/** The other side's stars, once they are revealed and while they are not hidden. */
function stars(facts: ContractFacts, side: Side): Seen | null {
  const party = side === 'client' ? facts.contract.clientId : facts.contract.freelancerId;
  const given = facts.feedback.find((one) => one.aboutParty === party);
  if (given === undefined || given.revealedAt === null || given.hiddenAt !== null) return null;
  const evidence = events(facts, ['feedback.revealed']);
  return { value: (given.stars - 1) / 4, part: given.stars, whole: 5, evidence };
}

/** Of the money that was put into escrow, the share that was paid. */
function kept(
  facts: ContractFacts,
  { paidMinor, fundedMinor }: { paidMinor: bigint; fundedMinor: bigint },
): Seen {
  const funded = facts.milestones.filter((one) => one.fundedAt !== null);
  const whole = funded.filter((one) => one.grossMinor === one.amountMinor);
  const kinds = ['milestone.paid', 'milestone.refunded', 'milestone.split'] as const;
  return {
    value: ratio(paidMinor, fundedMinor),
    part: whole.length,
    whole: funded.length,
    evidence: events(facts, kinds),
  };
}

/**
 * Of the milestones that had a due day to be held to, the share by amount that was first delivered
 * on it or before. One funded after its due day, or settled before it without a delivery, shows
 * nothing.
 */
function onTime(facts: ContractFacts): Seen | null {
  const first = new Map(
    facts.deliveries.filter((one) => one.number === 1).map((one) => [one.milestoneId, one]),
  );
  const held = facts.milestones.flatMap((milestone) => {
    if (milestone.dueOn === null || milestone.fundedAt === null) return [];
    const over = new Date(Date.parse(milestone.dueOn) + DAY_MS + LAST_ZONE_MS);
    const delivered = first.get(milestone.id)?.deliveredAt;
    const settledBefore = milestone.settledAt !== null && milestone.settledAt < over;
    if (milestone.fundedAt >= over || (delivered === undefined && settledBefore)) return [];
    return [{ ...milestone, inTime: delivered !== undefined && delivered < over }];
  });
  if (held.length === 0) return null;
  const good = held.filter((one) => one.inTime);
  const amount = (of: typeof held) => of.reduce((sum, one) => sum + one.amountMinor, 0n);
  const ids = new Set(held.map((one) => one.id));
  const delivered = facts.events.filter(
    (event) => event.kind === 'milestone.delivered' && ids.has(event.subjectId ?? ''),
  );
  const value = ratio(amount(good), amount(held));
  return { value, part: good.length, whole: held.length, evidence: delivered.map(evidenceOf) };
}

/**
 * Of the deliveries that were answered, the share that the client answered, and not its silence. Of
 * those handed in one after the other without an answer between only the newest has one.
 */
function decides(facts: ContractFacts): Seen | null {
  const silent = new Set(
    facts.milestones.filter((one) => one.acceptedByRule === true).map((one) => one.id),
  );
  const answered = facts.deliveries.filter((one) => one.answer !== null);
  if (answered.length === 0) return null;
  const bySilence = answered.filter(
    (one) => one.answer === 'accepted' && silent.has(one.milestoneId),
  ).length;
  const acts = answered.length - bySilence;
  const kinds = ['milestone.accepted', 'milestone.changes_requested'] as const;
  const value = ratio(BigInt(acts), BigInt(answered.length));
  return { value, part: acts, whole: answered.length, evidence: events(facts, kinds) };
}

/** The share of milestones whose terms the client never asked to change or to drop. */
function scope(facts: ContractFacts): Seen | null {
  const { clientId } = facts.contract;
  const asked = facts.changes.filter(
    (one) => one.milestoneId !== null && one.proposedBy === clientId && one.state !== 'withdrawn',
  );
  const changed = new Set(asked.map((one) => one.milestoneId)).size;
  const whole = facts.milestones.length;
  const ids = new Set(asked.map((one) => one.id));
  const evidence = facts.events
    .filter((one) => one.kind === 'contract.change_proposed' && ids.has(one.subjectId ?? ''))
    .map(evidenceOf);
  const value = ratio(BigInt(whole - changed), BigInt(whole));
  return { value, part: whole - changed, whole, evidence };
}

function ratio(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole) / 10_000;
}

function events(facts: ContractFacts, kinds: readonly EventKind[]): Evidence[] {
  return facts.events
    .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
    .map(evidenceOf);
}

function evidenceOf({ id, seq, kind }: Evidence): Evidence {
  return { id, seq, kind };
}
