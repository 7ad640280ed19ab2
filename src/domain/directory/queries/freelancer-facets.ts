import type { ReadDb } from '#platform/database.ts';
import type { FreelancerQuestion } from '../freelancer-question.ts';
import type { Availability } from '../listing.ts';

export type FacetCount<Value> = { value: Value; count: number };

export type FreelancerFacets = {
  /** How many listings fit the whole question. */
  total: number;
  /** False when there are more than were counted: then counts are "more than". */
  exact: boolean;
  /** Each facet leaves its own part of the question out. Values with no listing are left out. */
  categories: FacetCount<string>[];
  /** Countries (ES) and regions (europe). */
  places: FacetCount<string>[];
  /** By the lower edge of the band, in whole units of base currency; see RATE_EDGES. */
  rateBands: FacetCount<number>[];
  /** How many have this score or better (SCORE_EDGES); 0 is those without a score yet. */
  scoreBands: FacetCount<number>[];
  availability: FacetCount<Availability>[];
};

export async function freelancerFacets(
  _db: ReadDb,
  _question: FreelancerQuestion,
): Promise<FreelancerFacets> {
  return {
    total: 0,
    exact: true,
    categories: [],
    places: [],
    rateBands: [],
    scoreBands: [],
    availability: [],
  };
}
