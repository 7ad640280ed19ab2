import type { RejectClass } from '#domain/assignments/assignment.ts';
import {
  approveAssignments,
  DECIDED_AT_ONCE,
  type Decided,
} from '#domain/assignments/commands/approve-assignments.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import type { Decision, SkippedRow } from '../read-decisions.ts';

/** Runs a command on the batch in the name of whoever decides: one transaction each. */
export type Act = <Input, Result extends JsonResult>(
  command: Command<Input, Result>,
  input: Input,
) => Promise<Result>;

export type RowsDecided = {
  approved: number;
  rejected: number;
  /** Rows in which nothing was filled in. */
  untouched: number;
  skippedCount: number;
  /** The first of them. */
  skipped: SkippedRow[];
};

const TOLD = 1_000;

/**
 * Takes the decisions of a sheet, page by page. Doing it again does no harm: what was decided
 * before is skipped and named. Check the sheet first (`checkDecisions`), or the pages before a
 * broken row are decided.
 */
export async function decideRows(
  act: Act,
  decisions: AsyncIterable<Decision>,
  { override = false }: { override?: boolean } = {},
): Promise<RowsDecided> {
  const sums = nothingDecided();
  let page: Decision[] = [];
  const decide = async () => {
    await decidePage(act, page, { override, sums });
    page = [];
  };
  for await (const decision of decisions) {
    page.push(decision);
    if (page.length === DECIDED_AT_ONCE) await decide();
  }
  if (page.length > 0) await decide();
  return sums;
}

/** Takes the decisions of one page, at most `DECIDED_AT_ONCE`, and adds to the sums. */
export async function decidePage(
  act: Act,
  page: readonly Decision[],
  { override, sums }: Sums,
): Promise<void> {
  const filled = page.filter(({ verdict }) => verdict !== 'leave');
  sums.untouched += page.length - filled.length;
  for (const group of groupsOf(filled)) await decideGroup(act, group, { override, sums });
}

export function nothingDecided(): RowsDecided {
  return { approved: 0, rejected: 0, untouched: 0, skippedCount: 0, skipped: [] };
}

type Group = { reject: { reason: RejectClass; feedback: string } | null; rows: Decision[] };

/** What one command takes: all approvals, and rejections for the same reason. */
function groupsOf(page: readonly Decision[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of page) {
    const reject = row.verdict === 'reject' ? { reason: row.reason, feedback: row.feedback } : null;
    const name = JSON.stringify(reject);
    const group = groups.get(name) ?? { reject, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups.values()];
}

type Sums = { override: boolean; sums: RowsDecided };

/** A refusal of several says nothing of each, so each is tried alone then. */
async function decideGroup(act: Act, group: Group, { override, sums }: Sums): Promise<void> {
  const { rows, reject } = group;
  const assignmentIds = rows.map((row) => row.assignmentId);
  try {
    const decided: Decided =
      reject === null
        ? await act(approveAssignments, { assignmentIds, override })
        : await act(rejectAssignments, { assignmentIds, ...reject });
    sums[reject === null ? 'approved' : 'rejected'] += decided.done;
    const why = new Map(decided.skipped.map(({ assignmentId, state }) => [assignmentId, state]));
    for (const row of rows) skip(sums, row, why.get(row.assignmentId));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [row] = rows;
    if (rows.length > 1) {
      for (const one of rows) {
        await decideGroup(act, { reject, rows: [one] }, { override, sums });
      }
    } else if (row !== undefined) {
      skip(sums, row, String(error.code === 'wrong_state' ? error.data.state : error.code));
    }
  }
}

function skip(sums: RowsDecided, { row, assignmentId }: Decision, why: string | undefined): void {
  if (why === undefined) return;
  sums.skippedCount += 1;
  if (sums.skipped.length < TOLD) sums.skipped.push({ row, assignmentId, why });
}
