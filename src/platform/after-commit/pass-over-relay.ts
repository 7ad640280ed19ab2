import type pg from 'pg';

/**
 * Marks everything in the log as relayed, so that it starts no jobs and nobody is told of it: for
 * histories that are written at once. Only the owner may.
 */
export async function passOverRelay(ownerPool: pg.Pool): Promise<void> {
  await ownerPool.query('update event set relayed = true where not relayed');
}
