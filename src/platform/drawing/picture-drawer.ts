/**
 * A program of its own, started by picture.ts for one picture: the sent bytes come in on stdin, the
 * drawn sizes go out on stdout behind one line of JSON (`DrawnHead`). Decoders are where hostile
 * pictures bite, so what breaks or swells here is not the server. Ends with REFUSED_EXIT for what
 * is no picture.
 */
import { buffer } from 'node:stream/consumers';
import type { Sharp } from 'sharp';

/** What the first line of the answer tells; the sizes follow in this order. */
export type DrawnHead = { width: number; height: number; bytes: number[] };

export const REFUSED_EXIT = 3;

/** A tower of a screenshot ends at this many times its width. */
const TALLEST = 2;

type Order = { sizes: number[]; pixels: number; seconds: number };

/** Draws the largest size of the sent bytes, and the smaller ones from it. */
async function draw(sent: Buffer, order: Order): Promise<{ head: DrawnHead; drawn: Buffer[] }> {
  const sharp = await loadSharp();
  const limits = { limitInputPixels: order.pixels, failOn: 'error', pages: 1 } as const;
  const { data, info } = await within(sharp(sent, limits).autoOrient(), Math.max(...order.sizes))
    .toColourspace('srgb')
    .timeout({ seconds: order.seconds })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const drawn: Buffer[] = [];
  for (const size of order.sizes) {
    const picture = within(sharp(data, { raw: { width, height, channels } }), size);
    drawn.push(await picture.webp({ quality: 80 }).toBuffer());
  }
  return { head: { width, height, bytes: drawn.map(({ length }) => length) }, drawn };
}

function within(picture: Sharp, size: number): Sharp {
  const box = { width: size, height: size * TALLEST };
  return picture.resize({ ...box, fit: 'inside', withoutEnlargement: true });
}

async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  // Every decoder but four is shut: a file that only claims to be a picture reaches none of them.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`),
  });
  return sharp;
}

if (import.meta.main) {
  const order = JSON.parse(process.argv[2] ?? '') as Order;
  const sent = await buffer(process.stdin);
  const made = await draw(sent, order).catch((error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = REFUSED_EXIT;
    return undefined;
  });
  if (made !== undefined) {
    process.stdout.write(`${JSON.stringify(made.head)}\n`);
    process.stdout.write(Buffer.concat(made.drawn));
  }
}
