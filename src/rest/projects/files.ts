import { Readable } from 'node:stream';
import { fileDownload } from '#domain/files/queries/file-download.ts';
import { waitingFiles } from '#domain/files/queries/waiting-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { AT, IDS } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { id, text } from '../schema.ts';
import { fileExample, fileView, presentFile, presentUpload, uploadedFile } from './file-view.ts';
import { keepUpload } from './keep-upload.ts';

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
      const fileId = await keepUpload(call, { name: call.query.name });
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

/** Waits for the first byte to be there, so that a lost file is a failure and not a broken answer. */
async function opened(bytes: Readable): Promise<void> {
  await new Promise((resolve, reject) => {
    bytes.once('readable', resolve);
    bytes.once('error', (cause) => reject(new Error('The bytes of a file are gone', { cause })));
  });
}
