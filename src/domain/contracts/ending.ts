import { refuse } from '#domain/kernel/refusal.ts';

/** The answer for one escrowed milestone: its amount, split between the two sides. */
export type EndingLine = {
  milestoneId: string;
  toFreelancerMinor: bigint;
  toClientMinor: bigint;
};

type Escrowed = { id: string; amountMinor: bigint };

/**
 * Holds an ending to its one rule: every cent in escrow has an answer. Refuses `escrow_unanswered`
 * for a milestone left out or unknown, `split_must_sum` for one whose parts do not make its amount.
 */
export function assertEveryCentAnswered(
  escrowed: readonly Escrowed[],
  lines: readonly EndingLine[],
): void {
  if (lines.length !== escrowed.length) {
    refuse('escrow_unanswered', { escrowed: escrowed.length, answered: lines.length });
  }
  for (const milestone of escrowed) {
    const line = lines.find((one) => one.milestoneId === milestone.id);
    if (line === undefined) refuse('escrow_unanswered', { milestoneId: milestone.id });
    const sum = line.toFreelancerMinor + line.toClientMinor;
    const negative = line.toFreelancerMinor < 0n || line.toClientMinor < 0n;
    if (negative || sum !== milestone.amountMinor) {
      refuse('split_must_sum', {
        milestoneId: milestone.id,
        amountMinor: milestone.amountMinor.toString(),
        sumMinor: sum.toString(),
      });
    }
  }
}

/** Whether a proposed ending still answers what is in escrow now; if not, nobody can agree to it. */
export function answersEveryCent(
  escrowed: readonly Escrowed[],
  lines: readonly EndingLine[],
): boolean {
  if (lines.length !== escrowed.length) return false;
  const answered = new Map(
    lines.map((line) => [line.milestoneId, line.toFreelancerMinor + line.toClientMinor]),
  );
  return escrowed.every((milestone) => answered.get(milestone.id) === milestone.amountMinor);
}

type StoredLine = { milestoneId: string; toFreelancerMinor: string; toClientMinor: string };

/** Lines as the `contract_ending.lines` column holds them: amounts as text. */
export function storedLines(lines: readonly EndingLine[]): string {
  const rows: StoredLine[] = lines.map((line) => ({
    milestoneId: line.milestoneId,
    toFreelancerMinor: line.toFreelancerMinor.toString(),
    toClientMinor: line.toClientMinor.toString(),
  }));
  return JSON.stringify(rows);
}

export function readLines(stored: unknown): EndingLine[] {
  return (stored as StoredLine[]).map((line) => ({
    milestoneId: line.milestoneId,
    toFreelancerMinor: BigInt(line.toFreelancerMinor),
    toClientMinor: BigInt(line.toClientMinor),
  }));
}
