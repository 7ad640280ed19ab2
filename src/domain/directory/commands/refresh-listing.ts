import { sql } from 'kysely';
import { countryName } from '#domain/accounts/country.ts';
import type { Context } from '#platform/context.ts';
import { availabilityCode, kindOf, rankOf, rateBandOf, scoreBandOf } from '../listing.ts';
import { exactLexemes, rankLexemes } from '../listing-lexemes.ts';
import { regionOf } from '../region.ts';
import { countFacts } from './count-facts.ts';
import { type Counted, countListing } from './count-listing.ts';
import { noteWords } from './note-words.ts';

/**
 * Makes the listing of this party what its profile, its name and country, its suspension and its
 * score say now; without a listed profile there is none. Call it in the transaction that changes
 * any of them. It locks the profile, and the counts that change, in one order.
 */
export async function refreshListing(ctx: Context, partyId: string): Promise<void> {
  const source = await lockSource(ctx, partyId);
  if (source === undefined) return;
  const before = await countedBefore(ctx, partyId);
  if (source.listedAt === null || source.suspendedAt !== null || source.rateLowMinor === null) {
    await ctx.tx.deleteFrom('listing').where('id', '=', partyId).execute();
    await count(ctx, before, null);
    return;
  }
  const listing = await readListing(ctx, source);
  await store(ctx, listing);
  await storePlaces(ctx, listing);
  const { kind, country, region, languages } = listing;
  const categories = listing.offered.categories.map(({ no }) => no);
  const skills = listing.offered.skills.map(({ slug }) => slug);
  await count(ctx, before, { kind, country, region, categories, skills, languages });
  await noteWords(ctx, [listing.name, listing.headline, listing.kinds, listing.about]);
}

type Source = NonNullable<Awaited<ReturnType<typeof lockSource>>>;
type Listing = Awaited<ReturnType<typeof readListing>>;

async function lockSource({ tx }: Context, partyId: string) {
  // First the lock, then the look: who waited in one statement would read the name, the score and
  // the suspension as they were before it waited.
  await tx.selectFrom('freelancer').select('id').where('id', '=', partyId).forUpdate().execute();
  return tx
    .selectFrom('freelancer')
    .innerJoin('party', 'party.id', 'freelancer.id')
    .leftJoin('member', 'member.id', 'freelancer.id')
    .leftJoin('reputation', (join) =>
      join
        .onRef('reputation.partyId', '=', 'freelancer.id')
        .on('reputation.side', '=', 'freelancer'),
    )
    .select([
      'freelancer.id',
      'freelancer.headline',
      'freelancer.about',
      'freelancer.languages',
      'freelancer.rateLowMinor',
      'freelancer.rateHighMinor',
      'freelancer.availability',
      'freelancer.listedAt',
      'freelancer.firstListedAt',
      'party.name',
      'party.country',
      'member.suspendedAt',
      'reputation.score',
      'reputation.low',
      'reputation.contracts',
      'reputation.onTime',
    ])
    .where('freelancer.id', '=', partyId)
    .executeTakeFirst();
}

async function countedBefore({ tx }: Context, partyId: string): Promise<Counted | null> {
  const row = await tx
    .selectFrom('listing')
    .select(['kind', 'country', 'region', 'categories', 'skills', 'languages'])
    .where('id', '=', partyId)
    .executeTakeFirst();
  return row ?? null;
}

async function count(ctx: Context, before: Counted | null, after: Counted | null): Promise<void> {
  await countListing(ctx, before, after);
  await countFacts(ctx, before, after);
}

async function readListing(ctx: Context, source: Source) {
  const { baseCurrency } = await ctx.tx
    .selectFrom('marketTerms')
    .select('baseCurrency')
    .executeTakeFirstOrThrow();
  const offered = await readOffered(ctx, source.id);
  const country = source.country ?? '';
  const region = regionOf(country);
  const availability = source.availability as 'open' | 'limited' | 'away';
  const rateMinor = source.rateLowMinor ?? 0n;
  const contracts = source.contracts ?? 0;
  const languages = (source.languages as { code: string }[]).map(({ code }) => code);
  const { categories, skills } = offered;
  const rank = rankOf({ qualityLow: source.low, contracts, availability });
  const kinds = [...categories, ...skills].flatMap(({ name, also }) => [name, ...also]);
  return {
    ...source,
    offered,
    country,
    region,
    rateMinor,
    rateHighMinor: source.rateHighMinor ?? rateMinor,
    languages,
    contracts,
    availability: availabilityCode(availability),
    kind: kindOf({
      rateBand: rateBandOf(rateMinor, baseCurrency),
      scoreBand: scoreBandOf(source.score),
      availability: availabilityCode(availability),
    }),
    rank,
    listedAt: source.firstListedAt ?? ctx.now,
    kinds: [...kinds, countryName(country)].join(' . '),
    exact: [
      ...exactLexemes({
        categories: categories.map(({ slug }) => slug),
        skills: skills.map(({ slug }) => slug),
        languages,
        places: [country, region],
      }),
      ...rankLexemes(rank),
    ],
  };
}

async function readOffered({ tx }: Context, id: string) {
  const categories = await tx
    .selectFrom('freelancerCategory')
    .innerJoin('category', 'category.slug', 'freelancerCategory.category')
    .select(['category.no', 'category.slug', 'category.name', 'category.also'])
    .where('freelancerId', '=', id)
    .orderBy('freelancerCategory.position')
    .execute();
  const skills = await tx
    .selectFrom('freelancerSkill')
    .innerJoin('skill', 'skill.slug', 'freelancerSkill.skill')
    .select(['skill.slug', 'skill.name', 'skill.also'])
    .where('freelancerId', '=', id)
    .orderBy('freelancerSkill.position')
    .execute();
  return { categories, skills };
}

async function store(ctx: Context, listing: Listing): Promise<void> {
  const { id, name, headline, country, region, rateMinor, rateHighMinor, kind, rank } = listing;
  const { availability, contracts, languages, listedAt } = listing;
  const row = {
    name,
    headline,
    country,
    region,
    rateMinor,
    rateHighMinor,
    quality: listing.score,
    qualityLow: listing.low,
    contracts,
    availability,
    kind,
    rank,
    categories: listing.offered.categories.map(({ no }) => no),
    skills: listing.offered.skills.map(({ slug }) => slug),
    languages,
    document: sql<string>`search_document(${name}::text, ${headline}::text,
      ${listing.kinds}::text, ${listing.about}::text) || array_to_tsvector(${listing.exact}::text[])`,
    listedAt,
    refreshedAt: ctx.now,
  };
  await ctx.tx
    .insertInto('listing')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

async function storePlaces({ tx }: Context, listing: Listing): Promise<void> {
  const numbers = [0, ...listing.offered.categories.map(({ no }) => no)];
  const row = {
    country: listing.country,
    region: listing.region,
    rateMinor: listing.rateMinor,
    rateHighMinor: listing.rateHighMinor,
    quality: listing.score,
    qualityLow: listing.low ?? 0,
    onTime: listing.onTime,
    availability: listing.availability,
    kind: listing.kind,
    rank: listing.rank,
    listedAt: listing.listedAt,
  };
  await tx
    .deleteFrom('listingPlace')
    .where('id', '=', listing.id)
    .where('categoryNo', 'not in', numbers)
    .execute();
  await tx
    .insertInto('listingPlace')
    .values(numbers.map((categoryNo) => ({ categoryNo, id: listing.id, ...row })))
    .onConflict((conflict) => conflict.columns(['id', 'categoryNo']).doUpdateSet(row))
    .execute();
}
