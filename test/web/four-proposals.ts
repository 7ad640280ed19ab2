/** A project with four proposals as different as they get: near and far, old hands and a newcomer. */
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { BY_THE_HOUR, HOURS, openProject } from '../cast/projects.ts';
import type { TestDatabase } from '../database.ts';

type Offered = {
  name: string;
  country: string;
  hours: number;
  rateMinor: bigint;
  days: number;
  /** Score, low end, high end, contracts, share on time; nobody has judged a newcomer. */
  record: [number, number, number, number, number] | null;
};

export const FOUR: readonly Offered[] = [
  {
    name: 'Ioana Petrescu',
    country: 'RO',
    hours: 56,
    rateMinor: 1_000n,
    days: 14,
    record: [4.84, 4.72, 4.92, 118, 0.96],
  },
  {
    name: 'Inés Cabrera',
    country: 'UY',
    hours: 64,
    rateMinor: 800n,
    days: 18,
    record: [4.72, 4.56, 4.84, 41, 0.93],
  },
  { name: 'Tom Whitfield', country: 'GB', hours: 48, rateMinor: 2_000n, days: 12, record: null },
  {
    name: 'Dana Okafor',
    country: 'US',
    hours: 36,
    rateMinor: 7_200n,
    days: 9,
    record: [4.88, 4.8, 4.92, 204, 0.98],
  },
];

export type FourProposals = {
  client: MemberActor;
  freelancers: MemberActor[];
  projectId: string;
  proposalIds: string[];
};

export async function fourProposals({ run, db }: TestDatabase): Promise<FourProposals> {
  const mara = await castMember(run, 'Mara Oduya');
  const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  await db.updateTable('party').set({ country: 'GB' }).where('id', '=', client.partyId).execute();
  const title = 'Canal Street: four views';
  const projectId = await openProject(run, client, { ...BY_THE_HOUR, title });
  const freelancers: MemberActor[] = [];
  const proposalIds: string[] = [];
  for (const one of FOUR) {
    const actor = await castMember(run, one.name);
    const profile = { country: one.country, headline: 'Draws what is not built yet' };
    await run(changeProfile, profile, { actor, root: actor.memberId });
    proposalIds.push(await offer(run, { actor, projectId, one }));
    await keepRecord(db, actor.partyId, one.record);
    freelancers.push(actor);
  }
  return { client, freelancers, projectId, proposalIds };
}

async function offer(
  run: TestDatabase['run'],
  { actor, projectId, one }: { actor: MemberActor; projectId: string; one: Offered },
): Promise<string> {
  const terms = {
    ...HOURS,
    hourlyRateMinor: one.rateMinor,
    estimatedHours: one.hours,
    deliveryDays: one.days,
  };
  const { proposalId } = await run(sendProposal, { projectId, terms }, { actor, root: projectId });
  return proposalId;
}

/** The score as it would stand after many contracts, so that a test need not live through them. */
async function keepRecord(
  db: TestDatabase['db'],
  partyId: string,
  record: Offered['record'],
): Promise<void> {
  if (record === null) return;
  const [score, low, high, contracts, onTime] = record;
  const values = {
    partyId,
    side: 'freelancer' as const,
    score,
    low,
    high,
    contracts,
    onTime,
    onTimeCount: contracts * 2,
    responseHours: 5,
    responseRate: 0.9,
    responseCount: 20,
    weight: contracts,
    asOf: new Date(),
  };
  await db
    .insertInto('reputation')
    .values(values)
    .onConflict((conflict) => conflict.columns(['partyId', 'side']).doUpdateSet(values))
    .execute();
}
