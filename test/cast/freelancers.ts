/** Freelancers with a profile, as the cast writes them. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import type { FreelancerProfile } from '#domain/directory/freelancer-profile.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { Run } from '#platform/run.ts';
import { castMember } from './members.ts';

/** Skills of the seeds. */
export const RENDERER: Partial<FreelancerProfile> = {
  headline: 'Street views of public buildings',
  about:
    'I draw buildings before they stand: competitions, planning boards and brochures, by day and at dusk.',
  timeZone: 'Europe/Bucharest',
  languages: [
    { code: 'ro', level: 'native' },
    { code: 'en', level: 'fluent' },
  ],
  rateLowMinor: 1_000n,
  rateHighMinor: 1_500n,
  categories: ['architectural-illustration'],
  skills: ['exterior-rendering', 'photo-montage'],
};

/** Registers a member with a country and a listed profile. */
export async function castFreelancer(
  run: Run,
  name: string,
  profile: Partial<FreelancerProfile> & { country?: string } = {},
): Promise<MemberActor> {
  const actor = await castMember(run, name);
  const { country = 'RO', ...edit } = profile;
  const own = { actor, root: actor.memberId };
  await run(changeProfile, { country }, own);
  await run(editFreelancer, { ...RENDERER, ...edit }, own);
  await run(listFreelancer, {}, own);
  return actor;
}
