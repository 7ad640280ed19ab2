import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a caller was told and may rely on: the act and the thing it was done to. */
export type Acknowledged = { act: string; id: string };

type Body = { id: string; version?: number; milestones?: { id: string }[] };

const PRICE = { amount: '100.00', currency: 'USD' };
const PATIENCE_MS = 30_000;

/** A client and a freelancer that close one deal after another, from posting to payment. */
export class Pair {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that should never come: a refusal of what was not done yet, or a failure. */
  readonly surprises: string[] = [];
  private readonly base: string;
  private readonly keys: { client: string; freelancer: string };

  constructor(base: string, keys: { client: string; freelancer: string }) {
    this.base = base;
    this.keys = keys;
  }

  async dealUntil(over: AbortSignal): Promise<void> {
    while (!over.aborted) await this.deal(over);
  }

  private async deal(over: AbortSignal): Promise<void> {
    const act = async (who: 'client' | 'freelancer', name: string, path: string, body?: object) => {
      const answer = over.aborted ? undefined : await this.insist(who, path, body, over);
      if (answer === undefined) throw over.reason;
      this.acknowledged.push({ act: name, id: answer.id });
      return answer;
    };
    try {
      const project = await act('client', 'drafted', '/projects', PROJECT);
      await act('client', 'published', `/projects/${project.id}/publication`);
      const sent = `/projects/${project.id}/proposals`;
      const proposal = await act('freelancer', 'proposed', sent, PROPOSAL);
      const { version } = proposal;
      const contract = await act('client', 'awarded', `/proposals/${proposal.id}/award`, {
        version,
      });
      const signed = await act('freelancer', 'signed', `/contracts/${contract.id}/signature`);
      const milestone = `/milestones/${signed.milestones?.[0]?.id}`;
      await act('client', 'funded', `${milestone}/funding`);
      await act('freelancer', 'delivered', `${milestone}/deliveries`, { note: 'All of it.' });
      await act('client', 'paid', `${milestone}/acceptance`, { note: 'Thank you.' });
    } catch (error) {
      if (!over.aborted) throw error;
    }
  }

  /** The same key until there is an answer, as a caller does that lost its connection. */
  private async insist(
    who: 'client' | 'freelancer',
    path: string,
    body: object | undefined,
    over: AbortSignal,
  ): Promise<Body | undefined> {
    const headers = {
      Authorization: `Bearer ${this.keys[who]}`,
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'application/json',
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body ?? {}) };
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !over.aborted; await sleep(50)) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`${this.base}/api/v1${path}`, { ...request, signal }).catch(
        () => undefined,
      );
      if (answer === undefined || answer.status >= 500) continue;
      const said = await answer.text().catch(() => undefined);
      if (said === undefined) continue;
      if (answer.ok) return JSON.parse(said) as Body;
      if (answer.status === 429) continue;
      this.surprises.push(`${path}: ${answer.status} ${said}`);
      throw new Error(`${path} was refused: ${said}`);
    }
    return undefined;
  }
}

const PROJECT = {
  title: 'Six street views',
  requirements: 'Two by day, four by night.',
  category: 'architectural-illustration',
  pricing: 'fixed',
  currency: 'USD',
  budget_low: PRICE,
  budget_high: PRICE,
};

const PROPOSAL = {
  pricing: 'fixed',
  price: PRICE,
  milestones: [{ title: 'All views', amount: PRICE, due_days: 7 }],
  delivery_days: 7,
  cover: 'I can begin on Monday.',
};
