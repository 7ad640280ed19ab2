/** What the worker handed in and what it paid, as CSV; read and written a page at a time. */
import { workerSubmissions } from '#domain/assignments/queries/worker-assignments.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { signedIn } from '#web/context.ts';
import { type CsvRow, csvResponse } from '#web/evidence/csv.ts';
import { assignmentHref } from '../addresses.ts';
import type { Route } from './+types/earnings-csv.ts';

const COLUMNS = [
  ...['handed_in', 'state', 'decided', 'task', 'client', 'reward', 'bonus', 'currency'],
  ...['active_seconds', 'reason', 'feedback', 'answer'],
];
const ROWS_AT_ONCE = 500;

type Page = Awaited<ReturnType<typeof workerSubmissions>>;

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor, config } = signedIn(context);
  const read = (cursor?: string) =>
    workerSubmissions(readDb, actor, {
      limit: ROWS_AT_ONCE,
      ...(cursor === undefined ? {} : { cursor }),
    });
  // The first page is read before anything is sent, so that a refusal is still a refusal.
  const rows = rowsFrom(await read(), read, config.url);
  return csvResponse(rows, { columns: COLUMNS, name: 'tasks' });
}

async function* rowsFrom(
  first: Page,
  read: (cursor: string) => Promise<Page>,
  url: string,
): AsyncGenerator<CsvRow> {
  for (let page = first; ; ) {
    for (const row of page.rows) yield rowOf(row, url);
    if (page.next === null) return;
    page = await read(page.next);
  }
}

function rowOf(row: Page['rows'][number], url: string): CsvRow {
  const { currency } = row;
  return {
    handed_in: row.submittedAt.toISOString(),
    state: row.state,
    decided: row.decidedAt?.toISOString() ?? '',
    task: row.title,
    client: row.clientName,
    reward: decimalAmount(row.rewardMinor, currency),
    bonus: decimalAmount(row.bonusMinor, currency),
    currency,
    active_seconds: row.activeSeconds ?? '',
    reason: row.rejectClass ?? '',
    feedback: row.feedback,
    answer: `${url}${assignmentHref(row.id)}`,
  };
}
