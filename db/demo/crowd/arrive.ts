/** The crowd and its clients register and introduce themselves. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { registerMember } from '#domain/accounts/commands/register-member.ts';
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { addPortfolioItem } from '#domain/directory/commands/add-portfolio-item.ts';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { listFreelancer } from '#domain/directory/commands/list-freelancer.ts';
import { notePicture } from '#domain/directory/commands/loose-picture.ts';
import { ALL_SCOPES, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import { act, daysAgo, type Stage, spareTheDisk } from '../stage.ts';
import type { Client } from './clients.ts';
import type { Pattern } from './patterns.ts';
import type { Person } from './person.ts';

type Arrival = {
  stage: Stage;
  memberId: string;
  name: string;
  email: string;
  country: string;
  timeZone: string;
  headline: string;
  /** Days before the show. */
  ago: number;
};

/** Registers, writes a profile, shows pictures and is listed: one transaction for each. */
export async function arrive(
  stage: Stage,
  person: Person,
  patterns: readonly Pattern[],
): Promise<MemberActor> {
  const email = `p${person.key}@crowd.demo.test`;
  const ago = person.arrived;
  const memberId = newId(drawHome(email), daysAgo(stage, ago));
  const { name, place, headline } = person;
  const { country, zone: timeZone } = place;
  const arrival = { stage, memberId, name, email, country, timeZone, headline, ago };
  const options = { actor: systemActor('demo'), root: memberId, now: daysAgo(stage, ago) };
  const known = await stage.run(enter, { arrival, person, patterns }, options);
  return actorOf(memberId, known.partyId);
}

async function enter(
  ctx: Context,
  input: { arrival: Arrival; person: Person; patterns: readonly Pattern[] },
): Promise<{ partyId: string }> {
  const { arrival, person, patterns } = input;
  const { stage, ago } = arrival;
  await spareTheDisk(ctx);
  const { memberId } = await register(ctx, arrival);
  let actor = actorOf(memberId, memberId);
  const at = (days: number): Context => ({ ...ctx, actor, now: daysAgo(stage, days) });
  if (person.agency !== null) {
    const firm = { name: person.agency, kind: 'agency' as const, country: arrival.country };
    const { organizationId } = await foundOrganization(at(ago - 0.2), firm);
    actor = actorOf(memberId, organizationId);
  }
  const { headline, about, languages, rateLowMinor, rateHighMinor, availability } = person;
  const { hoursAWeek, categories, skills } = person;
  await editFreelancer(at(ago - 0.3), {
    ...{ headline, about, languages, rateLowMinor, rateHighMinor, availability, hoursAWeek },
    ...{ categories, skills, timeZone: arrival.timeZone },
  });
  await showPatterns(at(ago - 0.4), { patterns });
  await listFreelancer(at(ago - 0.5), {});
  return { partyId: actor.partyId };
}

/** Puts pictures into the portfolio of the actor's party. */
export async function showPatterns(
  ctx: Context,
  { patterns }: { patterns: readonly Pattern[] },
): Promise<null> {
  for (const { itemId, picture, svg: _drawn, ...texts } of patterns) {
    await notePicture(ctx, { pictureId: itemId });
    await addPortfolioItem(ctx, { ...texts, itemId, picture });
  }
  return null;
}

async function register(ctx: Context, arrival: Arrival): Promise<{ memberId: string }> {
  const { memberId, name, email, country, timeZone, headline } = arrival;
  await registerMember(ctx, { memberId, name, email });
  const own = { ...ctx, actor: actorOf(memberId, memberId) };
  // Nobody reads its mail, and no server should be asked to take it.
  await changeProfile(own, { country, timeZone, headline, mailNotices: false });
  return { memberId };
}

/** A client with its firm and enough money for all that it will buy. */
export async function arriveClient(
  stage: Stage,
  client: Client,
  deposit: { amountMinor: bigint; ago: number; operator: MemberActor },
): Promise<MemberActor> {
  const { name, country, zone: timeZone } = client;
  const email = `${client.key}@crowd.demo.test`;
  const { ago, amountMinor, operator } = deposit;
  const memberId = newId(drawHome(email), daysAgo(stage, ago));
  const options = { actor: systemActor('demo'), root: memberId, now: daysAgo(stage, ago) };
  const arrival = { stage, memberId, name, email, country, timeZone, headline: '', ago };
  await stage.run(register, arrival, options);
  let actor = actorOf(memberId, memberId);
  if (client.firm !== null) {
    const scene = { actor, root: memberId, ago: ago - 0.2 };
    const firm = { ...client.firm, country };
    const { organizationId } = await act(stage, scene, [foundOrganization, firm]);
    actor = actorOf(memberId, organizationId);
  }
  const scene = { actor, root: actor.partyId, ago: ago - 0.5 };
  const asked = { currency: client.currency, amountMinor };
  const { requestId } = await act(stage, scene, [requestDeposit, asked]);
  const seen = { actor: operator, root: actor.partyId, ago: ago - 1 };
  await act(stage, seen, [decideMoneyRequest, { requestId, decision: 'confirm' }]);
  return actor;
}

function actorOf(memberId: string, partyId: string): MemberActor {
  const role = partyId === memberId ? ('self' as const) : ('owner' as const);
  return { kind: 'member', memberId, partyId, role, scopes: ALL_SCOPES, operator: false };
}
