/** Batches as files: rows in, results out, decisions back in. All of them streams. */
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { requireMember } from '#domain/accounts/permission.ts';
import { FILE_LIMITS } from '#domain/files/file.ts';
import { newId } from '#domain/kernel/ids.ts';
import { decideRows, type RowsDecided } from '#domain/results/commands/decide-rows.ts';
import { checkDecisions } from '#domain/results/queries/check-decisions.ts';
import { exportResults } from '#domain/results/queries/export-results.ts';
import { readDecisions } from '#domain/results/read-decisions.ts';
import { isRowProblem, type RowProblemData } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import { clearTasks } from '#domain/tasks/commands/clear-tasks.ts';
import { startImport } from '#domain/tasks/commands/start-import.ts';
import { type BatchImport, batchImport } from '#domain/tasks/queries/batch-import.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time } from '../present.ts';
import { RestRefusal } from '../problem.ts';
import { keepUpload, refuseForms } from '../projects/keep-upload.ts';
import { eventRef, extended, id, instant, text } from '../schema.ts';
import { pageByPage } from './batches.ts';

const params = { batchId: id.openapi({ example: IDS.project }) };
const mostBytes = FILE_LIMITS.sheetBytes;
const format = z.enum(['csv', 'jsonl']);

const rowProblem = z
  .strictObject({
    rule: z.string(),
    says: z.string(),
    row: z.int().nullable(),
    line: z.int().nullable(),
    column: z.string().nullable(),
  })
  .openapi('SheetProblem');

const importView = z
  .strictObject({
    batch_id: id,
    file_id: id,
    file_name: z.string(),
    format,
    state: z.enum(['checking', 'adding', 'done', 'failed']),
    rows_total: z.int().nullable().openapi({ description: 'Null until all are checked.' }),
    rows_done: z.int(),
    problem: rowProblem
      .nullable()
      .openapi({ description: 'The first thing wrong; then no task was added.' }),
    asked_at: instant,
  })
  .openapi('BatchImport');

const importExample = {
  batch_id: IDS.project,
  file_id: IDS.file,
  file_name: 'things.csv',
  format: 'csv' as const,
  state: 'adding' as const,
  rows_total: 100_000,
  rows_done: 20_000,
  problem: null,
  asked_at: AT,
};

const decidedView = z
  .strictObject({
    approved: z.int(),
    rejected: z.int(),
    untouched: z.int().openapi({ description: 'Rows in which nothing was filled in.' }),
    skipped_count: z.int(),
    skipped: z
      .array(z.strictObject({ row: z.int(), assignment_id: id, why: z.string() }))
      .openapi({ description: 'The first rows that could not be decided so, and why.' }),
  })
  .openapi('SheetDecided');

export const sheetOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/batches/{batchId}/import',
    id: 'importTasks',
    tag: 'Tasks',
    summary: 'Send a file whose rows become the tasks of an empty draft',
    description:
      'The body is the file itself, of at most 100 MB: CSV with the names of the variables in its first row, or JSON Lines. Every row is checked before the first becomes a task; GET the same path for the progress.',
    scope: 'work',
    upload: true,
    params,
    query: {
      name: text(400, 1).default('tasks.csv'),
      format: format.optional().openapi({ description: 'By the ending of the name when absent.' }),
    },
    answer: {
      status: 201,
      schema: extended(importView, { event: eventRef }).openapi('BatchImportActed'),
      example: {
        ...importExample,
        state: 'checking',
        rows_total: null,
        rows_done: 0,
        event: eventExample(IDS.project, 2),
      },
    },
    refuses: ['wrong_state', 'file_too_large', 'file_type_refused', 'input_invalid'],
    async handle(call) {
      const { batchId } = call.params;
      await findBatch(call.db, call.sight, batchId);
      const { name } = call.query;
      const ofName = /\.(jsonl|ndjson)$/i.test(name) ? 'jsonl' : 'csv';
      const fileId = await keepUpload(call, { name, part: 'file', mostBytes });
      const input = { batchId, fileId, format: call.query.format ?? ofName } as const;
      const { seq } = await call.act(startImport, input, batchId);
      const begun = await batchImport(call.db, call.sight, batchId);
      if (begun === null) throw new Error('An import that was begun is there');
      const event = await eventOf(call, batchId, seq);
      return {
        body: { ...presentImport(batchId, begun), event },
        location: `/batches/${batchId}/import`,
      };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}/import',
    id: 'getImport',
    tag: 'Tasks',
    summary: 'How far the last import of a batch is; import is null where there was none',
    scope: 'read',
    params,
    answer: {
      schema: z.strictObject({ import: importView.nullable() }).openapi('LastImport'),
      example: { import: importExample },
    },
    async handle({ db, actor, params: { batchId } }) {
      requireMember(actor, 'see_work');
      const last = await batchImport(db, actor, batchId);
      return { body: { import: last === null ? null : presentImport(batchId, last) } };
    },
  }),
  operation({
    method: 'delete',
    path: '/batches/{batchId}/tasks',
    id: 'clearTasks',
    tag: 'Tasks',
    summary: 'Take all tasks out of a draft, so that another file can take their place',
    scope: 'work',
    params,
    answer: {
      schema: z.strictObject({ id, tasks: z.literal(0) }).openapi('ClearedBatch'),
      example: { id: IDS.project, tasks: 0 as const },
    },
    refuses: ['wrong_state'],
    async handle(call) {
      const { batchId } = call.params;
      await pageByPage((part) => call.act(clearTasks, { batchId }, batchId, part));
      return { body: { id: batchId, tasks: 0 as const } };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}/results',
    id: 'downloadResults',
    tag: 'Tasks',
    summary: 'Every answer of a batch as CSV or JSON Lines, as long as it is',
    description:
      'Without ?format= the Accept header decides: application/jsonl for JSON Lines. Of the CSV, the last two columns are Approve and Reject, to be filled in and sent back.',
    scope: 'read',
    params,
    query: {
      format: format.optional(),
      state: z.enum(['submitted', 'approved', 'rejected']).optional(),
      worker_id: id.optional(),
      gold: z.enum(['true', 'false']).optional(),
    },
    answer: { mediaType: 'text/csv', orElse: 'application/jsonl' },
    async handle({ db, actor, params: { batchId }, query, request, now }) {
      await findBatch(db, actor, batchId);
      const accepts = /\bjsonl|ndjson\b/.test(request.headers.get('Accept') ?? '');
      const asked = query.format ?? (accepts ? 'jsonl' : 'csv');
      const filter = {
        state: query.state,
        workerId: query.worker_id,
        gold: query.gold === undefined ? undefined : query.gold === 'true',
      };
      const pages = exportResults(db, { batchId, format: asked, filter, now });
      const mediaType = asked === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl';
      return new Response(await begun(pages), {
        headers: {
          'Content-Type': mediaType,
          'Content-Disposition': `attachment; filename="results-${batchId}.${asked}"`,
          Vary: 'Accept',
        },
      });
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/decisions',
    id: 'sendDecisions',
    tag: 'Tasks',
    summary: 'Send the results CSV back with Approve or Reject filled in',
    description:
      'An x in Approve, or in Reject what was wrong. The whole file is checked before its first row is decided; sent again, it does no harm.',
    scope: 'money',
    keyRequired: true,
    upload: true,
    params,
    query: {
      override: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'true: also turns rejections into approvals.' }),
    },
    answer: {
      schema: decidedView,
      example: { approved: 148, rejected: 2, untouched: 50, skipped_count: 0, skipped: [] },
    },
    refuses: ['sheet_invalid', 'file_too_large', 'input_invalid'],
    async handle(call) {
      const { params: asked, request, services, db, sight, actor } = call;
      const { batchId } = asked;
      const batch = await findBatch(db, sight, batchId);
      requireMember(actor, 'accept');
      refuseForms(request);
      const sheetId = newId(0);
      const bytes = request.body ?? Readable.from([]);
      await services.files.save(sheetId, bytes, { mostBytes });
      try {
        const decisions = () => readDecisions(services.files.read(sheetId));
        await checkDecisions(db, { batchId: batch.id, decisions: decisions() });
        const override = call.query.override === 'true';
        const done = await decideRows(
          (command, input) => call.act(command, input, batchId, JSON.stringify(input)),
          decisions(),
          { override },
        );
        return { body: presentDecided(done) };
      } catch (error) {
        throw isRowProblem(error) ? sheetRefusal(error.data) : error;
      } finally {
        await services.files.remove(sheetId);
      }
    },
  }),
];

/** The first page is read before the answer begins, so that a refusal can still be told. */
async function begun(pages: AsyncGenerator<string>): Promise<ReadableStream> {
  const first = await pages.next();
  async function* all() {
    if (first.done !== true) yield first.value;
    yield* pages;
  }
  return Readable.toWeb(Readable.from(all(), { objectMode: false })) as ReadableStream;
}

function sheetRefusal(problem: RowProblemData): RestRefusal {
  return new RestRefusal('sheet_invalid', {
    data: { ...problem, reason: sayRowProblem(problem) },
  });
}

function presentImport(batchId: string, last: BatchImport) {
  const { fileId, fileName, state, rowsTotal, rowsDone, problem, says } = last;
  return {
    batch_id: batchId,
    file_id: fileId,
    file_name: fileName,
    format: last.format,
    state,
    rows_total: rowsTotal,
    rows_done: rowsDone,
    problem:
      problem === null
        ? null
        : {
            rule: problem.rule,
            says: says ?? '',
            row: problem.row ?? null,
            line: problem.line ?? null,
            column: problem.column ?? null,
          },
    asked_at: time(last.askedAt),
  };
}

function presentDecided(done: RowsDecided) {
  return {
    approved: done.approved,
    rejected: done.rejected,
    untouched: done.untouched,
    skipped_count: done.skippedCount,
    skipped: done.skipped.map(({ row, assignmentId, why }) => {
      return { row, assignment_id: assignmentId, why };
    }),
  };
}
