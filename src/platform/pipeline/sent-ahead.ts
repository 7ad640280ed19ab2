import type { DatabaseConnection } from 'kysely';
import type { Sendable, Tx } from '../database.ts';

/**
 * The statements of a transaction that nobody waits for one by one: each is on its way at once,
 * in the order in which they and all others were given, and COMMIT may follow before any answer.
 */
export class SentAhead {
  private readonly tx: Tx;
  private readonly connection: DatabaseConnection;
  private readonly answers: Promise<unknown>[] = [];

  private constructor(tx: Tx, connection: DatabaseConnection) {
    this.tx = tx;
    this.connection = connection;
  }

  static async on(tx: Tx): Promise<SentAhead> {
    // The transaction keeps its connection to its end; asked for again, it is given in turn.
    const connection = await tx.getExecutor().provideConnection(async (its) => its);
    return new SentAhead(tx, connection);
  }

  send(statement: Sendable): void {
    const answer = this.connection.executeQuery(statement.compile(this.tx));
    answer.catch(() => undefined);
    this.answers.push(answer);
  }

  /** Waits for all answers: what the first failure said. Those behind it only say that it failed. */
  async failure(): Promise<unknown> {
    for (const answer of await Promise.allSettled(this.answers)) {
      if (answer.status === 'rejected') return answer.reason;
    }
    return undefined;
  }
}
