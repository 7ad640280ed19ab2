/** The bytes of a request, kept as a file that waits for its subject. */
import { Readable } from 'node:stream';
import { requireMember } from '#domain/accounts/permission.ts';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { FILE_LIMITS, mediaTypeOf, safeName } from '#domain/files/file.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { drawHome, homeOf, namedId, newId } from '#domain/kernel/ids.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Call } from '../operation.ts';
import { RestRefusal } from '../problem.ts';

type Uploading = Pick<
  Call<unknown, unknown, unknown, MemberActor>,
  'actor' | 'key' | 'request' | 'services' | 'act'
>;

export type UploadOptions = {
  name: string;
  /** As `act` takes it. */
  part?: string;
  /** 25 MB unless told. */
  mostBytes?: number;
};

/** Keeps the body of a request under this name; gives the file's id. */
export async function keepUpload(
  { actor, key, request, services, act }: Uploading,
  { name: given, part, mostBytes = FILE_LIMITS.sizeBytes }: UploadOptions,
): Promise<string> {
  const name = safeName(given);
  mediaTypeOf(name);
  refuseForms(request);
  requireMember(actor, 'post');
  const stored = await store(services.files, request, { name, key, actor, mostBytes });
  try {
    const { fileId } = await act(recordFile, { name, ...stored }, stored.fileId, part);
    return fileId;
  } catch (error) {
    // Refused bytes belong to no file; after a failure nobody knows, so they stay.
    if (isRefusal(error)) await services.files.remove(stored.fileId);
    throw error;
  }
}

/** An upload is the file itself, not a form with a file in it. */
export function refuseForms(request: Request): void {
  if (!(request.headers.get('Content-Type') ?? '').startsWith('multipart/')) return;
  throw new RestRefusal('media_type_unsupported', {
    data: { expected: 'application/octet-stream, with the file as the whole body' },
  });
}

type Stored = { fileId: string; sizeBytes: number; sha256: string };

/**
 * Keeps the bytes under an id of their own. Under an Idempotency-Key the id follows from the key
 * and the bytes, so that the same upload is the same file and another one never takes its place.
 */
async function store(
  files: FileStore,
  request: Request,
  upload: { name: string; key: string | undefined; actor: MemberActor; mostBytes: number },
): Promise<Stored> {
  const limits = { mostBytes: upload.mostBytes };
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
