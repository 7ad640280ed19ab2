/** The rules of the house, checked over the whole tree, and each shown to fire on a planted fault. */
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { checkArrows } from './tidy/arrows.ts';
import { checkBudgets } from './tidy/budgets.ts';
import { checkHotTables } from './tidy/catalog.ts';
import { EXCEPTIONS } from './tidy/exceptions.ts';
import { HOT_TABLES, WRITERS } from './tidy/map.ts';
import { checkNames } from './tidy/names.ts';
import { type Breach, readSources, type Source } from './tidy/sources.ts';
import { checkWriters } from './tidy/writers.ts';

const CHECKS = [checkArrows, checkNames, checkBudgets, checkWriters];
const { pool, url } = await testDatabase();

const all = CHECKS.flatMap((check) => check(readSources()));

test('the tree keeps the rules', () => {
  const unexcused = all.filter(
    (breach) => !EXCEPTIONS.some(({ rule, path }) => rule === breach.rule && path === breach.path),
  );
  expect(unexcused.map(({ rule, path, says }) => `${rule}: ${path}: ${says}`)).toEqual([]);
});

test('every exception is still needed', () => {
  const idle = EXCEPTIONS.filter(
    ({ rule, path }) => !all.some((breach) => breach.rule === rule && breach.path === path),
  );
  expect(idle).toEqual([]);
});

test('the catalog keeps the rules of the hot tables', async () => {
  expect(await checkHotTables(pool, HOT_TABLES)).toEqual([]);
});

test('every table that one folder writes is there', async () => {
  for (const table of WRITERS.flatMap(({ tables }) => tables)) {
    const found = await pool.query('select to_regclass($1) as oid', [table]);
    expect(found.rows[0].oid, table).not.toBeNull();
  }
});

describe('each rule fires on a planted fault', () => {
  const long = (lines: number) => 'x;\n'.repeat(lines);
  const planted: [string, (sources: Source[]) => Breach[], string, string][] = [
    ['arrow', checkArrows, 'src/rest/a.ts', "import { x } from '#web/b.ts';"],
    ['arrow', checkArrows, 'src/jobs/a.ts', "const x = await import('../cli/b.ts');"],
    ['arrow', checkArrows, 'src/domain/tasks/task.ts', "import '../ledger/commands/earn.ts';"],
    [
      'arrow',
      checkArrows,
      'src/domain/tasks/task.ts',
      "import type { A } from '#platform/run.ts';",
    ],
    [
      'arrow',
      checkArrows,
      'src/domain/tasks/queries/a.ts',
      "import { b } from '../commands/b.ts';",
    ],
    ['arrow', checkArrows, 'src/domain/kernel/a.ts', "import { b } from '../ledger/fee.ts';"],
    ['arrow', checkArrows, 'src/platform/a.ts', "export { b } from '#domain/ledger/fee.ts';"],
    ['name', checkNames, 'src/rest/utils.ts', ''],
    ['name', checkNames, 'src/domain/shared/money.ts', ''],
    ['name', checkNames, 'src/domain/tasks/task-service.ts', ''],
    ['file length', checkBudgets, 'src/rest/a.ts', long(301)],
    ['function length', checkBudgets, 'src/rest/a.ts', `function f() {\n${long(70)}}\n`],
    ['columns', checkBudgets, 'db/migrations/1.sql', `-- ${'é'.repeat(98)}`],
    ['depth', checkBudgets, 'src/web/a/b/c/d.ts', ''],
    ['writer', checkWriters, 'src/rest/a.ts', "tx.insertInto('ledgerAccount')"],
    ['writer', checkWriters, 'src/domain/tasks/a.ts', 'sql`update  transfer set x = 1`'],
    ['writer', checkWriters, 'src/jobs/a.ts', "db.deleteFrom('event as e')"],
  ];
  test.each(planted)('%s', (rule, check, path, text) => {
    const breaches = check([{ path, text }]);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toMatchObject({ rule, path });
  });

  test('folder size', () => {
    const crowd = Array.from({ length: 21 }, (_, n) => ({ path: `src/rest/${n}.ts`, text: '' }));
    expect(checkBudgets(crowd)).toMatchObject([{ rule: 'folder size', path: 'src/rest' }]);
  });

  test('hot tables', async () => {
    const owner = new pg.Pool({ connectionString: url });
    await owner.query('create table cold (id int primary key)');
    await owner.query(
      'create table warm (home int not null, id int, cold_id int, primary key (id))',
    );
    await owner.query('alter table warm add foreign key (cold_id) references cold (id)');
    await owner.query(
      `create trigger bell before update on warm for each row
       execute function suppress_redundant_updates_trigger()`,
    );
    const breaches = await checkHotTables(owner, ['warm', 'cold']);
    expect(breaches.map(({ path, says }) => `${path}: ${says}`).sort()).toEqual([
      'cold: index cold_pkey does not begin with home',
      'cold: no home not null',
      'warm: foreign key warm_cold_id_fkey does not begin with home',
      'warm: index warm_pkey does not begin with home',
      'warm: trigger bell',
    ]);
    expect((await checkHotTables(owner, ['warm'])).map(({ says }) => says)).toContain(
      'warm_cold_id_fkey leaves the hot tables to cold',
    );
    await owner.query('drop table warm, cold');
    await owner.end();
  });
});
