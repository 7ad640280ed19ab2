/**
 * Pictures that strangers send, drawn again: decoded under limits, turned upright, shrunk to the
 * sizes that pages use and written as WebP. Nothing of the sent bytes is served: no metadata, and
 * with it no place of a camera, no second file behind the first. They are drawn one after another
 * in a process that ends with the picture (drawing/picture-drawer.ts). Measured: a phone's photo of
 * 12 megapixels takes 0.3 s and 120 MB there, 40 megapixels 170 MB (JPEG) to 290 MB (interlaced
 * PNG), and AVIF, the hungriest, 820 MB; the server itself grows by 20 MB and stays there over
 * fifty.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#domain/kernel/refusal.ts';
import { type DrawnHead, REFUSED_EXIT } from './drawing/picture-drawer.ts';
import type { FileStore } from './file-store.ts';

export const PICTURE_LIMITS = {
  bytes: 15 * 1024 * 1024,
  pixels: 40_000_000,
  /** How long one may take to draw, in seconds. */
  seconds: 20,
  /** How many may wait to be drawn. */
  waiting: 20,
} as const;

/** Widths in pixels; the shape of the first is the picture's. */
export const PICTURE_SIZES = [1200, 400] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** In pixels, of the largest size. */
export type PictureShape = { width: number; height: number };

/** What the file store calls one size of a picture. */
export function pictureName(id: string, size: PictureSize): string {
  return `${id}.${size}`;
}

/**
 * Takes the bytes of a picture and keeps its sizes under this id. Refuses `picture_refused` for
 * what is no JPEG, PNG, WebP or AVIF, or too many pixels, `file_too_large`, and `busy` while too
 * many wait; keeps nothing then.
 */
export async function keepPicture(
  files: FileStore,
  id: string,
  content: AsyncIterable<Uint8Array>,
): Promise<PictureShape> {
  try {
    // On the disk while it waits for its turn, not in memory.
    await files.save(id, content, { mostBytes: PICTURE_LIMITS.bytes });
    return await inTurn(() => drawSizes(files, id));
  } catch (error) {
    await Promise.all(PICTURE_SIZES.map((size) => files.remove(pictureName(id, size))));
    throw error;
  } finally {
    await files.remove(id);
  }
}

/** Removes all sizes of a picture, and what an interrupted upload left under its id. */
export async function removePicture(files: FileStore, id: string): Promise<void> {
  const names = [id, ...PICTURE_SIZES.map((size) => pictureName(id, size))];
  await Promise.all(names.map((name) => files.remove(name)));
}

async function drawSizes(files: FileStore, id: string): Promise<PictureShape> {
  if (!(await looksLikePicture(files.read(id)))) refuse('picture_refused', {}, FIELD);
  const { head, drawn } = await drawApart(files.read(id));
  let at = 0;
  for (const [place, size] of PICTURE_SIZES.entries()) {
    const bytes = drawn.subarray(at, at + (head.bytes[place] ?? 0));
    at += bytes.length;
    const mostBytes = PICTURE_LIMITS.bytes;
    await files.save(pictureName(id, size), Readable.from([bytes]), { mostBytes });
  }
  return { width: head.width, height: head.height };
}

const FIELD = 'picture';
const DRAWER = join(import.meta.dirname, 'drawing/picture-drawer.ts');

/** In a process without our environment. One that was killed died of the picture. */
async function drawApart(sent: Readable): Promise<{ head: DrawnHead; drawn: Buffer }> {
  const { pixels, seconds } = PICTURE_LIMITS;
  const order = JSON.stringify({ sizes: PICTURE_SIZES, pixels, seconds });
  const drawer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', DRAWER, order], {
    env: {},
    timeout: (seconds + 10) * 1_000,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    drawer.on('error', reject);
    drawer.on('close', resolve);
  });
  // It may end before it has read all.
  const [, answer, complaint, code] = await Promise.all([
    pipeline(sent, drawer.stdin).catch(() => undefined),
    buffer(drawer.stdout),
    text(drawer.stderr),
    ended,
  ]);
  if (code === REFUSED_EXIT || code === null) return refuse('picture_refused', {}, FIELD);
  if (code !== 0) throw new Error(`The drawer of pictures failed: ${complaint}`);
  const line = answer.indexOf('\n');
  const head = JSON.parse(answer.subarray(0, line).toString()) as DrawnHead;
  return { head, drawn: answer.subarray(line + 1) };
}

/** By its first bytes, never by its name: JPEG, PNG, WebP, AVIF. */
async function looksLikePicture(sent: Readable): Promise<boolean> {
  const first = await sent.take(1).toArray();
  const begins = Buffer.concat(first).subarray(0, 64).toString('latin1');
  if (begins.startsWith('\xff\xd8\xff') || begins.startsWith('\x89PNG\r\n\x1a\n')) return true;
  if (begins.startsWith('RIFF') && begins.startsWith('WEBP', 8)) return true;
  return begins.startsWith('ftyp', 4) && /avi[fs]/.test(begins);
}

let turn: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One after another; refuses `busy` when too many wait. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting >= PICTURE_LIMITS.waiting) refuse('busy');
  waiting += 1;
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}
