/**
 * The right to see one free form, and to answer it as one worker, for a while. The frame that it is
 * for is on an origin of its own and has no cookie, so the right stands in its address.
 */
import type { Shown } from '#domain/forms/queries/shown-form.ts';
import { readSigned, signValue } from '../signed-cookie.ts';

const PURPOSE = 'task-frame';
/** An address may be about 8 KB long; values that do not fit are shortened for the preview. */
const MOST_INPUT_BYTES = 3_000;

/** `workerId` answers an assignment; without it the frame only shows. */
export type FrameRight = { shown: Shown; workerId: string | null; until: Date };

/** The address of the frame: `/task-frame/…`. Whoever makes it has checked who may see the form. */
export function framePath(right: FrameRight, secret: string): string {
  const until = Math.floor(right.until.getTime() / 1_000);
  const shown =
    'input' in right.shown ? { ...right.shown, input: shorten(right.shown.input) } : right.shown;
  return `/task-frame/${signValue(JSON.stringify([shown, right.workerId, until]), PURPOSE, secret)}`;
}

/** What the token allows at `now`, or null. */
export function readFrameToken(token: string, secret: string, now: Date): FrameRight | null {
  const value = readSigned(token, PURPOSE, secret);
  if (value === null) return null;
  const [shown, workerId, until] = JSON.parse(value) as [Shown, string | null, number];
  return until * 1_000 < now.getTime() ? null : { shown, workerId, until: new Date(until * 1_000) };
}

function shorten(input: Readonly<Record<string, string>>): Record<string, string> {
  for (let chars = 1_000; ; chars = Math.floor(chars / 2)) {
    const short = Object.fromEntries(
      Object.entries(input).map(([name, value]) => [
        name,
        value.length > chars ? `${value.slice(0, chars).toWellFormed()}…` : value,
      ]),
    );
    if (chars === 0 || Buffer.byteLength(JSON.stringify(short)) <= MOST_INPUT_BYTES) return short;
  }
}
