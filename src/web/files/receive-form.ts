/** A form with files: each goes to the store as it arrives, the typed fields to the form's case. */
import { data } from 'react-router';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { FILE_LIMITS, mediaTypeOf, safeName } from '#domain/files/file.ts';
import { waitingFiles } from '#domain/files/queries/waiting-files.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { type Refusal, refuse } from '#domain/kernel/refusal.ts';
import { type ArrivingFile, BrokenUpload, readUpload } from '#platform/read-upload.ts';
import { signedIn } from '#web/context.ts';
import type { FormCase, Problems } from '#web/form-act.ts';
import { readForm, typedIn } from '#web/form-data.ts';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';

/** The field of every form that takes files; what was kept before comes as `filesKept[]`. */
const FIELD = 'files';
const KEPT = `${FIELD}Kept[]`;

type Context = Parameters<typeof signedIn>[0];

export type ReceivedForm = { form: FormData; kept: KeptFile[]; refused: Refusal | null };

/** A refused form with files: what the files were, so that nobody has to send them twice. */
export type ProblemsWithFiles = Problems & { kept: KeptFile[] };

/** The action of a page with one form that takes files. */
export async function actOnUpload(context: Context, request: Request, only: FormCase) {
  return actOnReceived(await receiveForm(context, request), only);
}

/** The same for a form that was read already. */
export async function actOnReceived({ form, kept, refused }: ReceivedForm, only: FormCase) {
  const answer = refused === null ? await only.act(form) : data(problemsOf(form, refused), 422);
  if (answer instanceof Response) return answer;
  const problems: ProblemsWithFiles = { ...answer.data, kept };
  return data(problems, answer.init ?? undefined);
}

/** Reads the form and stores its files; they wait for a day to be attached to something. */
export async function receiveForm(
  context: Context,
  request: Request,
  mostBytes: number = FILE_LIMITS.sizeBytes,
): Promise<ReceivedForm> {
  const { readDb, actor } = signedIn(context);
  const arrived: KeptFile[] = [];
  const { fields: form, refused } = await read(request, async (file) => {
    if (file.field !== FIELD) return;
    arrived.push(await store(context, file, { before: arrived.length, mostBytes }));
  });
  const kept = await waitingFiles(readDb, actor, form.getAll(KEPT).map(String));
  for (const file of arrived) form.append(KEPT, file.id);
  // So that a refusal of the files finds their field in the form.
  form.append(FIELD, '');
  return {
    form,
    kept: [...kept.map((file) => ({ ...file, bytes: Number(file.sizeBytes) })), ...arrived],
    refused: refused[0] ?? null,
  };
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

async function store(
  context: Context,
  file: ArrivingFile,
  { before, mostBytes }: { before: number; mostBytes: number },
): Promise<KeptFile> {
  const { run, files, actor, now } = signedIn(context);
  const name = safeName(file.name);
  mediaTypeOf(name);
  const limit = FILE_LIMITS.perSubject;
  if (before >= limit) refuse('too_many_files', { limit }, FIELD);
  const fileId = newId(homeOf(actor.partyId), now);
  const stored = await files.save(fileId, file.content, { mostBytes });
  try {
    await run(recordFile, { fileId, name, ...stored }, { actor, root: fileId });
  } catch (error) {
    await files.remove(fileId);
    throw error;
  }
  return { id: fileId, name, bytes: stored.sizeBytes };
}

function problemsOf(form: FormData, refusal: Refusal): Problems {
  const { says } = refusalText(refusal.code, refusal.data);
  return {
    intent: String(form.get('_intent') ?? ''),
    title: text.form.summary(1),
    form: [],
    fields: { [FIELD]: says },
    typed: typedIn(form),
  };
}
