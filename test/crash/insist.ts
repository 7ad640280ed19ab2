import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request that is sent until there is an answer. */
export type Insisted = { base: string; key: string; path: string; body?: object };

const PATIENCE_MS = 60_000;

/**
 * The same Idempotency-Key until there is an answer, as a caller does that lost its connection;
 * undefined when it is over before. A refusal goes to `surprised` and is thrown.
 */
export async function insist<Answer>(
  { base, key, path, body }: Insisted,
  over: AbortSignal,
  surprised: (words: string) => void,
): Promise<Answer | undefined> {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Idempotency-Key': randomUUID(),
    'Content-Type': 'application/json',
  };
  const request = { method: 'POST', headers, body: JSON.stringify(body ?? {}) };
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !over.aborted; await sleep(50)) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${base}/api/v1${path}`, { ...request, signal }).catch(
      () => undefined,
    );
    if (answer === undefined || answer.status >= 500) continue;
    const said = await answer.text().catch(() => undefined);
    if (said === undefined) continue;
    if (answer.ok) return JSON.parse(said) as Answer;
    if (answer.status === 429) continue;
    surprised(`${path}: ${answer.status} ${said}`);
    throw new Error(`${path} was refused: ${said}`);
  }
  return undefined;
}
