/** A small directory: freelancers of three kinds of work in seven countries, one of them with a past. */

import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { addPortfolioItem } from '#domain/directory/commands/add-portfolio-item.ts';
import type { FreelancerProfile } from '#domain/directory/freelancer-profile.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { scoreContract } from '#domain/reputation/commands/score-contract.ts';
import { payIn, signedContract } from '../cast/contracts.ts';
import { castFreelancer } from '../cast/freelancers.ts';
import type { TestDatabase } from '../database.ts';

type Person = Partial<FreelancerProfile> & { name: string; country: string };

const GARDENS: Partial<FreelancerProfile> = {
  headline: 'Gardens that need little water',
  about:
    'I draw gardens for houses and small hotels: planting plans, watering and a list of what to buy. Drawings come as PDF and DWG.',
  categories: ['landscape-design'],
  skills: [],
};

const LAWS: Partial<FreelancerProfile> = {
  headline: 'International patent filings',
  about:
    'I prepare and file patent applications under the PCT and answer the examiners. Twelve years in an office before that.',
  categories: ['patents-and-trademarks'],
  skills: [],
};

const PEOPLE: readonly Person[] = [
  { name: 'Inés Cabrera', country: 'UY', rateLowMinor: 800n, rateHighMinor: 800n },
  { name: 'Marisol Reyes', country: 'PH', rateLowMinor: 800n, rateHighMinor: 1_200n },
  { name: 'Arjun Mehta', country: 'IN', rateLowMinor: 1_000n, rateHighMinor: 1_800n },
  { name: 'Tom Whitfield', country: 'GB', rateLowMinor: 2_000n, rateHighMinor: 3_500n },
  {
    name: 'Lucía Ferrer',
    country: 'ES',
    rateLowMinor: 4_000n,
    rateHighMinor: 4_500n,
    availability: 'limited',
  },
  { name: 'Dana Okafor', country: 'US', rateLowMinor: 7_000n, rateHighMinor: 7_500n },
  { ...GARDENS, name: 'Carmen Soler', country: 'ES', rateLowMinor: 2_600n, rateHighMinor: 2_600n },
  { ...GARDENS, name: 'Priya Nair', country: 'IN', rateLowMinor: 800n, rateHighMinor: 1_000n },
  {
    ...GARDENS,
    name: 'Hank Doyle',
    country: 'US',
    rateLowMinor: 9_000n,
    rateHighMinor: 9_500n,
    availability: 'away',
  },
  { ...LAWS, name: 'Sunil Rao', country: 'IN', rateLowMinor: 2_000n, rateHighMinor: 2_500n },
];

export type DirectoryCast = Awaited<ReturnType<typeof directoryCast>>;

/** Ioana has delivered twice for this client; the others are new. */
export async function directoryCast(
  { run, readDb }: Pick<TestDatabase, 'run' | 'readDb'>,
  client: MemberActor,
) {
  const categories = await readDb.selectFrom('category').select('slug').execute();
  const skills = await readDb.selectFrom('skill').select(['slug', 'category']).execute();
  const people: MemberActor[] = [];
  for (const { name, ...person } of PEOPLE) {
    const wanted = person.categories ?? ['architectural-illustration'];
    const known = wanted.filter((slug) => categories.some((one) => one.slug === slug));
    const ofKind = skills.filter(({ category }) => known.includes(category)).slice(0, 5);
    const profile = { ...person, categories: known, skills: ofKind.map(({ slug }) => slug) };
    people.push(await castFreelancer(run, name, profile));
  }
  const ioana = await castFreelancer(run, 'Ioana Petrescu', {
    hoursAWeek: 30,
    about: IOANA,
    skills: skills
      .filter(({ category }) => category === 'architectural-illustration')
      .map(({ slug }) => slug)
      .slice(0, 6),
  });
  await addWork(run, ioana);
  await payIn(run, client, { amountMinor: 1_000_000n });
  await finishContract({ run, readDb }, { client, freelancer: ioana });
  await finishContract({ run, readDb }, { client, freelancer: ioana });
  return { people, ioana };
}

const IOANA = `I draw buildings before they stand: competitions, planning boards and
brochures, **by day and at dusk**.

- exteriors and street views from your plans
- interiors with your own furniture
- one round of changes in the price`;

async function addWork(run: TestDatabase['run'], actor: MemberActor): Promise<void> {
  const itemId = newId(drawHome());
  const input = {
    itemId,
    title: 'The harbour of Constanța',
    about: 'Six views for a planning board.',
    alt: '',
    link: 'https://works.example/harbour',
    category: null,
    picture: null,
  };
  await run(addPortfolioItem, input, { actor, root: itemId });
}

/** Two milestones, both in time, and feedback from both sides. */
async function finishContract(
  { run, readDb }: Pick<TestDatabase, 'run' | 'readDb'>,
  pair: { client: MemberActor; freelancer: MemberActor },
): Promise<void> {
  const { client, freelancer } = pair;
  const { contractId, milestones } = await signedContract(run, readDb, pair);
  const by = (actor: MemberActor) => ({ actor, root: contractId });
  for (const milestoneId of milestones) {
    await run(fundMilestone, { milestoneId }, by(client));
    await run(deliverMilestone, { milestoneId, note: 'Here' }, by(freelancer));
    await run(acceptMilestone, { milestoneId }, by(client));
  }
  await run(endContract, { contractId }, by(client));
  const comment = 'Quick, clear, and the dusk views won us the competition.';
  await run(giveFeedback, { contractId, stars: 5, comment }, by(client));
  await run(giveFeedback, { contractId, stars: 4, comment: 'Paid at once.' }, by(freelancer));
  const rule = { actor: systemActor('cast'), root: contractId };
  await run(scoreContract, { contractId }, rule);
}
