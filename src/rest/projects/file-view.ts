import { z } from '@hono/zod-openapi';
import { AT, IDS } from '../examples.ts';
import { time } from '../present.ts';
import { extended, id, instant } from '../schema.ts';

export const fileExample = {
  id: IDS.file,
  name: 'site-plan.pdf',
  media_type: 'application/pdf',
  size_bytes: 48213,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

/** A file, whose bytes are at /files/{fileId}/content. */
export const fileView = z
  .strictObject({
    id,
    name: z.string(),
    media_type: z.string(),
    size_bytes: z.int(),
    sha256: z.string(),
  })
  .openapi('File', { example: fileExample });

export const uploadedFile = extended(fileView, { uploaded_at: instant }).openapi('UploadedFile', {
  example: { ...fileExample, uploaded_at: AT },
});

export type FileRow = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: bigint;
  sha256: string;
};

export function presentFile(file: FileRow) {
  return {
    id: file.id,
    name: file.name,
    media_type: file.mediaType,
    size_bytes: Number(file.sizeBytes),
    sha256: file.sha256,
  };
}

export function presentUpload(file: FileRow & { uploadedAt: Date }) {
  return { ...presentFile(file), uploaded_at: time(file.uploadedAt) };
}
