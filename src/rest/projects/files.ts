import { Readable } from 'node:stream';
import { requireMember } from '#domain/accounts/permission.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { FILE_LIMITS, mediaTypeOf, safeName } from '#domain/files/file.ts';
import { fileDownload } from '#domain/files/queries/file-download.ts';
import { waitingFiles } from '#domain/files/queries/waiting-files.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { drawHome, homeOf, namedId, newId } from '#domain/kernel/ids.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { FileStore } from '#platform/file-store.ts';
import { AT, IDS } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { RestRefusal } from '../problem.ts';
import { id, text } from '../schema.ts';
import { fileExample, fileView, presentFile, presentUpload, uploadedFile } from './file-view.ts';

export const fileOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/files',
    id: 'uploadFile',
    tag: 'Projects',
    summary: 'Send the bytes of a file, to attach it within a day',
    description:
      'The body is the file itself, not a form. Attach the id to a project, a proposal or a delivery.',
    scope: 'work',
    upload: true,
    query: {
      name: text(400, 1).openapi({ description: 'With its ending.', example: 'site-plan.pdf' }),
    },
    answer: { status: 201, schema: uploadedFile, example: { ...fileExample, uploaded_at: AT } },
    refuses: ['file_too_large', 'file_type_refused', 'input_invalid'],
    async handle(call) {
      const { actor, key, request, services } = call;
      const name = safeName(call.query.name);
      mediaTypeOf(name);
      const type = request.headers.get('Content-Type') ?? '';
      if (type.startsWith('multipart/')) {
        throw new RestRefusal('media_type_unsupported', {
          data: { expected: 'application/octet-stream, with the file as the whole body' },
        });
      }
      requireMember(actor, 'post');
      const stored = await store(services.files, request, { name, key, actor });
      const { fileId } = await call
        .act(recordFile, { name, ...stored }, stored.fileId)
        .catch(async (error: unknown) => {
          // Refused bytes belong to no file; after a failure nobody knows, so they stay.
          if (isRefusal(error)) await services.files.remove(stored.fileId);
          throw error;
        });
      const [file] = await waitingFiles(call.db, call.sight, [fileId]);
      if (file === undefined) return refuse('not_found', { thing: 'file' });
      return { body: presentUpload(file), location: `/files/${fileId}` };
    },
  }),
  openOperation({
    method: 'get',
    path: '/files/{fileId}',
    id: 'getFile',
    tag: 'Projects',
    summary: 'What a file is called and how large it is',
    params: { fileId: id.openapi({ example: IDS.file }) },
    answer: { schema: fileView, example: fileExample },
    async handle({ db, actor, params }) {
      return { body: presentFile(await fileDownload(db, actor, params.fileId)) };
    },
  }),
  openOperation({
    method: 'get',
    path: '/files/{fileId}/content',
    id: 'downloadFile',
    tag: 'Projects',
    summary: 'The bytes of a file, always as a download',
    params: { fileId: id },
    answer: { mediaType: 'application/octet-stream' },
    async handle({ db, actor, params, services }) {
      const file = await fileDownload(db, actor, params.fileId);
      const bytes = services.files.read(file.id);
      await opened(bytes);
      const plainName = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
      const name = encodeURIComponent(file.name).replace(/['()*]/g, escape);
      return new Response(Readable.toWeb(bytes) as ReadableStream, {
        headers: {
          'Content-Type': file.mediaType,
          'Content-Length': file.sizeBytes.toString(),
          'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${name}`,
          'Content-Security-Policy': "default-src 'none'; sandbox",
        },
      });
    },
  }),
];

type Stored = { fileId: string; sizeBytes: number; sha256: string };

/**
 * Keeps the bytes under an id of their own. Under an Idempotency-Key the id follows from the key
 * and the bytes, so that the same upload is the same file and another one never takes its place.
 */
async function store(
  files: FileStore,
  request: Request,
  upload: { name: string; key: string | undefined; actor: MemberActor },
): Promise<Stored> {
  const limits = { mostBytes: FILE_LIMITS.sizeBytes };
  const home = upload.key === undefined ? drawHome() : homeOf(upload.actor.memberId);
  const draftId = newId(home);
  const kept = await files.save(draftId, request.body ?? Readable.from([]), limits);
  if (upload.key === undefined) return { fileId: draftId, ...kept };
  const { key, name } = upload;
  const { memberId, partyId } = upload.actor;
  const fileId = namedId(home, 'upload', memberId, partyId, key, name, kept.sha256);
  try {
    await files.save(fileId, files.read(draftId), limits);
  } finally {
    await files.remove(draftId);
  }
  return { fileId, ...kept };
}

/** Waits for the first byte to be there, so that a lost file is a failure and not a broken answer. */
async function opened(bytes: Readable): Promise<void> {
  await new Promise((resolve, reject) => {
    bytes.once('readable', resolve);
    bytes.once('error', (cause) => reject(new Error('The bytes of a file are gone', { cause })));
  });
}
