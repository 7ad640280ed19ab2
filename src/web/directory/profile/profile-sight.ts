/** Everything the public page of one freelancer shows to this reader. Server only. */
import { may } from '#domain/accounts/permission.ts';
import { freelancerPage } from '#domain/directory/queries/freelancer-page.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { hoursShared } from '#domain/directory/region.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { myProjects } from '#domain/projects/queries/my-projects.ts';
import { feedbackAbout, starsOf } from '#domain/reputation/queries/feedback.ts';
import { outcomesOf } from '#domain/reputation/queries/outcomes.ts';
import { scoreOf } from '#domain/reputation/queries/score.ts';
import type { Web } from '#web/context.ts';
import { renderMarkdown } from '#web/ui/markdown.ts';
import { outcomesByCategory } from './outcomes-by-category.ts';

const FEEDBACK_ROWS = 10;
const PROJECTS_TO_OFFER = 20;

export type ProfileSight = Awaited<ReturnType<typeof profileSight>>;

/** Refuses `not_found` for a freelancer who is not listed, but to that freelancer. */
export async function profileSight(
  all: Pick<Web, 'readDb' | 'viewer' | 'now'>,
  id: string,
  cursor: string,
) {
  const { readDb, viewer, now } = all;
  const actor = viewer?.actor ?? null;
  const freelancer = await freelancerPage(readDb, id, actor?.partyId ?? null);
  if (freelancer === null) return refuse('not_found', { thing: 'freelancer' });
  const isOwn = actor?.partyId === freelancer.id;
  const [reputation, stars, feedback, outcomes, categories, projects] = await Promise.all([
    scoreOf(readDb, id, 'freelancer'),
    starsOf(readDb, id, { side: 'freelancer' }),
    feedbackAbout(readDb, id, {
      limit: FEEDBACK_ROWS,
      side: 'freelancer',
      ...(cursor === '' ? {} : { cursor }),
    }),
    outcomesOf(readDb, id, 'freelancer'),
    taxonomy(readDb, { retired: true }),
    isOwn ? [] : openProjectsToOffer(all),
  ]);
  return {
    freelancer,
    about: renderMarkdown(freelancer.about),
    reputation,
    stars,
    feedback,
    cursor,
    outcomes: outcomesByCategory(outcomes, categories),
    projects,
    isOwn,
    signedIn: actor !== null,
    mayInvite: actor !== null && may(actor, 'invite'),
    localTime: localTime(freelancer.timeZone, now),
    shared: viewer === null ? null : hoursShared(viewer.timeZone, freelancer.timeZone, now),
  };
}

/** The reader's own projects that still take proposals. */
async function openProjectsToOffer({ readDb, viewer }: Pick<Web, 'readDb' | 'viewer'>) {
  if (viewer === null || !may(viewer.actor, 'see_work')) return [];
  const question = { states: ['open', 'draft'] as const, limit: PROJECTS_TO_OFFER };
  const { rows } = await myProjects(readDb, viewer.actor, question);
  return rows.map(({ id, title }) => ({ id, title }));
}

/** `14:32, GMT+2`. */
function localTime(timeZone: string, now: Date): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'shortOffset' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { ...time, timeZone }).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('hour')}:${of('minute')}, ${of('timeZoneName').replace('GMT', 'UTC')}`;
}
