/** How a freelancer answers invitations: measured from when it was told, and never typed in. */
export type Told = { toldAt: Date; answeredAt: Date | null };

export type Response = {
  /** Median hours from being told to the answer; null while nothing was answered. */
  hours: number | null;
  /** Answered within the days given ÷ all that were answered or are older than that. */
  rate: number | null;
  /** How many the rate is of. */
  count: number;
};

export const RESPONSE = { windowDays: 180, answerDays: 7 } as const;

const HOUR_MS = 3_600_000;
const ANSWER_MS = RESPONSE.answerDays * 24 * HOUR_MS;

/** The response record of these invitations as of now. */
export function responseOf(invitations: readonly Told[], now: Date): Response {
  const settled = invitations.flatMap(({ toldAt, answeredAt }) => {
    const took = answeredAt === null ? null : Math.max(0, answeredAt.getTime() - toldAt.getTime());
    const old = now.getTime() - toldAt.getTime() > ANSWER_MS;
    return took === null && !old ? [] : [took];
  });
  const answered = settled.filter((took) => took !== null).sort((a, b) => a - b);
  const inTime = answered.filter((took) => took <= ANSWER_MS).length;
  const count = settled.length;
  return {
    hours: answered.length === 0 ? null : median(answered) / HOUR_MS,
    rate: count === 0 ? null : inTime / count,
    count,
  };
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}
