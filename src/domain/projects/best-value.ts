/**
 * Glossary. *Points* of a proposal, 0 to 100, say how it stands by one thing: the cheapest, the
 * fastest and the surest quality get most. Its *fit* is their mean, weighted by what matters to
 * the client. The fit is a *span*, because quality is one: from the low end of its interval, which
 * counts, to the high end. A lead is real only where the spans do not meet.
 */

export const CRITERIA = ['price', 'time', 'quality'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** How much each thing matters. Only their proportions count; all zero is all alike. */
export type Weights = Readonly<Record<Criterion, number>>;
export const USUAL_WEIGHTS: Weights = { price: 40, time: 20, quality: 40 };

/** Of one proposal: what the client would pay, in minor units of the project's currency. */
export type Offer = {
  id: string;
  payMinor: bigint;
  deliveryDays: number;
  /** The 95 % interval of the freelancer's quality score, 1 to 5; a newcomer's is the prior's. */
  qualityLow: number;
  qualityHigh: number;
};

export type Fit = {
  id: string;
  /** 1 is best; equal fits share a place. */
  place: number;
  points: Readonly<Record<Criterion, number>>;
  /** Points × share; together they are the fit. */
  parts: Readonly<Record<Criterion, number>>;
  fit: number;
  /** The fit if the quality were at the high end of its interval. */
  fitHigh: number;
};

export type Ranking = { shares: Weights; fits: Fit[]; verdict: Verdict };

/**
 * `alone`: there is only one. `lead`: the first stays first wherever in their intervals the
 * qualities lie. `equal`: it may not; `withIds` are those that may be as good, in their order.
 */
export type Verdict =
  | { says: 'none' }
  | { says: 'alone'; firstId: string }
  | { says: 'lead'; firstId: string; secondId: string; ahead: number }
  | { says: 'equal'; firstId: string; secondId: string; ahead: number; withIds: string[] };

/** Ranks offers of one project, best first; the order they come in makes no difference. */
export function rankOffers(offers: readonly Offer[], weights: Weights): Ranking {
  const shares = sharesOf(weights);
  const best = bestOf(offers);
  const fits = offers.map((offer) => fitOf(offer, best, shares)).sort(byFit(offers));
  const placed = fits.map((one) => ({
    ...one,
    place: 1 + fits.filter((other) => other.fit > one.fit).length,
  }));
  return { shares, fits: placed, verdict: verdictOf(placed) };
}

/** The weights as shares that add up to 1. Numbers below 0 count as 0. */
export function sharesOf(weights: Weights): Weights {
  const price = Math.max(0, weights.price);
  const time = Math.max(0, weights.time);
  const quality = Math.max(0, weights.quality);
  const sum = price + time + quality;
  if (sum === 0) return { price: 1 / 3, time: 1 / 3, quality: 1 / 3 };
  return { price: price / sum, time: time / sum, quality: quality / sum };
}

/** The shares as whole percents that add up to 100: what is left over goes to the largest rests. */
export function percentsOf(weights: Weights): Weights {
  const shares = sharesOf(weights);
  const whole = { price: 0, time: 0, quality: 0 };
  for (const one of CRITERIA) whole[one] = Math.floor(shares[one] * 100 + 1e-9);
  const rest = (one: Criterion) => shares[one] * 100 - whole[one];
  const order = [...CRITERIA].sort((a, b) => rest(b) - rest(a));
  const missing = 100 - whole.price - whole.time - whole.quality;
  for (const one of order.slice(0, missing)) whole[one] += 1;
  return whole;
}

/** A quality score of 1 to 5 as points: 1 is 0, 5 is 100. */
export function qualityPoints(score: number): number {
  return Math.min(100, Math.max(0, ((score - 1) / 4) * 100));
}

type Best = { payMinor: number; deliveryDays: number };

/** The cheapest sum and the fewest days among the offers. */
export function bestOf(offers: readonly Offer[]): Best {
  return {
    payMinor: Math.min(...offers.map((one) => Number(one.payMinor))),
    deliveryDays: Math.min(...offers.map((one) => one.deliveryDays)),
  };
}

function fitOf(offer: Offer, best: Best, shares: Weights): Omit<Fit, 'place'> {
  const points = {
    price: ratio(best.payMinor, Number(offer.payMinor)),
    time: ratio(best.deliveryDays, offer.deliveryDays),
    quality: qualityPoints(offer.qualityLow),
  };
  const parts = {
    price: points.price * shares.price,
    time: points.time * shares.time,
    quality: points.quality * shares.quality,
  };
  const ground = parts.price + parts.time;
  const fitHigh = ground + qualityPoints(offer.qualityHigh) * shares.quality;
  return { id: offer.id, points, parts, fit: ground + parts.quality, fitHigh };
}

/** The best gets 100, twice as much gets 50. */
function ratio(best: number, own: number): number {
  return own <= 0 ? 100 : Math.min(100, (best / own) * 100);
}

/** The better fit first; then the cheaper, then the faster, then the one sent first. */
function byFit(offers: readonly Offer[]) {
  const found = new Map(offers.map((one) => [one.id, one]));
  return (a: { id: string; fit: number }, b: { id: string; fit: number }): number => {
    const one = found.get(a.id);
    const other = found.get(b.id);
    if (b.fit !== a.fit || one === undefined || other === undefined) return b.fit - a.fit;
    if (one.payMinor !== other.payMinor) return one.payMinor < other.payMinor ? -1 : 1;
    return one.deliveryDays - other.deliveryDays || (a.id < b.id ? -1 : 1);
  };
}

/** What may be said of fits in their order. */
export function verdictOf(fits: readonly Fit[]): Verdict {
  const [first, second] = fits;
  if (first === undefined) return { says: 'none' };
  if (second === undefined) return { says: 'alone', firstId: first.id };
  const ahead = first.fit - second.fit;
  const both = { firstId: first.id, secondId: second.id, ahead };
  const withIds = fits
    .slice(1)
    .filter((one) => one.fitHigh >= first.fit)
    .map((one) => one.id);
  return withIds.length === 0 ? { says: 'lead', ...both } : { says: 'equal', ...both, withIds };
}
