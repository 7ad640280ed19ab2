import { dealsByName } from '#domain/accounts/queries/deals-by-name.ts';
import type { ReadDb } from '#platform/database.ts';
import type { OutcomeInputs, Seen } from '../outcome.ts';
import {
  COMPONENTS,
  type ComponentTerm,
  computeScore,
  FORMULA,
  type OutcomeTerm,
  type ScoreSide,
} from '../quality-score.ts';
import type { Moved } from '../reputation.ts';
import { type OutcomeRow, outcomesOf } from './outcomes.ts';
import { type ReputationRow, scoreOf } from './score.ts';

export type SheetComponent = ComponentTerm & Omit<Seen, 'value'>;

export type SheetOutcome = Omit<OutcomeTerm, 'components' | 'otherId'> & {
  /** Null where the project was for invited eyes only. */
  title: string | null;
  category: string;
  categoryName: string;
  endedAt: Date;
  /** Of an organization; a person stays "a client" or "a freelancer". */
  otherName: string | null;
  /** The same number for the same counterparty: which outcomes share one say. */
  otherNumber: number;
  stakeInBase: number;
  components: SheetComponent[];
  evidence: OutcomeInputs['evidence'];
};

export type ScoreSheet = {
  partyId: string;
  name: string;
  side: ScoreSide;
  asOf: Date;
  score: number | null;
  low: number | null;
  high: number | null;
  weight: number;
  baseCurrency: string;
  formula: typeof FORMULA;
  components: (typeof COMPONENTS)[ScoreSide];
  /** Newest first. */
  outcomes: SheetOutcome[];
  moved: Moved | null;
  reputation: ReputationRow | null;
};

/**
 * All that a score is made of, as of when it was last computed; null for a party that is not there
 * or deals under no name. Public: it names organizations, and no persons.
 */
export async function scoreSheet(
  db: ReadDb,
  partyId: string,
  side: ScoreSide,
  viewerPartyId: string | null = null,
): Promise<ScoreSheet | null> {
  const party = await db
    .selectFrom('party')
    .select('name')
    .where('id', '=', partyId)
    .where(dealsByName(viewerPartyId))
    .executeTakeFirst();
  if (party === undefined) return null;
  const { baseCurrency } = await db
    .selectFrom('marketTerms')
    .select('baseCurrency')
    .executeTakeFirstOrThrow();
  const reputation = await scoreOf(db, partyId, side);
  const rows = reputation === null ? [] : await outcomesOf(db, partyId, side);
  const asOf = reputation?.asOf ?? new Date();
  const inputs = rows.map((row) => row.input);
  const { terms, ...score } = computeScore(inputs, asOf, side);
  const termOf = new Map(terms.map((term) => [term.contractId, term]));
  const about = await aboutOf(db, rows);
  const numberOf = numbers(rows);
  const outcomes = rows.flatMap((row) => {
    const term = termOf.get(row.contractId);
    const shown = about.get(row.contractId);
    if (term === undefined || shown === undefined) return [];
    return [sheetOutcome(row, term, { ...shown, otherNumber: numberOf.get(row.otherId) ?? 0 })];
  });
  return {
    partyId,
    name: party.name,
    side,
    asOf,
    ...score,
    baseCurrency,
    formula: FORMULA,
    components: COMPONENTS[side],
    outcomes,
    moved: reputation?.moved ?? null,
    reputation,
  };
}

type About = { title: string | null; categoryName: string; otherName: string | null };

function sheetOutcome(
  row: OutcomeRow,
  { otherId: _otherId, ...term }: OutcomeTerm,
  about: About & { otherNumber: number },
): SheetOutcome {
  const { category, endedAt, inputs, input } = row;
  const components = term.components.flatMap((one) => {
    const seen = inputs.seen[one.component];
    return seen === undefined ? [] : [{ ...seen, ...one }];
  });
  const { stakeInBase } = input;
  return {
    ...term,
    ...about,
    category,
    endedAt,
    stakeInBase,
    components,
    evidence: inputs.evidence,
  };
}

/** Counterparties by the order in which they first came. */
function numbers(rows: readonly OutcomeRow[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const { otherId } of rows.toReversed()) {
    if (!known.has(otherId)) known.set(otherId, known.size + 1);
  }
  return known;
}

async function aboutOf(db: ReadDb, rows: readonly OutcomeRow[]): Promise<Map<string, About>> {
  if (rows.length === 0) return new Map();
  const found = await db
    .selectFrom('contract')
    .innerJoin('project', 'project.id', 'contract.projectId')
    .innerJoin('category', 'category.slug', 'project.category')
    .select(['contract.id', 'contract.title', 'audience', 'category.name as categoryName'])
    .where(
      'contract.id',
      'in',
      rows.map((row) => row.contractId),
    )
    .execute();
  const organizations = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where('kind', '=', 'organization')
    .where(
      'id',
      'in',
      rows.map((row) => row.otherId),
    )
    .execute();
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const others = new Map(rows.map(({ contractId, otherId }) => [contractId, otherId]));
  return new Map(
    found.map(({ id, title, audience, categoryName }) => [
      id,
      {
        title: audience === 'everyone' ? title : null,
        categoryName,
        otherName: names.get(others.get(id) ?? '') ?? null,
      },
    ]),
  );
}
