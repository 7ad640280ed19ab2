/** How workers come by a qualification, in a sentence. */
import type { TypeRow } from '#domain/qualifications/queries/types.ts';
import { text } from '#web/text/catalogue.ts';

const { ways } = text.qualifications;

type Ways = Pick<TypeRow, 'requestable' | 'autoValue' | 'testSeconds' | 'graded'>;

export function wayWords({ requestable, autoValue, testSeconds, graded }: Ways): string {
  if (!requestable) return ways.client;
  if (testSeconds !== null)
    return graded === true ? ways.graded(testSeconds) : ways.tested(testSeconds);
  return autoValue === null ? ways.ask : ways.auto(autoValue);
}

/** The retry delay as the catalogue takes it: in seconds, null for never. */
export function retryOf({ retrySeconds }: Pick<TypeRow, 'retrySeconds'>): number | null {
  return retrySeconds === null ? null : Number(retrySeconds);
}

/** A worker as people type it: its id, or an address that ends in it. */
export function workerIn(typed: string): string {
  return typed.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
}
