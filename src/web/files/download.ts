import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileDownload } from '#domain/files/queries/file-download.ts';
import { web } from '#web/context.ts';
import type { Route } from './+types/download.ts';

/** A member's file, always as a download: nothing in it runs or is drawn in our name. */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { readDb, files, viewer } = web(context);
  const file = await fileDownload(readDb, viewer?.actor ?? null, params.id);
  const bytes = files.read(file.id);
  await once(bytes, 'open');
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.sizeBytes),
      'Content-Disposition': disposition(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-cache',
    },
  });
}

/** RFC 6266: a plain name for the oldest programs, the true one for all others. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
