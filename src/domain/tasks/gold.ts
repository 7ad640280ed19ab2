/** Gold: hidden tasks with a known answer, mixed in at the share that the client asks for. */

/** Whether the next task of this worker should be gold, after so many ordinary and gold ones. */
export function wantsGold(
  handed: { handed: number; goldHanded: number },
  goldPercent: number,
): boolean {
  if (goldPercent === 0) return false;
  const next = handed.handed + 1;
  return Math.floor((next * goldPercent) / 100) > handed.goldHanded;
}

/**
 * How often each gold task is wanted, so that `goldPercent` of all answers are gold: with g gold
 * tasks and n ordinary answers, ceil(n × p ÷ (100 − p) ÷ g). At least once.
 */
export function goldWanted(ordinaryWanted: bigint, goldTasks: number, goldPercent: number): number {
  if (goldTasks === 0) return 0;
  const share = Number(ordinaryWanted) * (goldPercent / (100 - goldPercent));
  return Math.max(1, Math.ceil(share / goldTasks));
}
