/** A form with one picture: it is drawn as it arrives and waits, loose, for its item. */
import { notePicture } from '#domain/directory/commands/loose-picture.ts';
import { homeOf, isId, newId } from '#domain/kernel/ids.ts';
import { type Refusal, refuse } from '#domain/kernel/refusal.ts';
import { keepPicture, type PictureShape } from '#platform/picture.ts';
import { type ArrivingFile, BrokenUpload, readUpload } from '#platform/read-upload.ts';
import { signedIn } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';

type Context = Parameters<typeof signedIn>[0];

/** The field of the form; what arrived before comes as `pictureKept`. */
export const PICTURE_FIELD = 'picture';
export const KEPT_FIELD = 'pictureKept';

export type KeptPicture = { id: string; shape: PictureShape };

export type PictureForm = {
  form: FormData;
  kept: KeptPicture | null;
  refused: Refusal | null;
};

/** Reads the form; a picture in it is checked, drawn and kept under the id of an item-to-be. */
export async function receivePicture(context: Context, request: Request): Promise<PictureForm> {
  let arrived: KeptPicture | null = null;
  const { fields: form, refused } = await read(request, async (file) => {
    if (file.field !== PICTURE_FIELD || arrived !== null) return;
    arrived = await keep(context, file);
  });
  const kept = arrived ?? keptBefore(String(form.get(KEPT_FIELD) ?? ''));
  // So that a refusal of the picture finds its field in the form.
  form.set(PICTURE_FIELD, '');
  return { form, kept, refused: refused[0] ?? null };
}

/** As the hidden field carries it. What it claims is checked again when an item takes it. */
export function keptText({ id, shape }: KeptPicture): string {
  return `${id}.${shape.width}x${shape.height}`;
}

function keptBefore(text: string): KeptPicture | null {
  const [, id = '', width, height] = /^([0-9a-f-]{36})\.(\d{1,4})x(\d{1,4})$/.exec(text) ?? [];
  const shape = { width: Number(width), height: Number(height) };
  return isId(id) && shape.width > 0 && shape.height > 0 ? { id, shape } : null;
}

async function keep(context: Context, file: ArrivingFile): Promise<KeptPicture> {
  const { run, files, actor, now } = signedIn(context);
  const id = newId(homeOf(actor.partyId), now);
  await run(notePicture, { pictureId: id }, { actor, root: id });
  return { id, shape: await keepPicture(files, id, file.content) };
}

async function read(request: Request, take: (file: ArrivingFile) => Promise<void>) {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { fields: await readForm(request), refused: [] };
  }
  try {
    return await readUpload(request, take);
  } catch (error) {
    if (error instanceof BrokenUpload) return refuse('input_invalid', { rule: 'broken_upload' });
    throw error;
  }
}
