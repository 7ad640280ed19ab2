/** What the crowd's clients look for just now, whom the marketplace told, and what those said. */
import { systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { declineInvitation } from '#domain/projects/commands/decline-invitation.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { seeInvitation } from '#domain/projects/commands/see-invitation.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import type { DeclineReason } from '#domain/projects/invitation.ts';
import type { ProjectTerms } from '#domain/projects/project-terms.ts';
import type { Context } from '#platform/context.ts';
import { slices } from '../projects.ts';
import { daysAgo, type Stage } from '../stage.ts';
import { CLIENTS, type Client } from './clients.ts';
import { type Crowd, inLanes } from './load-crowd.ts';
import { tradeOf } from './people.ts';
import { type Random, randomOf } from './random.ts';

/** Categories and skills that are looked for, each for another client; the first ones are newest. */
const WANTED = `
architectural-illustration|Exterior views, Photo montage, Blender, Drawings by hand
data-entry|Typing from forms, Removing duplicates
document-processing|Scanning and text recognition, Indexing of archives
software|TypeScript, Accessibility
translation|Technical translation, English to Japanese
patents-and-trademarks|Patent search, Patent drawings
landscape-design|Planting plans, Watering plans
graphic-design|Logos, Brand identity
bookkeeping|Bank reconciliation, Month-end closing
customer-service|Live chat, Answers by mail
video-and-animation|Video editing, Subtitles
tutoring|Mathematics, Exam preparation
travel-planning|Journeys by train, Itineraries
data-analysis|Dashboards, SQL queries
transcription|Interview transcripts, Time codes
engineering|Technical drawing, CAD models`
  .trim()
  .split('\n')
  .map((row) => row.split('|') as [category: string, skills: string]);

export async function askForWork(stage: Stage, crowd: Crowd): Promise<void> {
  await inLanes(
    WANTED.map((wanted, place) => ({ wanted, place })),
    async ({ wanted: [category, skills], place }) => {
      const random = randomOf(`wanted ${place}`);
      const client = CLIENTS[(place * 7 + 1) % CLIENTS.length];
      const actor = client && crowd.actors.get(client);
      if (client === undefined || actor === undefined) return;
      const terms = termsOf(random, { client, category, skills: skills.split(', ') });
      const ago = 1.2 + place * 1.1;
      const root = newId(drawHome(`wanted ${place}`), daysAgo(stage, ago));
      const now = daysAgo(stage, ago);
      await stage.run(ask, { stage, crowd, terms, ago, random }, { actor, root, now });
    },
  );
}

type Asked = { stage: Stage; crowd: Crowd; terms: ProjectTerms; ago: number; random: Random };

/** Posted and matched; then some of the crowd answer, each some hours later than the one before. */
async function ask(ctx: Context, { stage, crowd, terms, ago, random }: Asked): Promise<null> {
  const at = (days: number) => ({ ...ctx, now: daysAgo(stage, days) });
  const { projectId } = await draftProject(at(ago + 0.05), { terms });
  await publishProject(at(ago), { projectId });
  await matchProject({ ...at(ago - 0.01), actor: systemActor('matching') }, { projectId });
  const invited = await ctx.tx
    .selectFrom('projectInvitation')
    .select('freelancerId')
    .where('projectId', '=', projectId)
    .execute();
  const told = new Set(invited.map(({ freelancerId }) => freelancerId));
  let days = ago - 0.1;
  for (const person of crowd.people) {
    const actor = crowd.actors.get(person);
    if (actor === undefined || !told.has(actor.partyId) || days < 0.2) continue;
    days -= random.between(0.02, 0.12);
    const own = { ...at(days), actor };
    if (random.chance(0.75)) await seeInvitation(own, { projectId });
    if (random.chance(0.25)) {
      await declineInvitation(own, { projectId, ...random.pick(NO) });
    } else if (random.chance(0.35)) {
      const priceMinor = person.rateLowMinor * BigInt(random.whole(14, 30));
      const offered = slices(random.pick(COVERS), [terms.title, priceMinor, random.whole(6, 20)]);
      await sendProposal(own, { projectId, terms: offered });
    }
  }
  return null;
}

const NO: readonly { reason: DeclineReason; note: string }[] = [
  { reason: 'too_busy', note: 'Two jobs until the end of the month. Ask me again in four weeks.' },
  { reason: 'budget_too_low', note: 'For this number of pieces I would need about twice that.' },
  { reason: 'not_my_work', note: '' },
  { reason: 'dates', note: 'I am away in the second week.' },
];

const COVERS = [
  'I did something very close to this in spring and can begin on Monday.',
  'Two questions before I start, but the price stands.',
  'You get a first part after three days, so that we see whether we mean the same.',
  'My price covers one round of changes; I plan a second day for it.',
];

function termsOf(
  random: Random,
  { client, category, skills }: { client: Client; category: string; skills: string[] },
): ProjectTerms {
  const trade = tradeOf(category);
  const title = random.pick(trade.jobs);
  const hours = BigInt(random.whole(16, 30));
  const hour = BigInt(Math.round(trade.usRate * 45));
  return {
    title,
    requirements: [
      `${title}, for ${client.firm?.name ?? 'a private client'}.`,
      '',
      `- We look for ${random.pick(trade.wares)}`,
      `- Two rounds of changes, about ${hours} hours by our guess`,
      '- Please say when you can begin, and show one thing that is close to this',
    ].join('\n'),
    category,
    skills,
    pricing: 'fixed',
    currency: client.currency,
    budgetLowMinor: ((hour * hours) / 2n / 100n) * 100n,
    budgetHighMinor: ((hour * hours) / 100n) * 100n,
    expectedHours: null,
    wantedOn: null,
    audience: 'everyone',
  };
}
