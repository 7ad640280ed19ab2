/**
 * Four hundred freelancers, their clients and what they did together in eighteen months. Nobody
 * here is a real person or firm; everything is drawn from one seed, told from today.
 */
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, homeOf } from '#domain/kernel/ids.ts';
import { type ScoreParty, scoreParty } from '#domain/reputation/commands/score-party.ts';
import type { Context } from '#platform/context.ts';
import { daysAgo, type Stage, spareTheDisk } from '../stage.ts';
import { arrive, arriveClient, showPatterns } from './arrive.ts';
import { CLIENTS, type Client } from './clients.ts';
import { type Pattern, patternsOf } from './patterns.ts';
import { drawCrowd } from './people.ts';
import type { Person, Worker } from './person.ts';
import { keepPatterns } from './pictures.ts';
import { planStories, type Story } from './stories.ts';
import { tellStory } from './tell-story.ts';

/** How much happens at once: enough to keep the database busy while a command thinks. */
const LANES = 8;
const CLIENTS_ARRIVED = 560;
const WITH_PICTURES = 60;

/** Everybody who came, as they act. */
export type Crowd = {
  people: readonly Person[];
  actors: ReadonlyMap<Worker | Client, MemberActor>;
};

export async function loadCrowd(
  stage: Stage,
  known: { workers: ReadonlyMap<Worker, MemberActor>; operator: MemberActor },
): Promise<Crowd> {
  const offered = new Map(
    (await taxonomy(stage.readDb)).map(({ slug, skills }) => [slug, skills] as const),
  );
  const people = drawCrowd(offered);
  const stories = planStories([...people, ...known.workers.keys()]);
  const patterns = new Map(
    people
      .filter((_, place) => place % Math.floor(people.length / WITH_PICTURES) === 0)
      .map((person) => {
        const home = drawHome(`p${person.key}@crowd.demo.test`);
        return [person, patternsOf(person, home, daysAgo(stage, person.arrived))] as const;
      }),
  );
  const ofCast = await showCast(stage, known.workers);
  const drawn = keepPatterns(stage.files, [...ofCast, ...[...patterns.values()].flat()]);
  const actors = new Map<Worker | Client, MemberActor>(known.workers);
  await inLanes(people, async (person) => {
    const shown: Pattern[] = patterns.get(person) ?? [];
    actors.set(person, await arrive(stage, person, shown));
  });
  await inLanes(CLIENTS, async (client) => {
    const amountMinor = worthOf(stories.filter((story) => story.client === client));
    const deposit = { amountMinor, ago: CLIENTS_ARRIVED, operator: known.operator };
    actors.set(client, await arriveClient(stage, client, deposit));
  });
  const crowd = { people, actors };
  await tellAll(stage, stories, crowd);
  await scoreAll(stage, stories, crowd);
  await drawn;
  return crowd;
}

/** Pictures for those who were there before the crowd. */
async function showCast(
  stage: Stage,
  workers: ReadonlyMap<Worker, MemberActor>,
): Promise<Pattern[]> {
  const shown: Pattern[] = [];
  for (const [worker, actor] of workers) {
    const now = daysAgo(stage, worker.arrived);
    const patterns = patternsOf(worker, homeOf(actor.partyId), now);
    await stage.run(showPatterns, { patterns }, { actor, root: actor.partyId, now });
    shown.push(...patterns);
  }
  return shown;
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
      const client = crowd.actors.get(story.client);
      const freelancer = crowd.actors.get(story.person);
      if (client && freelancer) await tellStory(stage, story, { client, freelancer });
    }
  });
}

async function scoreAll(stage: Stage, stories: readonly Story[], crowd: Crowd): Promise<void> {
  const people = new Set(stories.map(({ person }) => person));
  const clients = new Set(stories.map(({ client }) => client));
  await inLanes([...people], (one) => score(stage, crowd.actors.get(one), 'freelancer'));
  await inLanes([...clients], (one) => score(stage, crowd.actors.get(one), 'client'));
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
  await stage.run(scoreSoon, { partyId, side }, options);
}

async function scoreSoon(ctx: Context, input: ScoreParty): Promise<null> {
  await spareTheDisk(ctx);
  await scoreParty(ctx, input);
  return null;
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
