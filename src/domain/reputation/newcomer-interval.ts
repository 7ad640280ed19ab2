import { intervalOf } from './quality-score.ts';

/** The 95 % interval that a quality score of 1 to 5 begins with, while nothing is counted. */
export const NEWCOMER_INTERVAL = intervalOf(0, 0);
