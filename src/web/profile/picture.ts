import { once } from 'node:events';
import { Readable } from 'node:stream';
import { portfolioPicture } from '#domain/directory/queries/portfolio-picture.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { PICTURE_SIZES, pictureName } from '#platform/picture.ts';
import { web } from '#web/context.ts';
import type { Route } from './+types/picture.ts';

/** One size of a portfolio's picture. It never changes under its address, so it is kept for good. */
export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Response> {
  const { readDb, files, viewer } = web(context);
  const size = PICTURE_SIZES.find((one) => params.file === `${one}.webp`);
  if (size === undefined) return refuse('not_found', { thing: 'picture' });
  const { id, open } = await portfolioPicture(readDb, params.id, viewer?.actor.partyId ?? null);
  const tag = `"${pictureName(id, size)}"`;
  const headers = {
    ETag: tag,
    // Before it is listed only its owner sees it, and may yet change its mind.
    'Cache-Control': open ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
  if (request.headers.get('If-None-Match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = files.read(pictureName(id, size));
  await once(bytes, 'open');
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: { ...headers, 'Content-Type': 'image/webp' },
  });
}
