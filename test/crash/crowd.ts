import type { Acknowledged } from './deals.ts';
import { insist } from './insist.ts';

/** A client with one batch, and workers who take, hand in and now and then give back its tasks. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = [];
  readonly surprises: string[] = [];
  private readonly base: string;
  private readonly keys: { client: string; workers: string[] };
  private batchId = '';
  private readonly waiting: string[] = [];

  constructor(base: string, keys: { client: string; workers: string[] }) {
    this.base = base;
    this.keys = keys;
  }

  /** Drafts and orders the batch: as many tasks as nobody will come to the end of. */
  async order(): Promise<void> {
    const { client } = this.keys;
    const over = new AbortController().signal;
    const { id: batchId } = await this.ask<Made>(client, '/batches', BATCH, over);
    for (let first = 0; first < TASKS; first += 1_000) {
      const tasks = Array.from({ length: 1_000 }, (_, n) => ({ input: { thing: `${first + n}` } }));
      await this.ask(client, `/batches/${batchId}/tasks`, { tasks }, over);
    }
    const total = { amount: '480.00', currency: 'USD' };
    await this.ask(client, `/batches/${batchId}/order`, { total }, over);
    this.batchId = batchId;
  }

  async workUntil(over: AbortSignal): Promise<void> {
    const { batchId } = this;
    await Promise.all([
      ...this.keys.workers.map((key, place) =>
        this.loop(over, () => this.work(key, { batchId, place }, over)),
      ),
      this.loop(over, () => this.approve(batchId, over)),
    ]);
  }

  private async loop(over: AbortSignal, turn: () => Promise<void>): Promise<void> {
    while (!over.aborted) {
      await turn().catch((error: unknown) => {
        if (!over.aborted) throw error;
      });
    }
  }

  private async work(
    key: string,
    { batchId, place }: { batchId: string; place: number },
    over: AbortSignal,
  ): Promise<void> {
    const taken = await this.ask<Handed>(key, `/worker/batches/${batchId}/next`, {}, over);
    const id = taken.assignment_id;
    this.acknowledged.push({ act: 'assignment.accepted', id });
    const answer = { fields: { colour: 'red' } };
    const back = this.acknowledged.length % 10 === place;
    const [act, path, body] = back
      ? (['assignment.returned', 'return', {}] as const)
      : (['assignment.submitted', 'submission', answer] as const);
    await this.ask(key, `/assignments/${id}/${path}`, body, over);
    this.acknowledged.push({ act, id });
    if (!back) this.waiting.push(id);
  }

  private async approve(batchId: string, over: AbortSignal): Promise<void> {
    const ids = this.waiting.splice(0, 5);
    if (ids.length === 0) return new Promise((resolve) => setTimeout(resolve, 20));
    const body = { assignment_ids: ids };
    await this.ask(this.keys.client, `/batches/${batchId}/approvals`, body, over);
    for (const id of ids) this.acknowledged.push({ act: 'assignment.approved', id });
  }

  private async ask<Answer>(
    key: string,
    path: string,
    body: object,
    over: AbortSignal,
  ): Promise<Answer> {
    const sent = { base: this.base, key, path, body };
    const answer = await insist<Answer>(sent, over, (words) => this.surprises.push(words));
    if (answer === undefined) throw over.reason ?? new Error(`${path} was never answered`);
    return answer;
  }
}

type Made = { id: string };
type Handed = { assignment_id: string };

const TASKS = 4_000;

const BATCH = {
  name: 'Colours',
  title: 'Name the colour of a thing',
  reward: { amount: '0.05', currency: 'USD' },
  wanted_each: 2,
  form: {
    kind: 'form',
    instructions: '',
    show: [{ kind: 'text', text: 'Which colour is ${thing}?' }],
    fields: [
      { kind: 'choice', name: 'colour', label: 'Colour', options: ['red', 'green', 'blue'] },
    ],
  },
};

/** Each must give no row: what is half done with tasks. */
export const HALF_DONE_TASKS = {
  'a wanted answer is free or held once': `
    select t.id from task t
    left join assignment a on a.home = t.home and a.task_id = t.id
      and a.state not in ('returned', 'abandoned')
    group by t.home, t.id having t.wanted - t.slots <> count(a.id)`,
  'an answer stands beside each assignment that was handed in': `
    select a.id from assignment a
    left join answer n on n.home = a.home and n.assignment_id = a.id
    group by a.home, a.id having (a.submitted_at is not null) <> (count(n.version) = 1)`,
  'an approved answer was paid by two transfers, another by none': `
    select a.id from assignment a
    left join transfer t on t.home = a.home and t.subject_id = a.id
    group by a.home, a.id having count(t.id) <> case when a.state = 'approved' then 2 else 0 end`,
  'the counts of a worker are its assignments': `
    select w.worker_id from batch_worker w
    left join assignment a on a.home = w.home and a.batch_id = w.batch_id
      and a.worker_id = w.worker_id
    group by w.home, w.batch_id, w.worker_id
    having w.live <> count(a.id) filter (where a.state = 'accepted')
      or w.waiting <> count(a.id) filter (where a.state = 'submitted')
      or w.approved <> count(a.id) filter (where a.state = 'approved')
      or w.returned <> count(a.id) filter (where a.state = 'returned')`,
} as const;
