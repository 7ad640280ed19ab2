import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dropEmptyLockFile } from './postmaster-file.ts';

const cluster = mkdtempSync(join(tmpdir(), 'anyshore-cluster-'));
const path = join(cluster, 'postmaster.pid');
afterAll(() => rmSync(cluster, { recursive: true }));

test('only an empty lock file that nobody is about to write into goes', () => {
  dropEmptyLockFile(cluster);
  writeFileSync(path, '');
  dropEmptyLockFile(cluster, Date.now() + 1_000);
  expect(existsSync(path)).toBe(true);
  dropEmptyLockFile(cluster, Date.now() + 3_000);
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, '4711\n');
  dropEmptyLockFile(cluster, Date.now() + 3_000);
  expect(existsSync(path)).toBe(true);
});
