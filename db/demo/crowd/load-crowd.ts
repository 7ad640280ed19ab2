/**
 * Four hundred freelancers, their clients and what they did together in eighteen months. Nobody
 * here is a real person or firm; everything is drawn from one seed, told from today.
 */
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome } from '#domain/kernel/ids.ts';
import { scoreParty } from '#domain/reputation/commands/score-party.ts';
import { daysAgo, type Stage } from '../stage.ts';
import { arrive, arriveClient } from './arrive.ts';
import { CLIENTS, type Client } from './clients.ts';
import { type Pattern, patternsOf } from './patterns.ts';
import { drawCrowd } from './people.ts';
import type { Person } from './person.ts';
import { keepPatterns } from './pictures.ts';
import { planStories, type Story } from './stories.ts';
import { tellStory } from './tell-story.ts';

/** How much happens at once: enough to keep the database busy while a command thinks. */
const LANES = 8;
const CLIENTS_ARRIVED = 560;
const WITH_PICTURES = 60;

/** Everybody who came, as they act. */
export type Crowd = ReadonlyMap<Person | Client, MemberActor>;

export async function loadCrowd(stage: Stage, operator: MemberActor): Promise<Crowd> {
  const offered = new Map(
    (await taxonomy(stage.readDb)).map(({ slug, skills }) => [slug, skills] as const),
  );
  const people = drawCrowd(offered);
  const stories = planStories(people);
  const patterns = new Map(
    people
      .filter((_, place) => place % Math.floor(people.length / WITH_PICTURES) === 0)
      .map((person) => {
        const home = drawHome(`p${person.key}@crowd.demo.test`);
        return [person, patternsOf(person, home, daysAgo(stage, person.arrived))] as const;
      }),
  );
  const drawn = keepPatterns(stage.files, [...patterns.values()].flat());
  const actors = new Map<Person | Client, MemberActor>();
  await inLanes(people, async (person) => {
    const shown: Pattern[] = patterns.get(person) ?? [];
    actors.set(person, await arrive(stage, person, shown));
  });
  await inLanes(CLIENTS, async (client) => {
    const amountMinor = worthOf(stories.filter((story) => story.client === client));
    const deposit = { amountMinor, ago: CLIENTS_ARRIVED, operator };
    actors.set(client, await arriveClient(stage, client, deposit));
  });
  await tellAll(stage, stories, actors);
  await scoreAll(stage, stories, actors);
  await drawn;
  return actors;
}

/** What a client of these stories pays in: all of it, and some more, in round sums. */
function worthOf(stories: readonly Story[]): bigint {
  const sum = stories.reduce((total, { priceMinor }) => total + priceMinor, 0n);
  return (sum / 100_000n + 5n) * 100_000n;
}

/** One lane per client's wallet, so that its contracts never wait for each other. */
async function tellAll(stage: Stage, stories: readonly Story[], crowd: Crowd): Promise<void> {
  const ofClient = CLIENTS.map((client) => stories.filter((story) => story.client === client));
  const longestFirst = ofClient.toSorted((a, b) => b.length - a.length);
  await inLanes(longestFirst, async (own) => {
    for (const story of own) {
      const client = crowd.get(story.client);
      const freelancer = crowd.get(story.person);
      if (client && freelancer) await tellStory(stage, story, { client, freelancer });
    }
  });
}

async function scoreAll(stage: Stage, stories: readonly Story[], crowd: Crowd): Promise<void> {
  const people = new Set(stories.map(({ person }) => person));
  const clients = new Set(stories.map(({ client }) => client));
  await inLanes([...people], (one) => score(stage, crowd.get(one), 'freelancer'));
  await inLanes([...clients], (one) => score(stage, crowd.get(one), 'client'));
}

/** Once for all contracts of one side. */
async function score(
  stage: Stage,
  actor: MemberActor | undefined,
  side: 'freelancer' | 'client',
): Promise<void> {
  if (actor === undefined) return;
  const { partyId } = actor;
  const options = { actor: systemActor('reputation'), root: partyId, now: stage.today };
  await stage.run(scoreParty, { partyId, side }, options);
}

/** Does this for each, in the order given, a few at once. */
export async function inLanes<T>(
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = list.values();
  const lane = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
