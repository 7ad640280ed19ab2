import { FORMULA } from './quality-score.ts';

const { priorMean, priorWeight, z } = FORMULA;
const half = z * Math.sqrt((priorMean * (1 - priorMean)) / (priorWeight + 1));
const stars = (of: number) => 1 + 4 * Math.min(1, Math.max(0, of));

/** The 95 % interval that a quality score of 1 to 5 begins with, while nothing is counted. */
export const NEWCOMER_INTERVAL = { low: stars(priorMean - half), high: stars(priorMean + half) };
