/** Chance that falls the same way each time: the crowd is drawn from one seed. */
export type Random = {
  /** At least `low`, less than `high`. */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Different ones, in a drawn order; all of them when there are fewer. */
  some<T>(list: readonly T[], count: number): T[];
};

/** Mulberry32: small, quick and good enough to deal names and prices. */
export function randomOf(seed: string): Random {
  let state = [...seed].reduce((hash, sign) => mix(hash ^ (sign.codePointAt(0) ?? 0)), 0x9e3779b9);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[whole(0, list.length - 1)];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    whole,
    chance: (share) => next() < share,
    pick,
    some<T>(list: readonly T[], count: number): T[] {
      const rest = [...list];
      const drawn: T[] = [];
      while (drawn.length < count && rest.length > 0) {
        drawn.push(...rest.splice(whole(0, rest.length - 1), 1));
      }
      return drawn;
    },
  };
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return Math.imul(once ^ (once >>> 13), 0x45d9f3b) | 0;
}
