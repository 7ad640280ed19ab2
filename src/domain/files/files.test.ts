import { beforeAll, expect, test } from 'vitest';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { castMember } from '#test/cast/members.ts';
import { LIGHTHOUSE, openProject, TWO_SLICES } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { dropFile } from './commands/drop-file.ts';
import { recordFile } from './commands/record-file.ts';
import { FILE_LIMITS } from './file.ts';
import { fileDownload } from './queries/file-download.ts';
import { subjectFiles } from './queries/subject-files.ts';
import { forgottenFiles, waitingFiles } from './queries/waiting-files.ts';

const { readDb, run } = await testDatabase();
const notFound = { code: 'not_found' };
let mara: MemberActor;
let ioana: MemberActor;
let tunde: MemberActor;

beforeAll(async () => {
  mara = await castMember(run, 'Mara Oduya');
  ioana = await castMember(run, 'Ioana Petrescu');
  tunde = await castMember(run, 'Tunde Bello');
});

async function upload(actor: MemberActor, name: string, now = new Date()): Promise<string> {
  const fileId = newId(drawHome());
  const input = { fileId, name, sizeBytes: 1_200, sha256: 'ab'.repeat(32) };
  await run(recordFile, input, { actor, root: fileId, now });
  return fileId;
}

async function mayDownload(actor: MemberActor | null, fileId: string): Promise<boolean> {
  return fileDownload(readDb, actor, fileId).then(
    () => true,
    (error) => {
      expect(error).toMatchObject(notFound);
      return false;
    },
  );
}

test("a file is its party's own until a project takes it", async () => {
  const fileId = await upload(mara, 'plan.pdf');
  expect(await mayDownload(mara, fileId)).toBe(true);
  expect(await mayDownload(ioana, fileId)).toBe(false);
  expect((await waitingFiles(readDb, mara, [fileId, 'x'])).map((one) => one.name)).toEqual([
    'plan.pdf',
  ]);
  expect(await waitingFiles(readDb, ioana, [fileId])).toEqual([]);
  const input = { terms: LIGHTHOUSE, fileIds: [fileId] };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  expect(await mayDownload(ioana, fileId)).toBe(false);
  await run(publishProject, { projectId }, { actor: mara, root: projectId });
  expect(await mayDownload(null, fileId)).toBe(true);
});

test('an edit sets free what is not listed any more', async () => {
  const [one, other] = [await upload(mara, 'one.pdf'), await upload(mara, 'other.pdf')];
  const input = { terms: LIGHTHOUSE, fileIds: [one, other] };
  const { projectId } = await run(draftProject, input, { actor: mara, root: 'new' });
  const edit = { projectId, terms: LIGHTHOUSE, fileIds: [other] };
  await run(editProject, edit, { actor: mara, root: projectId });
  expect((await subjectFiles(readDb, projectId)).map((file) => file.id)).toEqual([other]);
  const kept = { projectId, terms: LIGHTHOUSE };
  await run(editProject, kept, { actor: mara, root: projectId });
  expect(await subjectFiles(readDb, projectId)).toHaveLength(1);
});

test('files of others, of other subjects, and too many are refused', async () => {
  const hers = await upload(ioana, 'sketch.png');
  const draft = (fileIds: string[]) =>
    run(draftProject, { terms: LIGHTHOUSE, fileIds }, { actor: mara, root: 'new' });
  await expect(draft([hers])).rejects.toMatchObject({ ...notFound, field: 'files' });
  await expect(draft(['nonsense'])).rejects.toMatchObject(notFound);
  const own = await upload(mara, 'plan.pdf');
  await draft([own]);
  await expect(draft([own])).rejects.toMatchObject(notFound);
  const eleven = Array.from({ length: 11 }, () => newId(1));
  await expect(draft(eleven)).rejects.toMatchObject({ code: 'too_many_files' });
});

test('files of a proposal are for the client and its author', async () => {
  const projectId = await openProject(run, mara);
  const fileId = await upload(ioana, 'portfolio.pdf');
  const input = { projectId, terms: TWO_SLICES, fileIds: [fileId] };
  await run(sendProposal, input, { actor: ioana, root: projectId });
  const readers = [mara, ioana, tunde, null];
  const answers = await Promise.all(readers.map((reader) => mayDownload(reader, fileId)));
  expect(answers).toEqual([true, true, false, false]);
});

test('what nobody attached is found after a day and forgotten', async () => {
  const now = new Date();
  const old = await upload(mara, 'old.pdf', new Date(now.getTime() - 25 * 3_600_000));
  const young = await upload(mara, 'young.pdf', now);
  const found = (await forgottenFiles(readDb, now, 100)).map((one) => one.id);
  expect(found).toContain(old);
  expect(found).not.toContain(young);
  const drop = { actor: systemActor('sweep'), root: old };
  expect(await run(dropFile, { fileId: old }, drop)).toEqual({ dropped: true });
  expect(await run(dropFile, { fileId: old }, drop)).toEqual({ dropped: false });
});

test('an empty file and a refused kind are not recorded', async () => {
  const fileId = newId(1);
  const record = (name: string, sizeBytes: number) =>
    run(recordFile, { fileId, name, sizeBytes, sha256: '00' }, { actor: mara, root: fileId });
  await expect(record('empty.pdf', 0)).rejects.toMatchObject({ code: 'input_invalid' });
  await expect(record('page.html', 9)).rejects.toMatchObject({ code: 'file_type_refused' });
  expect(await mayDownload(mara, 'nonsense')).toBe(false);
});

test('a party may not pile up files that belong to nothing', async () => {
  const client = await castMember(run, 'Piling Client');
  for (let count = 0; count < FILE_LIMITS.unattached; count += 1) await upload(client, 'pile.pdf');
  await expect(upload(client, 'pile.pdf')).rejects.toMatchObject({ code: 'too_many_files' });
});
