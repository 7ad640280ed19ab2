import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { createFileStore } from './file-store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'anyshore-files-'));
const store = createFileStore(dataDir);

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function kept(): string[] {
  return readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.length > 36,
  );
}

test('what was saved is read back, with its size and hash', async () => {
  const id = newId(7);
  const stored = await store.save(id, chunks('Harrow ', '& Lane'), { mostBytes: 100 });
  const sha256 = createHash('sha256').update('Harrow & Lane').digest('hex');
  expect(stored).toEqual({ sizeBytes: 13, sha256 });
  expect((await buffer(store.read(id))).toString()).toBe('Harrow & Lane');
  await store.remove(id);
  await store.remove(id);
  await expect(buffer(store.read(id))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a file beyond the limit is refused while it streams, and nothing of it stays', async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read += 1;
      yield Buffer.alloc(1024);
    }
  }
  const saving = store.save(newId(7), endless(), { mostBytes: 10_000 });
  await expect(saving).rejects.toMatchObject({ code: 'file_too_large' });
  expect(read).toBeLessThan(15);
  expect(kept()).toEqual([]);
});

test('a stream that breaks leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('gone');
  }
  await expect(store.save(newId(7), broken(), { mostBytes: 100 })).rejects.toThrow('gone');
  expect(kept()).toEqual([]);
});

test('only an id names a file', async () => {
  expect(() => store.read('../../etc/passwd')).toThrow('Not the id of a file');
});
