/**
 * Reads a multipart form as it arrives: texts into a FormData, each file straight to whoever takes
 * it, so that no file is held in memory and a refused one costs none of the typed fields.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';

export type ArrivingFile = {
  field: string;
  name: string;
  content: AsyncIterable<Uint8Array>;
};

export type Upload = {
  fields: FormData;
  /** Why files were not taken, in their order. */
  refused: Refusal[];
};

export type UploadLimits = { files: number; fields: number; fieldBytes: number };

const LIMITS: UploadLimits = { files: 30, fields: 500, fieldBytes: 200_000 };

/** A body that is not a form, or is cut off. */
export class BrokenUpload extends Error {
  override name = 'BrokenUpload';
}

/**
 * Reads the whole body. `take` gets the files one after another; a refusal it throws is noted and
 * the rest of that file skipped. Throws `BrokenUpload`, or whatever else `take` throws.
 */
export async function readUpload(
  request: Request,
  take: (file: ArrivingFile) => Promise<void>,
  limits: UploadLimits = LIMITS,
): Promise<Upload> {
  const upload: Upload = { fields: new FormData(), refused: [] };
  const parser = openParser(request, limits);
  const takings: Promise<void>[] = [];
  const streams: Readable[] = [];
  let failure: unknown;
  parser.on('field', (name, value) => upload.fields.append(name, value));
  parser.on('file', (field, stream, name) => {
    if (!name) {
      stream.resume();
      return;
    }
    streams.push(stream);
    // A file that is refused half-way is read to its end, or what stands behind it would not come.
    const content = stream.iterator({ destroyOnReturn: false });
    const taking = take({ field, name, content })
      .catch((error: unknown) => {
        if (isRefusal(error)) upload.refused.push(error);
        else failure ??= error;
      })
      .finally(() => stream.resume());
    takings.push(taking);
  });
  try {
    await pump(request, parser);
  } catch (error) {
    // Whoever is taking a file learns that no more of it comes, and clears up.
    for (const stream of streams) stream.destroy(new Error('The form is broken'));
    await Promise.all(takings);
    throw error;
  }
  await Promise.all(takings);
  if (failure !== undefined) throw failure;
  return upload;
}

function openParser(request: Request, limits: UploadLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      limits: { files: limits.files, fields: limits.fields, fieldSize: limits.fieldBytes },
    });
  } catch (error) {
    throw new BrokenUpload('Not a form', { cause: error });
  }
}

function pump(request: Request, parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new BrokenUpload('The form is broken', { cause: error }));
    parser.on('finish', resolve);
    parser.on('error', fail);
    const body = Readable.fromWeb((request.body ?? new Blob().stream()) as ReadableStream);
    body.on('error', fail);
    body.pipe(parser);
  });
}
