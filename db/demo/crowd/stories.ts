/** Plans the ended contracts of the crowd: who worked for whom, for how much, and how it went. */
import type { Client } from './clients.ts';
import { CLIENTS } from './clients.ts';
import { tradeOf } from './people.ts';
import type { Worker } from './person.ts';
import { type Random, randomOf } from './random.ts';
import { remarkOnClient, remarkOnWork, replyTo } from './remarks.ts';

export type Story = {
  key: string;
  person: Worker;
  client: Client;
  title: string;
  category: string;
  priceMinor: bigint;
  /** Days before the show on which it was posted. */
  ago: number;
  /** Days from signature to the due day. */
  dueDays: number;
  /** Days from signature to the delivery. */
  deliveredAfter: number;
  /** Whether changes were asked for once, two days after the delivery. */
  changes: boolean;
  /** `refunded`: the freelancer gave everything back. `silent`: nobody answered the delivery. */
  course: 'accepted' | 'silent' | 'refunded';
  toFreelancer: { stars: number; comment: string } | null;
  toClient: { stars: number; comment: string } | null;
  reply: string | null;
};

/** From the oldest to the newest contract; the newest ended some days before the show. */
export function planStories(people: readonly Worker[]): Story[] {
  return people.flatMap((person) => {
    const random = randomOf(`stories ${person.key}`);
    const known: Client[] = [];
    const all = tradeOf(person.categories[0] ?? '').jobs;
    const jobs = random.some(all, all.length);
    return Array.from({ length: person.contracts }, (_, nth) => {
      const again = known.length > 0 && random.chance(0.35);
      const client = random.pick(again ? known : CLIENTS);
      known.push(client);
      return story(random, { person, client, jobs, nth });
    });
  });
}

const LONGEST_DAYS = 75;

type Part = { person: Worker; client: Client; jobs: readonly string[]; nth: number };

function story(random: Random, { person, client, jobs, nth }: Part): Story {
  const [category = ''] = person.categories;
  const ago = random.whole(LONGEST_DAYS, Math.max(LONGEST_DAYS + 5, person.arrived - 8));
  const hours = random.whole(6, 45);
  const dueDays = random.whole(4, 28);
  const good = random.chance(0.35 + 0.6 * person.skillful);
  const late = random.chance(good ? 0.08 : 0.5);
  const refunded = !good && random.chance(0.18);
  const patient = random.chance(0.3 + 0.68 * client.fair);
  const stars = refunded ? random.whole(1, 2) : starsFor(random, good, late);
  const starsBack = patient ? random.pick([5, 5, 5, 4]) : random.pick([4, 3, 3, 2]);
  const rated = random.chance(0.9);
  return {
    key: `${person.key}-${nth}`,
    person,
    client,
    title: jobs[nth % jobs.length] ?? category,
    category,
    priceMinor: ((person.rateLowMinor * BigInt(hours)) / 100n) * 100n,
    ago,
    dueDays,
    deliveredAfter:
      dueDays + (late ? random.whole(1, 9) : -random.whole(0, Math.min(4, dueDays - 2))),
    changes: !good && random.chance(0.6),
    course: refunded ? 'refunded' : random.chance(patient ? 0.03 : 0.3) ? 'silent' : 'accepted',
    toFreelancer: rated ? { stars, comment: remarkOnWork(random, stars) } : null,
    toClient:
      rated && random.chance(0.85)
        ? { stars: starsBack, comment: remarkOnClient(random, starsBack) }
        : null,
    reply: rated && random.chance(stars < 4 ? 0.5 : 0.12) ? replyTo(random, stars) : null,
  };
}

function starsFor(random: Random, good: boolean, late: boolean): number {
  if (good) return late ? random.pick([4, 4, 5]) : random.pick([5, 5, 5, 5, 4]);
  return late ? random.pick([2, 3, 3]) : random.pick([3, 3, 4, 2]);
}
