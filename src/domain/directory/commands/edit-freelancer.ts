import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import {
  changedParts,
  type FreelancerProfile,
  freelancerProblems,
  settleFreelancer,
  tidyFreelancer,
} from '../freelancer-profile.ts';
import { lockOwnFreelancer, missingParts } from './lock-freelancer.ts';
import { refreshListing } from './refresh-listing.ts';

/**
 * Changes the given parts of the profile of the actor's party, and makes one where there is none;
 * run it with the party's id as root. Tells which parts differ from before; no change is no event.
 * Refuses `input_invalid` (data: rule) and `date_in_past` with the field, and `profile_incomplete`
 * when a listed profile would lack what the directory needs.
 */
export async function editFreelancer(
  ctx: Context,
  input: Partial<FreelancerProfile>,
): Promise<{ changed: string[]; seq: number | null }> {
  const before = await lockOwnFreelancer(ctx);
  const profile = settleFreelancer({ ...before.profile, ...given(tidyFreelancer(input)) });
  const changed = changedParts(before.profile, profile);
  if (changed.length === 0) return { changed, seq: null };
  const [problem] = freelancerProblems(profile, changed.includes('awayUntil') ? ctx.now : LONG_AGO);
  if (problem !== undefined) throw problem;
  await assertOffered(ctx, before.profile, profile);
  const missing = before.listedAt === null ? [] : missingParts(before.country, profile);
  if (missing.length > 0) refuse('profile_incomplete', { missing: missing.join(', ') });
  await store(ctx, before.id, profile);
  const { seq } = await appendEvent(ctx, {
    kind: 'freelancer.changed',
    rootKind: 'party',
    rootId: before.id,
    subjectId: before.id,
    parties: [before.id],
    data: { changed },
  });
  await refreshListing(ctx, before.id);
  return { changed, seq };
}

/** A day of return that has passed since it was written stays until it is changed. */
const LONG_AGO = new Date(0);

/** What is chosen anew must exist and not be retired; what was chosen before may stay. */
async function assertOffered(
  ctx: Context,
  before: FreelancerProfile,
  after: FreelancerProfile,
): Promise<void> {
  for (const part of ['categories', 'skills'] as const) {
    const fresh = after[part].filter((slug) => !before[part].includes(slug));
    if (fresh.length === 0) continue;
    const known = await ctx.tx
      .selectFrom(part === 'categories' ? 'category' : 'skill')
      .select('slug')
      .where('slug', 'in', fresh)
      .where('retiredAt', 'is', null)
      .execute();
    if (known.length < fresh.length) refuse('input_invalid', { rule: 'not_listed' }, part);
  }
}

async function store(ctx: Context, id: string, profile: FreelancerProfile): Promise<void> {
  const { tx, now } = ctx;
  const { categories, skills, languages, ...columns } = profile;
  await tx
    .updateTable('freelancer')
    .set({ ...columns, languages: JSON.stringify(languages), changedAt: now })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('freelancerCategory').where('freelancerId', '=', id).execute();
  if (categories.length > 0) {
    const rows = categories.map((category, place) => ({ category, position: place + 1 }));
    await tx
      .insertInto('freelancerCategory')
      .values(rows.map((row) => ({ ...row, freelancerId: id })))
      .execute();
  }
  await tx.deleteFrom('freelancerSkill').where('freelancerId', '=', id).execute();
  if (skills.length > 0) {
    const rows = skills.map((skill, place) => ({ skill, position: place + 1 }));
    await tx
      .insertInto('freelancerSkill')
      .values(rows.map((row) => ({ ...row, freelancerId: id })))
      .execute();
  }
}

/** Without what was not given, so that a spread keeps what was before. */
function given<Parts extends object>(parts: Parts): Partial<Parts> {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Parts>;
}
