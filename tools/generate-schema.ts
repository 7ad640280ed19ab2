/**
 * Writes src/platform/schema.ts from the migrations: `node tools/generate-schema.ts`;
 * with `--check` it only tells whether the committed file still agrees.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';
import { keepInStep } from './keep-in-step.ts';

const root = join(import.meta.dirname, '..');

async function generate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'anyshore-schema-'));
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log: { info: () => {}, warn: console.warn, error: console.error },
    onLost: (error) => console.error(error),
    settings: { fsync: 'off' },
  });
  try {
    await migrate(server.url);
    const out = join(folder, 'schema.ts');
    execFileSync(
      join(root, 'node_modules/.bin/kysely-codegen'),
      ['--camel-case', '--dialect', 'postgres', '--url', server.url, '--out-file', out],
      // Under TypeScript 7 it complains at length about its own parser, and then writes the right
      // thing.
      { cwd: root, stdio: 'ignore' },
    );
    return readFileSync(out, 'utf8');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await keepInStep(join(root, 'src/platform/schema.ts'), generate);
