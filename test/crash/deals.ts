import { insist } from './insist.ts';

/** What a caller was told and may rely on: the act and the thing it was done to. */
export type Acknowledged = { act: string; id: string };

type Body = { id: string; version?: number; milestones?: { id: string }[] };

const PRICE = { amount: '100.00', currency: 'USD' };

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
      const sent = { base: this.base, key: this.keys[who], path, ...(body && { body }) };
      const surprised = (words: string) => void this.surprises.push(words);
      const answer = over.aborted ? undefined : await insist<Body>(sent, over, surprised);
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
