/**
 * Draws the demo's pictures in every size, in a process of its own: the library for pictures would
 * stay in the server's memory. Reads lines of JSON, writes a line of its sizes for each.
 */
import { createInterface } from 'node:readline';
import sharp from 'sharp';

const [sizes = '[]'] = process.argv.slice(2);
const widths = JSON.parse(sizes) as number[];

sharp.concurrency(1);
for await (const svg of createInterface({ input: process.stdin })) {
  const whole = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = whole.info;
  const raw = { width, height, channels };
  const drawn = await Promise.all(
    widths.map((wide) =>
      sharp(whole.data, { raw }).resize(wide).webp({ quality: 70, effort: 0 }).toBuffer(),
    ),
  );
  process.stdout.write(`${JSON.stringify(drawn.map((bytes) => bytes.toString('base64')))}\n`);
}
