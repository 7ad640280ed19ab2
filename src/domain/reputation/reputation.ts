/** Reputation: the score and the rates of one side of a party, as they are kept and shown. */
import { computeScore, type OutcomeInput, type ScoreSide } from './quality-score.ts';

export type CountedOutcome = {
  input: OutcomeInput;
  /** When what it shows last changed. */
  readAt: Date;
  onTime: { part: number; whole: number } | null;
};

/** The outcome that moved the score last: what the score is without it, and with it. */
export type Moved = {
  contractId: string;
  at: string;
  /** Null where it is the first that counts. */
  from: number | null;
  to: number | null;
};

export type Figures = {
  score: number | null;
  low: number | null;
  high: number | null;
  weight: number;
  contracts: number;
  onTime: number | null;
  onTimeCount: number;
  clients: number;
  repeatClients: number;
  moved: Moved | null;
};

/** All figures of these outcomes as of a moment. The same outcomes always give the same. */
export function figuresOf(
  outcomes: readonly CountedOutcome[],
  asOf: Date,
  side: ScoreSide,
): Figures {
  const inputs = outcomes.map((one) => one.input);
  const { terms: _terms, ...score } = computeScore(inputs, asOf, side);
  const held = outcomes.reduce((sum, one) => sum + (one.onTime?.whole ?? 0), 0);
  const inTime = outcomes.reduce((sum, one) => sum + (one.onTime?.part ?? 0), 0);
  const perClient = new Map<string, number>();
  for (const { otherId } of inputs) perClient.set(otherId, (perClient.get(otherId) ?? 0) + 1);
  const newest = newestOf(outcomes);
  return {
    ...score,
    contracts: outcomes.length,
    onTime: held === 0 ? null : inTime / held,
    onTimeCount: held,
    clients: perClient.size,
    repeatClients: [...perClient.values()].filter((count) => count > 1).length,
    moved: newest === undefined ? null : moveOf(newest, { inputs, asOf, side, to: score.score }),
  };
}

function newestOf(outcomes: readonly CountedOutcome[]): CountedOutcome | undefined {
  const [first, ...rest] = outcomes;
  if (first === undefined) return undefined;
  return rest.reduce((newest, one) => (later(one, newest) ? one : newest), first);
}

function later(a: CountedOutcome, b: CountedOutcome): boolean {
  const apart = a.readAt.getTime() - b.readAt.getTime();
  return apart === 0 ? a.input.contractId > b.input.contractId : apart > 0;
}

function moveOf(
  { input, readAt }: CountedOutcome,
  now: { inputs: readonly OutcomeInput[]; asOf: Date; side: ScoreSide; to: number | null },
): Moved {
  const { contractId } = input;
  const others = now.inputs.filter((one) => one.contractId !== contractId);
  const from = computeScore(others, now.asOf, now.side).score;
  return { contractId, at: readAt.toISOString(), from, to: now.to };
}
