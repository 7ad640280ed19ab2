import { homeOf } from '#domain/kernel/ids.ts';
import { RowProblem } from '#domain/sheets/row-problem.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Decision } from '../read-decisions.ts';

export type DecisionCounts = {
  approve: number;
  reject: number;
  /** Rows in which nothing was filled in. */
  untouched: number;
  /** Filled in, but decided before. */
  decided: number;
  /** Rewards of what will be approved, in minor units. */
  rewardMinor: bigint;
};

const PAGE = 1_000;

/**
 * Reads decisions to the end and counts what they will do, before any is taken. Throws `RowProblem`
 * where the sheet is malformed or names an assignment that is not of this batch.
 */
export async function checkDecisions(
  db: ReadDb,
  { batchId, decisions }: { batchId: string; decisions: AsyncIterable<Decision> },
): Promise<DecisionCounts> {
  const counts = { approve: 0, reject: 0, untouched: 0, decided: 0, rewardMinor: 0n };
  let page: Decision[] = [];
  const look = async () => {
    const found = await findStates(db, batchId, page);
    for (const { assignmentId, verdict, row } of page) {
      const assignment = found.get(assignmentId);
      if (assignment === undefined) {
        throw new RowProblem({ rule: 'assignment_unknown', row, column: 'AssignmentId' });
      }
      if (verdict === 'leave') counts.untouched += 1;
      else if (assignment.state !== 'submitted') counts.decided += 1;
      else counts[verdict] += 1;
      if (verdict === 'approve' && assignment.state === 'submitted') {
        counts.rewardMinor += assignment.rewardMinor;
      }
    }
    page = [];
  };
  for await (const decision of decisions) {
    page.push(decision);
    if (page.length === PAGE) await look();
  }
  if (page.length > 0) await look();
  return counts;
}

async function findStates(db: ReadDb, batchId: string, page: readonly Decision[]) {
  const rows = await db
    .selectFrom('assignment')
    .select(['id', 'state', 'rewardMinor'])
    .where('home', '=', homeOf(batchId))
    .where('batchId', '=', batchId)
    .where('id', 'in', [...new Set(page.map(({ assignmentId }) => assignmentId))])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
