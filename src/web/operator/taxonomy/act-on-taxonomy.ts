import {
  type ChangeTaxonomy,
  changeTaxonomy,
  type TaxonomyKind,
} from '#domain/directory/commands/change-taxonomy.ts';
import { taxonomy as readTaxonomy } from '#domain/directory/queries/taxonomy.ts';
import type { TaxonomyCategory, TaxonomySkill } from '#domain/directory/taxonomy.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import type { ReadDb } from '#platform/database.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { text } from '#web/text/catalogue.ts';

const { done } = text.taxonomy;

type Context = Parameters<typeof operatorOnly>[0];

const TITLES: Record<ChangeTaxonomy['act'], string> = {
  add: done.added,
  change: done.changed,
  retire: done.retired,
  restore: done.restored,
  up: done.moved,
  down: done.moved,
};

/** Does it, and goes on to `to` with what happened and its event. */
export async function actOnTaxonomy(
  context: Context,
  input: ChangeTaxonomy,
  { to, key }: { to: string; key: string },
): Promise<Response> {
  const { run, actor } = operatorOnly(context);
  const { seq } = await run(changeTaxonomy, input, { actor, root: MARKET_ROOT, key });
  if (seq === null) return redirectWithFlash(context, to, { tone: 'go', title: done.same });
  const evidence = { href: eventNumberHref(MARKET_ROOT, seq), label: text.parts.event(seq) };
  return redirectWithFlash(context, to, { tone: 'go', title: TITLES[input.act], evidence });
}

/** The category of this slug, retired or not, with its skills. Refuses `not_found`. */
export async function findCategory(db: ReadDb, slug: string): Promise<TaxonomyCategory> {
  const all = await readTaxonomy(db, { retired: true });
  return all.find((one) => one.slug === slug) ?? refuse('not_found', { thing: 'category' });
}

export type Found = {
  kind: TaxonomyKind;
  one: TaxonomyCategory | TaxonomySkill;
  /** The category itself, or the one of the skill. */
  category: TaxonomyCategory;
};

/** What an address below /operator/taxonomy/:kind/:slug names. Refuses `not_found`. */
export async function findNamed(
  db: ReadDb,
  { kind, slug }: { kind: string; slug: string },
): Promise<Found> {
  if (kind === 'category') {
    const category = await findCategory(db, slug);
    return { kind, one: category, category };
  }
  const all = kind === 'skill' ? await readTaxonomy(db, { retired: true }) : [];
  for (const category of all) {
    const one = category.skills.find((skill) => skill.slug === slug);
    if (one !== undefined) return { kind: 'skill', one, category };
  }
  return refuse('not_found', { thing: 'skill' });
}

/** Other words as a text field holds them, and back. */
export function wordsOf(lines: string | undefined): string[] {
  return (lines ?? '').split('\n');
}
