/** What an error of the database means for trying again. */
export type RetryAdvice =
  /** Not a matter of time: give up. */
  | 'no'
  /** Rolled back because of a neighbour: again at once. */
  | 'conflict'
  /** Two acts drew the same number of one log: again, one after the other. */
  | 'numbering'
  /** Two writers named a thing alike: again, a few times. */
  | 'unique'
  /** The server is away: again with patience; a COMMIT on the way is unknown. */
  | 'lost';

const EVENT_NUMBER = 'event_home_root_id_seq_key';
const LOST_STATES = new Set(['57P01', '57P02', '57P03', '25006', '53300']);
const LOST_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const LOST_WORDS =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Connection ended|Client has encountered a connection error|server closed the connection/i;

export function retryAdvice(error: unknown): RetryAdvice {
  if (!(error instanceof Error)) return 'no';
  if (error.name === 'OutcomeUnknown') return 'lost';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '40001' || code === '40P01') return 'conflict';
  if (code === '23505') {
    const drawn = 'constraint' in error && error.constraint === EVENT_NUMBER;
    return drawn ? 'numbering' : 'unique';
  }
  if (LOST_STATES.has(code) || LOST_SYSTEM.has(code) || code.startsWith('08')) return 'lost';
  // A socket that is not there is a server that is away; a file that is not there is just missing.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return 'lost';
  return LOST_WORDS.test(error.message) ? 'lost' : 'no';
}
