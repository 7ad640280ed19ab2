import type { Seeker, WorkOffer } from '#domain/assignments/queries/find-work.ts';
import { requirementNames } from '#domain/qualifications/queries/requirement-names.ts';
import type { ReadDb } from '#platform/database.ts';
import { type RequirementRow, requirementRows } from '../requirements.tsx';

export type OfferRow = Omit<WorkOffer, 'requirements'> & { needs: RequirementRow[] };

/** Offers with what they ask of workers in words. Server only. */
export async function offerRows(
  db: ReadDb,
  offers: readonly WorkOffer[],
  seeker: Seeker,
): Promise<OfferRow[]> {
  const names = await requirementNames(
    db,
    offers.flatMap(({ requirements }) => requirements),
  );
  return offers.map(({ requirements, ...offer }) => ({
    ...offer,
    needs: requirementRows(requirements, names, seeker?.held ?? null),
  }));
}
