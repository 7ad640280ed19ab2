import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { createFileStore } from './file-store.ts';
import { keepPicture, PICTURE_LIMITS, pictureName, removePicture } from './picture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'anyshore-pictures-'));
const files = createFileStore(dataDir);
const refused = { code: 'picture_refused', field: 'picture' };

async function keep(sent: Uint8Array, id = newId(7)) {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < sent.length; at += 65_536) yield sent.subarray(at, at + 65_536);
  }
  const shape = await keepPicture(files, id, chunks());
  const kept = async (size: 400 | 1200) => {
    const bytes = await buffer(files.read(pictureName(id, size)));
    return { bytes, ...(await sharp(bytes).metadata()) };
  };
  return { id, shape, large: await kept(1200), small: await kept(400) };
}

function inStore(): string[] {
  return readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.length > 36,
  );
}

/** A picture whose left half is red and whose right half is blue. */
function halves(width: number, height: number, space: 'rgb' | 'cmyk' = 'rgb') {
  const half = { width: Math.floor(width / 2), height, channels: 3 } as const;
  const red = { create: { ...half, background: '#f00' } };
  const base = sharp({ create: { width, height, channels: 3, background: '#00f' } });
  const made = base.composite([{ input: red, left: 0, top: 0 }]);
  return space === 'cmyk' ? made.toColourspace('cmyk') : made;
}

/** A PNG of one colour that says it has these sides; a few kilobytes, whatever they are. */
function pngOf(width: number, height: number, rows: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  const pixels = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s becomes two WebPs', async (format) => {
  const sent = await halves(1600, 900).toFormat(format).toBuffer();
  const { id, shape, large, small } = await keep(sent);
  expect(shape).toEqual({ width: 1200, height: 675 });
  expect(large).toMatchObject({ format: 'webp', width: 1200, height: 675 });
  expect(small).toMatchObject({ format: 'webp', width: 400, height: 225 });
  expect(inStore().filter((path) => path.includes(id))).toHaveLength(2);
  await removePicture(files, id);
  await removePicture(files, id);
  expect(inStore()).toEqual([]);
});

test('a small one is not blown up, a tower is cut to its box', async () => {
  const dot = await keep(await halves(20, 10).png().toBuffer());
  expect(dot.small).toMatchObject({ width: 20, height: 10 });
  const tower = await keep(await halves(500, 8_000).png().toBuffer());
  expect(tower.shape).toEqual({ width: 150, height: 2400 });
  expect((await keep(await halves(30_000, 2).png().toBuffer())).small.width).toBe(400);
});

test('where it was taken goes, and its turn is done', async () => {
  const sent = await halves(600, 300)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'Ana Dumitru' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 26/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .toBuffer();
  expect((await sharp(sent).metadata()).orientation).toBe(6);
  expect(sent.includes('Ana Dumitru')).toBe(true);
  const { large, shape } = await keep(sent);
  expect(shape).toEqual({ width: 300, height: 600 });
  for (const kind of ['exif', 'xmp', 'iptc', 'icc'] as const) expect(large[kind]).toBeUndefined();
  expect(large.bytes.includes('Ana Dumitru')).toBe(false);
  // Turned a quarter clockwise, what was left is above.
  const { data } = await sharp(large.bytes)
    .extract({ left: 150, top: 50, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(200);
  expect(data[2]).toBeLessThan(60);
});

test('what stands behind the picture is not served', async () => {
  const picture = await halves(80, 80).jpeg().toBuffer();
  const page = Buffer.from('<script>alert(1)</script>PK\x03\x04 evil.exe');
  const { large } = await keep(Buffer.concat([picture, page]));
  expect(large.format).toBe('webp');
  expect(large.bytes.includes('alert')).toBe(false);
  expect(large.bytes.includes('PK\x03\x04')).toBe(false);
});

test('print colours, 16 bits, transparency and the first of many frames are taken', async () => {
  const print = await keep(await halves(100, 100, 'cmyk').jpeg().toBuffer());
  expect(print.large.space).toBe('srgb');
  const deep = await sharp({
    create: { width: 90, height: 90, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
  })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  expect((await keep(deep)).large).toMatchObject({ hasAlpha: true, depth: 'uchar' });
  const sheet = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const two = [await sheet('#f00'), await sheet('#00f')];
  const frames = await sharp(two, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer();
  expect((await sharp(frames, { animated: true }).metadata()).pages).toBe(2);
  const { shape, large } = await keep(frames);
  expect(shape).toEqual({ width: 60, height: 40 });
  expect(large.pages ?? 1).toBe(1);
});

const jpeg = await halves(800, 600).jpeg().toBuffer();
const png = await halves(800, 600).png({ compressionLevel: 0 }).toBuffer();
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
);

test.each([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('no picture at all')],
  ['a drawing of instructions', svg],
  ['an animation of the old kind', await halves(20, 20).gif().toBuffer()],
  ['a scan', await halves(20, 20).tiff().toBuffer()],
  ['half a photo', jpeg.subarray(0, jpeg.length / 2)],
  ['half a PNG', png.subarray(0, png.length / 2)],
  ['the head of a photo with a page behind it', Buffer.concat([jpeg.subarray(0, 3), svg])],
  ['a drawing behind the sign of AVIF', Buffer.concat([Buffer.from('\0\0\0\x20ftypavif'), svg])],
  ['a phone photo of the other codec', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['a bomb that says so', pngOf(100_000, 100_000, 1)],
  ['a bomb of few bytes', pngOf(12_000, 12_000, 12_000)],
  [
    'a bomb of AVIF',
    await sharp({ create: { width: 8_000, height: 5_100, channels: 3, background: '#fff' } })
      .avif({ effort: 0 })
      .toBuffer(),
  ],
])('%s is refused, and nothing of it stays', async (_what, sent) => {
  const before = inStore();
  await expect(keep(sent)).rejects.toMatchObject(refused);
  expect(inStore()).toEqual(before);
});

test('15 MB is the end', async () => {
  const sent = Buffer.concat([jpeg, Buffer.alloc(PICTURE_LIMITS.bytes)]);
  await expect(keep(sent)).rejects.toMatchObject({ code: 'file_too_large' });
  await expect(keep(jpeg)).resolves.toBeDefined();
});

test('many at once are drawn one after another; too many are asked to come again', async () => {
  const sent = await halves(300, 200).jpeg().toBuffer();
  const tries = Array.from({ length: PICTURE_LIMITS.waiting + 10 }, () =>
    keep(sent).then(
      () => 'kept',
      (error) => error.code,
    ),
  );
  const ends = await Promise.all(tries);
  expect(ends.filter((end) => end === 'kept').length).toBeGreaterThanOrEqual(
    PICTURE_LIMITS.waiting,
  );
  expect(new Set(ends)).toEqual(new Set(['kept', 'busy']));
});
