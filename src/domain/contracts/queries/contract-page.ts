import type { Selectable } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { FeeRules } from '#domain/ledger/fee.ts';
import type { ReadDb } from '#platform/database.ts';
import type {
  Contract,
  ContractEnding,
  Delivery,
  File,
  Milestone,
  MilestoneChange,
} from '#platform/schema.ts';
import { type Side, sideOf } from '../contract.ts';
import { agreedPrice } from '../contract-money.ts';
import { type EndingLine, readLines } from '../ending.ts';
import { valuesBetween } from './lifetime-value.ts';

export type DeliverySight = Selectable<Delivery> & {
  files: Pick<Selectable<File>, 'id' | 'name' | 'mediaType' | 'sizeBytes'>[];
};

export type MilestoneSight = Selectable<Milestone> & { deliveries: DeliverySight[] };

export type EndingSight = Omit<Selectable<ContractEnding>, 'lines'> & { lines: EndingLine[] };

export type ContractPage = {
  contract: Omit<Selectable<Contract>, 'feeRules'> & { feeRules: FeeRules };
  clientName: string;
  clientCountry: string | null;
  clientKind: 'member' | 'organization';
  freelancerName: string;
  freelancerCountry: string | null;
  freelancerKind: 'member' | 'organization';
  /** The side of the viewer; null for an operator. */
  side: Side | null;
  milestones: MilestoneSight[];
  changes: Selectable<MilestoneChange>[];
  ending: EndingSight | null;
  /** Paid so far between the two, before fees: where the tiers of the fee stand. */
  lifetimeMinor: bigint;
  /** The same with what is in escrow: where they stand for the next milestone that is funded. */
  committedMinor: bigint;
};

/** Everything a contract's page shows to one of its sides or an operator; refuses `not_found`. */
export async function contractPage(
  db: ReadDb,
  actor: Actor,
  contractId: string,
): Promise<ContractPage> {
  if (!isId(contractId)) return refuse('not_found', { thing: 'contract' });
  const row = await db
    .selectFrom('contract')
    .innerJoin('party as client', 'client.id', 'contract.clientId')
    .innerJoin('party as freelancer', 'freelancer.id', 'contract.freelancerId')
    .selectAll('contract')
    .select([
      'client.name as clientName',
      'client.country as clientCountry',
      'client.kind as clientKind',
      'freelancer.name as freelancerName',
      'freelancer.country as freelancerCountry',
      'freelancer.kind as freelancerKind',
    ])
    .where('contract.id', '=', contractId)
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'contract' });
  const side = sideOf(actor, row);
  if (side === null && !(actor.kind === 'member' && actor.operator)) {
    return refuse('not_found', { thing: 'contract' });
  }
  const { clientName, clientCountry, clientKind, ...others } = row;
  const { freelancerName, freelancerCountry, freelancerKind, ...contract } = others;
  const { paidMinor: lifetimeMinor, committedMinor } = await valuesBetween(db, contract);
  const milestones = await milestoneSights(db, contractId);
  const priceMinor = agreedPrice(contract, milestones);
  return {
    contract: { ...contract, priceMinor, feeRules: contract.feeRules as FeeRules },
    clientName,
    clientCountry,
    clientKind,
    freelancerName,
    freelancerCountry,
    freelancerKind,
    side,
    milestones,
    changes: await openChanges(db, contractId),
    ending: await openEnding(db, contractId),
    lifetimeMinor,
    committedMinor,
  };
}

async function milestoneSights(db: ReadDb, contractId: string): Promise<MilestoneSight[]> {
  const milestones = await db
    .selectFrom('milestone')
    .selectAll()
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  const deliveries = await db
    .selectFrom('delivery')
    .innerJoin('milestone', 'milestone.id', 'delivery.milestoneId')
    .selectAll('delivery')
    .where('milestone.contractId', '=', contractId)
    .orderBy('delivery.number', 'desc')
    .execute();
  const files = await db
    .selectFrom('file')
    .innerJoin('delivery', 'delivery.id', 'file.subjectId')
    .innerJoin('milestone', 'milestone.id', 'delivery.milestoneId')
    .select(['file.id', 'file.name', 'file.mediaType', 'file.sizeBytes', 'file.subjectId'])
    .where('milestone.contractId', '=', contractId)
    .orderBy('file.name')
    .execute();
  return milestones.map((milestone) => ({
    ...milestone,
    deliveries: deliveries
      .filter((delivery) => delivery.milestoneId === milestone.id)
      .map((delivery) => ({
        ...delivery,
        files: files.filter((file) => file.subjectId === delivery.id),
      })),
  }));
}

function openChanges(db: ReadDb, contractId: string): Promise<Selectable<MilestoneChange>[]> {
  return db
    .selectFrom('milestoneChange')
    .selectAll()
    .where('contractId', '=', contractId)
    .where('state', '=', 'proposed')
    .orderBy('proposedAt')
    .execute();
}

async function openEnding(db: ReadDb, contractId: string): Promise<EndingSight | null> {
  const row = await db
    .selectFrom('contractEnding')
    .selectAll()
    .where('contractId', '=', contractId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, lines: readLines(row.lines) };
}
