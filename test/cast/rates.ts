/** Who asks what for an hour of three kinds of work, in whole dollars. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { Run } from '#platform/run.ts';
import { castFreelancer } from './freelancers.ts';

type Asked = readonly [country: string, low: number, high: number];

export const ILLUSTRATION_RATES: readonly Asked[] = [
  ['US', 70, 72],
  ['US', 72, 75],
  ['ES', 40, 40],
  ['AU', 30, 30],
  ['GB', 20, 20],
  ['IN', 10, 10],
  ['RO', 10, 10],
  ['PH', 8, 8],
  ['PH', 8, 8],
  ['UY', 8, 8],
];

/** Lists one freelancer for each rate of architectural illustration. */
export async function castIllustrators(run: Run): Promise<MemberActor[]> {
  const cast: MemberActor[] = [];
  for (const [at, [country, low, high]] of ILLUSTRATION_RATES.entries()) {
    const rates = { rateLowMinor: BigInt(low) * 100n, rateHighMinor: BigInt(high) * 100n };
    cast.push(await castFreelancer(run, `Illustrator ${at} of ${country}`, { country, ...rates }));
  }
  return cast;
}
