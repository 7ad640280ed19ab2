/** Keeps the drawn patterns where pages look for pictures. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { FileStore } from '#platform/file-store.ts';
import { PICTURE_LIMITS, PICTURE_SIZES, pictureName } from '#platform/picture.ts';
import type { Pattern } from './patterns.ts';

const DRAWER = join(import.meta.dirname, 'draw-pictures.ts');

export async function keepPatterns(files: FileStore, patterns: readonly Pattern[]): Promise<void> {
  const drawer = spawn(process.execPath, [DRAWER, JSON.stringify(PICTURE_SIZES)], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    drawer.on('error', reject);
    drawer.on('close', resolve);
  });
  drawer.stdin.end(patterns.map(({ svg }) => `${svg}\n`).join(''));
  let place = 0;
  for await (const line of createInterface({ input: drawer.stdout })) {
    const id = patterns[place]?.itemId ?? '';
    place += 1;
    const drawn = JSON.parse(line) as string[];
    for (const [nth, size] of PICTURE_SIZES.entries()) {
      const bytes = Readable.from([Buffer.from(drawn[nth] ?? '', 'base64')]);
      await files.save(pictureName(id, size), bytes, { mostBytes: PICTURE_LIMITS.bytes });
    }
  }
  const code = await ended;
  if (code !== 0 || place !== patterns.length) throw new Error('The pictures were not drawn');
}
