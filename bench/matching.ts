/**
 * Matching over a directory of growing size: finding the best ten for a project, and the whole job
 * that a publication starts, which finds, locks, invites and tells them.
 */
import pg from 'pg';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { findMatches } from '#domain/matching/queries/find-matches.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import { castMember } from '#test/cast/members.ts';
import { type Line, loops, type Rate, rounded } from './measure.ts';
import type { Stand } from './stand.ts';

const PLACES = 10;
/** Different projects, so that no answer is met twice in a row. */
const PROJECTS = 300;
const WARM_UP_SECONDS = 4;
const SECONDS = 8;

/** Of a directory with so many profiles; leaves it as it was. */
export async function benchMatching(stand: Stand, listings: number): Promise<Line[]> {
  const client = await castMember(stand.run, `Client ${process.pid} of ${listings}`);
  const terms = await drawTerms(stand);
  const now = new Date();
  const find = (turn: number) => {
    const asked = terms[turn % terms.length] ?? raise();
    const wanted = { ...asked, clientId: client.partyId, postedBy: client.memberId };
    return findMatches(stand.readDb, wanted, { limit: PLACES, now });
  };
  await loops({ atOnce: 2, seconds: WARM_UP_SECONDS }, find);
  const found = await loops({ atOnce: 1, seconds: SECONDS }, find);
  const two = await loops({ atOnce: 2, seconds: SECONDS }, find);
  const published = await publish(stand, client, terms);
  const told = await eachOnce(published, (projectId) => match(stand, projectId));
  await forget(stand);
  const line = (what: string, rate: Pick<Rate, 'p50Ms' | 'p95Ms'>) => ({
    what: `${what}, ${listings.toLocaleString('en')} profiles`,
    figures: { 'p50 ms': rounded(rate.p50Ms), 'p95 ms': rounded(rate.p95Ms) },
  });
  return [
    line('the best ten', found),
    line('the best ten, 2 at once', two),
    line('found and told', told),
  ];
}

async function eachOnce(
  ids: readonly string[],
  act: (id: string) => Promise<void>,
): Promise<Pick<Rate, 'p50Ms' | 'p95Ms'>> {
  const times: number[] = [];
  for (const id of ids) {
    const before = performance.now();
    await act(id);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Every trade, with one to four of its skills; by the hour and at a price. */
async function drawTerms({ db }: Stand): Promise<ProjectTerms[]> {
  const skills = await db
    .selectFrom('skill')
    .select(['slug', 'category'])
    .orderBy('category')
    .orderBy('position')
    .execute();
  const trades = [...Map.groupBy(skills, (one) => one.category).entries()];
  return Array.from({ length: PROJECTS }, (_, n) => {
    const [category, known] = trades[(n * 7) % trades.length] ?? raise();
    const asked = known.filter((_one, place) => (place * 5 + n) % 3 === 0).slice(0, 1 + (n % 4));
    return {
      title: `Work number ${n}`,
      requirements: 'As agreed.',
      category,
      skills: asked.map((one) => one.slug),
      pricing: n % 3 === 0 ? ('fixed' as const) : ('hourly' as const),
      currency: 'USD',
      budgetLowMinor: null,
      budgetHighMinor: BigInt(500 * (1 + ((n * 13) % 16))),
      expectedHours: n % 3 === 0 ? null : 40,
      wantedOn: null,
      audience: 'everyone' as const,
    };
  });
}

async function publish(
  { run }: Stand,
  client: MemberActor,
  terms: readonly ProjectTerms[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of terms) {
    const act = { actor: client };
    const { projectId } = await run(draftProject, { terms: one }, { ...act, root: 'new' });
    await run(publishProject, { projectId }, { ...act, root: projectId });
    ids.push(projectId);
  }
  return ids;
}

async function match({ run }: Stand, projectId: string): Promise<void> {
  const actor = systemActor('bench');
  const { matched } = await run(matchProject, { projectId }, { actor, root: projectId });
  if (matched === 0) throw new Error('Somebody fits every project of the bench');
}

/** The next fill takes the freelancers away, so what they were told has to go before. */
async function forget({ ownerUrl }: Stand): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('truncate project_match, project_invitation');
  await owner.end();
}

function raise(): never {
  throw new Error('The taxonomy has trades and skills');
}
