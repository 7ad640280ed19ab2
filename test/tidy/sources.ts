import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One of our own files: its path from the project's root, with forward slashes, and its text. */
export type Source = { path: string; text: string };

/** Something that breaks a rule, and where. `path` is a folder where a folder is to blame. */
export type Breach = { rule: string; path: string; says: string };

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = ['src', 'test', 'db', 'tools', 'bench'];
const KINDS = /\.(ts|tsx|sql|css)$/;
/** Written by programs: nobody reads them, so nothing is asked of them. */
const GENERATED = new Set(['src/platform/schema.ts']);

export function readSources(): Source[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => KINDS.test(path) && !GENERATED.has(path))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

export function isTest({ path }: Source): boolean {
  return path.startsWith('test/') || path.endsWith('.test.ts');
}
