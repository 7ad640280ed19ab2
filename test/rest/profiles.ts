/** What a freelancer of the world sells and looks for: a profile that is not listed yet. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { addPortfolioItem } from '#domain/directory/commands/add-portfolio-item.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { saveSearch } from '#domain/directory/commands/save-search.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import type { Run } from '#platform/run.ts';
import { RENDERER } from '../cast/freelancers.ts';

export type Profiles = { itemId: string; searchId: string };

export async function makeProfiles(
  run: Run,
  actor: MemberActor,
  secret: string,
): Promise<Profiles> {
  const act = { actor, root: actor.partyId };
  await run(changeProfile, { country: 'RO' }, act);
  await run(editFreelancer, { ...RENDERER, headline: `views ${secret}` }, act);
  const itemId = newId(homeOf(actor.partyId));
  const words = { title: secret, about: secret, alt: '', link: '', category: null };
  await run(addPortfolioItem, { ...words, itemId, picture: null }, { actor, root: itemId });
  const search = { kind: 'projects', name: secret, query: 'category=software' } as const;
  const { searchId } = await run(saveSearch, search, act);
  return { itemId, searchId };
}
