/**
 * Ids are UUIDv7 (RFC 9562 §5.7) made by the application. The upper 10 bits of `rand_a` carry the
 * home, a number 0…1023 that all rows of one engagement share, so that the home of any id is
 * known without a look-up.
 */
import { createHash, randomBytes } from 'node:crypto';

export const HOMES = 1024;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 of this home. `now` gives its millisecond. */
export function newId(home: number, now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return shape(bytes, home, 0x70);
}

/** The id that `parts` always get on this home (UUIDv8): the same name is the same row. */
export function namedId(home: number, ...parts: string[]): string {
  const bytes = createHash('sha256').update(parts.join('\u0000')).digest().subarray(0, 16);
  return shape(bytes, home, 0x80);
}

/** The home that an id carries. */
export function homeOf(id: string): number {
  return Number.parseInt(id.slice(15, 18), 16) >> 2;
}

/**
 * Throws where an act that was begun on `home` comes to a row of another: what it wrote there would
 * be lost to the acts that look on the row's own home. Whoever began it gave the wrong root.
 */
export function assertHome(home: number, id: string): void {
  if (homeOf(id) !== home) throw new Error(`An act on home ${home} came to ${id} of another home`);
}

/** A home for a new root; the same seed draws the same home, so that a retry meets its first try. */
export function drawHome(seed?: string): number {
  const bytes =
    seed === undefined ? randomBytes(2) : createHash('sha256').update(seed).digest().subarray(0, 2);
  return bytes.readUInt16BE(0) % HOMES;
}

export function isId(text: string): boolean {
  return UUID.test(text);
}

function shape(bytes: Buffer, home: number, version: number): string {
  const low = (bytes[7] ?? 0) & 0b11;
  bytes[6] = version | (home >> 6);
  bytes[7] = ((home & 0b111111) << 2) | low;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** A short name for people, such as `7F3K22`: 30 random bits of the id in Crockford's base 32. */
export function shortName(id: string): string {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = Number.parseInt(id.slice(-8), 16) % 2 ** 30;
  let name = '';
  for (let place = 0; place < 6; place += 1) {
    name = digits[bits % 32] + name;
    bits = Math.floor(bits / 32);
  }
  return name;
}
