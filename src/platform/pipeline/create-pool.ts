import pg from 'pg';
import { pipelineClient } from './pipelined-client.ts';

export type DatabaseOptions = {
  connectionString: string;
  /** Most connections at once; 10 unless told. */
  connections?: number;
  /** How long an act waits for a connection; 5 s unless told. */
  patienceMs?: number;
  /** The role to work as; the connection's own user when absent. */
  role?: string;
  /** Told of each lost connection; without a listener `pg` would end the process. */
  onError?: (error: Error) => void;
};

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === pg.types.builtins.INT8) return BigInt;
    if (oid === pg.types.builtins.DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};

/** A pool whose connections send statements without waiting for the one before. */
export function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.patienceMs ?? 5_000,
    query_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    pipeline: true,
    types,
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  });
  const onError = options.onError ?? (() => {});
  pool.on('error', onError);
  pool.on('connect', (client) => {
    client.on('error', onError);
    pipelineClient(client);
  });
  return pool;
}
