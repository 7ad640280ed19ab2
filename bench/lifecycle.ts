/**
 * Whole project lifecycles through HTTP: draft, publish, propose, award, sign, fund, deliver,
 * accept, end, rate twice. Eleven acts, each a request with a key of its own.
 */
import { randomUUID } from 'node:crypto';
import { type Line, loops, rounded } from './measure.ts';
import { keyedMember, type Served, serveMarket } from './served.ts';

const PAIRS = 40;
const ACTS = 11;

type Pair = { client: string; freelancer: string };

export async function benchLifecycle({ seconds }: { seconds: number }): Promise<Line[]> {
  const served = await serveMarket();
  try {
    const pairs = await served.withRun(async (run) => {
      const made: Pair[] = [];
      for (let n = 0; n < PAIRS; n += 1) {
        const client = await keyedMember(run, `Client ${n}`, 10n ** 12n);
        const freelancer = await keyedMember(run, `Freelancer ${n}`, 0n);
        made.push({ client: client.key, freelancer: freelancer.key });
      }
      return made;
    });
    const idle = served.memoryMb().now;
    const act = (turn: number) => live(served, pairs[turn % PAIRS] ?? raise());
    await loops({ atOnce: 2, seconds: 2 }, act);
    const lines: Line[] = [];
    for (const atOnce of [1, 8]) {
      const rate = await loops({ atOnce, seconds }, act);
      lines.push({
        what: `lifecycles through HTTP, ${atOnce} at once`,
        figures: {
          'lifecycles/s': rounded(rate.perSecond),
          'acts/s': Math.round(rate.perSecond * ACTS),
          'p95 ms a lifecycle': Math.round(rate.p95Ms),
        },
      });
    }
    const { peak } = served.memoryMb();
    lines.push({
      what: 'server process',
      figures: { 'idle MB': Math.round(idle), 'peak MB': Math.round(peak) },
    });
    return lines;
  } finally {
    await served.close();
  }
}

async function live(served: Served, { client, freelancer }: Pair): Promise<void> {
  const as = (key: string) => (path: string, body?: unknown) =>
    post(served.url, { key, path, body });
  const [byClient, byFreelancer] = [as(client), as(freelancer)];
  const project = await byClient('/projects', PROJECT);
  await byClient(`/projects/${project.id}/publication`);
  const proposal = await byFreelancer(`/projects/${project.id}/proposals`, PROPOSAL);
  const contract = await byClient(`/proposals/${proposal.id}/award`, { version: 1 });
  const signed = await byFreelancer(`/contracts/${contract.id}/signature`);
  const milestone = signed.milestones?.[0]?.id ?? raise();
  await byClient(`/milestones/${milestone}/funding`);
  await byFreelancer(`/milestones/${milestone}/deliveries`, { note: 'Done.' });
  await byClient(`/milestones/${milestone}/acceptance`, {});
  await byClient(`/contracts/${contract.id}/end`);
  await byClient(`/contracts/${contract.id}/feedback`, { stars: 5 });
  await byFreelancer(`/contracts/${contract.id}/feedback`, { stars: 5 });
}

type Answer = { id: string; milestones?: { id: string }[] };

async function post(
  url: string,
  request: { key: string; path: string; body?: unknown },
): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${request.path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${request.key}`,
      'Idempotency-Key': randomUUID(),
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request.path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

function raise(): never {
  throw new Error('The answer lacks what the next act needs');
}

const usd = (amount: string) => ({ amount, currency: 'USD' });

const PROJECT = {
  title: 'Six street views',
  requirements: 'Two by day, two at dusk, two inside.',
  category: 'architectural-illustration',
  pricing: 'fixed',
  currency: 'USD',
  budget_low: usd('1200.00'),
  budget_high: usd('2000.00'),
};

const PROPOSAL = {
  pricing: 'fixed',
  price: usd('1600.00'),
  milestones: [{ title: 'Six views', amount: usd('1600.00'), due_days: 20 }],
  delivery_days: 20,
  cover: 'I can begin on Monday.',
};
