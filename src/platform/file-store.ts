/**
 * Keeps uploaded bytes below the data folder; what a file is called and whose it is, tables know. A
 * file is named by its id; forms drawn of it by its id and their size, such as `<id>.400`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '#domain/kernel/refusal.ts';

export type StoredFile = { sizeBytes: number; sha256: string };

export type FileStore = {
  /** Writes a stream under this id; refuses `file_too_large` and keeps nothing of it. */
  save(
    id: string,
    content: AsyncIterable<Uint8Array>,
    options: { mostBytes: number },
  ): Promise<StoredFile>;
  /** A stream of the bytes; fails with ENOENT when there are none. */
  read(id: string): ReadStream;
  remove(id: string): Promise<void>;
};

export function createFileStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  return {
    async save(id, content, { mostBytes }) {
      const path = pathOf(root, id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomBytes(4).toString('hex')}.draft`;
      const file = await open(draft, 'wx', 0o600);
      try {
        const stored = await copy(content, file, mostBytes);
        // Its bytes are on the disk before its name is, and the name before anybody hears of it.
        await file.sync();
        await rename(draft, path);
        await syncFolder(dirname(path));
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },
    read: (id) => createReadStream(pathOf(root, id)),
    remove: (id) => rm(pathOf(root, id), { force: true }),
  };
}

async function copy(
  content: AsyncIterable<Uint8Array>,
  file: FileHandle,
  mostBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > mostBytes) refuse('file_too_large', { limit: inMegabytes(mostBytes) }, 'files');
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

function inMegabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB`;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The id's last two digits are random, its first are time: folders by the last fill evenly. */
function pathOf(root: string, name: string): string {
  const lastDigits = /^[0-9a-f-]{34}([0-9a-f]{2})(\.\d{1,4})?$/.exec(name)?.[1];
  if (lastDigits === undefined) throw new Error('Not the id of a file');
  return join(root, lastDigits, name);
}
