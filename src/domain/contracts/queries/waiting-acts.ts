/** What waits for an act of a party: the first thing that its dashboard shows. */

import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

export type WaitingKind =
  | 'accept'
  | 'sign'
  | 'change'
  | 'ending'
  | 'deliver'
  | 'fund'
  | 'plan'
  | 'rate';

export type WaitingAct = {
  kind: WaitingKind;
  contractId: string;
  contractTitle: string;
  otherName: string;
  currency: string;
  milestoneId: string | null;
  position: number | null;
  milestoneTitle: string | null;
  amountMinor: bigint | null;
  /** When silence decides, or the chance is over. */
  until: Date | null;
  dueOn: string | null;
};

const MOST_OF_A_KIND = 20;

/** Each kind is one range of an index, at most 20 rows; the nearest deadline first. */
export async function waitingActs(db: ReadDb, actor: Actor, now: Date): Promise<WaitingAct[]> {
  const { partyId } = requireMember(actor, 'see_work');
  const all: WaitingAct[] = [];
  for (const select of SELECTS) {
    all.push(...(await readSql(db, select({ partyId, now }))));
  }
  return all;
}

type About = { partyId: string; now: Date };

const CONTRACT = sql`c.id as contract_id, c.title as contract_title, other.name as other_name,
  c.currency`;
const MILESTONE = sql`m.id as milestone_id, m.position, m.title as milestone_title`;
const NO_MILESTONE = sql`null::uuid as milestone_id, null::int as position,
  null::text as milestone_title`;

const accept = ({ partyId }: About) => sql<WaitingAct>`
  select 'accept' as kind, ${CONTRACT}, ${MILESTONE}, m.amount_minor, m.accept_by as until,
    m.due_on
  from contract c
  join milestone m on m.contract_id = c.id and m.state = 'delivered'
  join party other on other.id = c.freelancer_id
  where c.client_id = ${partyId} and c.state = 'active'
  order by m.accept_by limit ${MOST_OF_A_KIND}`;

const sign = ({ partyId, now }: About) => sql<WaitingAct>`
  select 'sign' as kind, ${CONTRACT}, ${NO_MILESTONE}, c.price_minor as amount_minor,
    c.offer_expires_at as until, null::date as due_on
  from contract c
  join party other on other.id = c.client_id
  where c.freelancer_id = ${partyId} and c.state = 'offered' and c.offer_expires_at > ${now}
  order by c.offer_expires_at limit ${MOST_OF_A_KIND}`;

const change = ({ partyId }: About) => sql<WaitingAct>`
  select 'change' as kind, ${CONTRACT}, m.id as milestone_id, m.position,
    coalesce(nullif(x.title, ''), m.title) as milestone_title, x.amount_minor,
    null::timestamptz as until, null::date as due_on
  from contract c
  join milestone_change x on x.contract_id = c.id and x.state = 'proposed'
  left join milestone m on m.id = x.milestone_id
  join party other on other.id = x.proposed_by
  where ${partyId} in (c.client_id, c.freelancer_id) and c.state = 'active'
    and x.proposed_by <> ${partyId}
  order by x.proposed_at limit ${MOST_OF_A_KIND}`;

const ending = ({ partyId }: About) => sql<WaitingAct>`
  select 'ending' as kind, ${CONTRACT}, ${NO_MILESTONE}, null::bigint as amount_minor,
    null::timestamptz as until, null::date as due_on
  from contract c
  join contract_ending x on x.contract_id = c.id and x.state = 'proposed'
  join party other on other.id = x.proposed_by
  where ${partyId} in (c.client_id, c.freelancer_id) and c.state = 'active'
    and x.proposed_by <> ${partyId}
  order by x.proposed_at limit ${MOST_OF_A_KIND}`;

const deliver = ({ partyId }: About) => sql<WaitingAct>`
  select 'deliver' as kind, ${CONTRACT}, ${MILESTONE}, m.amount_minor,
    null::timestamptz as until, m.due_on
  from contract c
  join milestone m on m.contract_id = c.id and m.state in ('funded', 'changes_requested')
  join party other on other.id = c.client_id
  where c.freelancer_id = ${partyId} and c.state = 'active'
  order by m.due_on nulls last, m.position limit ${MOST_OF_A_KIND}`;

/**
 * One per contract, and only where the freelancer has nothing funded to work on. A milestone whose
 * terms are talked about cannot be funded yet.
 */
const fund = ({ partyId }: About) => sql<WaitingAct>`
  select distinct on (c.id) 'fund' as kind, ${CONTRACT}, ${MILESTONE}, m.amount_minor,
    null::timestamptz as until, m.due_on
  from contract c
  join milestone m on m.contract_id = c.id and m.state = 'agreed'
  join party other on other.id = c.freelancer_id
  where c.client_id = ${partyId} and c.state = 'active' and not exists (
    select 1 from milestone busy where busy.contract_id = c.id
      and busy.state in ('funded', 'delivered', 'changes_requested'))
    and not exists (select 1 from milestone_change x
      where x.milestone_id = m.id and x.state = 'proposed')
  order by c.id, m.position limit ${MOST_OF_A_KIND}`;

/** Signed without a milestone, as by the hour: either side may propose the first one. */
const plan = ({ partyId }: About) => sql<WaitingAct>`
  select 'plan' as kind, ${CONTRACT}, ${NO_MILESTONE}, null::bigint as amount_minor,
    null::timestamptz as until, null::date as due_on
  from contract c
  join party other
    on other.id = case when c.client_id = ${partyId} then c.freelancer_id else c.client_id end
  where ${partyId} in (c.client_id, c.freelancer_id) and c.state = 'active'
    and not exists (select 1 from milestone m
      where m.contract_id = c.id and m.state <> 'dropped')
    and not exists (select 1 from milestone_change x
      where x.contract_id = c.id and x.state = 'proposed')
  order by c.signed_at limit ${MOST_OF_A_KIND}`;

const rate = ({ partyId, now }: About) => sql<WaitingAct>`
  select 'rate' as kind, ${CONTRACT}, ${NO_MILESTONE}, null::bigint as amount_minor,
    c.ended_at + make_interval(days => c.feedback_days) as until, null::date as due_on
  from contract c
  join party other
    on other.id = case when c.client_id = ${partyId} then c.freelancer_id else c.client_id end
  where ${partyId} in (c.client_id, c.freelancer_id) and c.state = 'ended'
    and c.ended_at + make_interval(days => c.feedback_days) > ${now}
    and not exists (select 1 from feedback f
      where f.contract_id = c.id and f.from_party = ${partyId})
  order by c.ended_at limit ${MOST_OF_A_KIND}`;

const SELECTS = [accept, sign, change, ending, deliver, fund, plan, rate];
