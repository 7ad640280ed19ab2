/** What the address of a review asks for. Server only. */
import { workerOfName } from '#domain/assignments/queries/batch-workers.ts';
import {
  REVIEW_STATES,
  type ReviewQuestion,
  type ReviewState,
} from '#domain/assignments/queries/review-list.ts';
import { isId } from '#domain/kernel/ids.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';

export type Asked = {
  state: ReviewState | 'all';
  view: 'table' | 'one';
  worker: string;
  task: string;
  gold: '' | 'right' | 'wrong';
  agreement: '' | 'most' | 'few';
  faster: string;
  since: string;
  until: string;
  cursor: string;
};

/** Unknown values ask for nothing. */
export function askedIn(url: URL): Asked {
  const get = (name: string) => url.searchParams.get(name)?.trim().slice(0, 200) ?? '';
  const one = <Value extends string>(name: string, values: readonly Value[], otherwise: Value) =>
    values.find((value) => value === get(name)) ?? otherwise;
  return {
    state: one('state', [...REVIEW_STATES, 'all'], 'submitted'),
    view: one('view', ['table', 'one'], 'table'),
    worker: get('worker'),
    task: get('task'),
    gold: one('gold', ['', 'right', 'wrong'], ''),
    agreement: one('agreement', ['', 'most', 'few'], ''),
    faster: /^\d{1,6}$/.test(get('faster')) ? get('faster') : '',
    since: day(get('since')),
    until: day(get('until')),
    cursor: get('cursor'),
  };
}

function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** The same as a question to the list; null where the worker is not of this batch. */
export async function questionOf(
  db: ReadDb,
  batch: BatchRow,
  asked: Asked,
): Promise<Omit<ReviewQuestion, 'limit'> | null> {
  const workerId = isId(asked.worker)
    ? asked.worker
    : asked.worker === ''
      ? undefined
      : await workerOfName(db, batch, asked.worker);
  if (workerId === null) return null;
  const { gold, agreement, faster, since, until, cursor, task } = asked;
  return {
    states: asked.state === 'all' ? REVIEW_STATES : [asked.state],
    ...(workerId === undefined ? {} : { workerId }),
    ...(isId(task) ? { taskId: task } : {}),
    ...(gold === '' ? {} : { gold }),
    ...(agreement === '' ? {} : { agreement }),
    ...(faster === '' ? {} : { fasterThanSeconds: Number(faster) }),
    ...(since === '' ? {} : { since: new Date(since) }),
    ...(until === '' ? {} : { until: new Date(until) }),
    ...(cursor === '' ? {} : { cursor }),
  };
}

/** Whether anything but the state was asked for. */
export function isFiltered(asked: Asked): boolean {
  const { worker, task, gold, agreement, faster, since, until } = asked;
  return [worker, task, gold, agreement, faster, since, until].some((one) => one !== '');
}
