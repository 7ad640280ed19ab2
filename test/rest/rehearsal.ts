/**
 * Sends each request inside a transaction that is rolled back after its answer, so that thousands
 * of them meet the same world. Commands run on that transaction, and the answer reads what they
 * wrote.
 */
import type { ControlledTransaction } from 'kysely';
import { drawHome, homeOf } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import { SentAhead } from '#platform/pipeline/sent-ahead.ts';
import type { Run } from '#platform/run.ts';
import type { DB } from '#platform/schema.ts';
import type { TestDatabase } from '../database.ts';
import { type Answer, openDoor, type Sent } from './door.ts';

export type Rehearsal = {
  rehearse(method: string, path: string, sent?: Sent): Promise<Answer>;
  files: FileStore;
};

export function openRehearsal(database: TestDatabase): Rehearsal {
  let stage: ControlledTransaction<DB> | undefined;
  const onStage = (): ControlledTransaction<DB> => {
    if (stage === undefined) throw new Error('Nothing is being rehearsed');
    return stage;
  };
  const db = new Proxy({} as ReadDb, {
    get(_target, name) {
      const tx = onStage();
      const value: unknown = Reflect.get(tx, name);
      return typeof value === 'function' ? value.bind(tx) : value;
    },
  });
  const run: Run = async (command, input, { actor, root, now = new Date() }) => {
    const home = root === 'new' ? drawHome() : homeOf(root);
    const tx = onStage();
    const ahead = await SentAhead.on(tx);
    const later: Context['later'] = (statement) => ahead.send(statement);
    const result = await command({ tx, later, actor, home, now, reacts: () => true }, input);
    const failure = await ahead.failure();
    if (failure !== undefined) throw failure;
    return result;
  };
  const { send, files } = openDoor(database, { run, readDb: db, primaryDb: db });
  const rehearse: Rehearsal['rehearse'] = async (method, path, sent) => {
    stage = await database.db.startTransaction().execute();
    try {
      return await send(method, path, sent);
    } finally {
      await stage.rollback().execute();
      stage = undefined;
    }
  };
  return { rehearse, files };
}
