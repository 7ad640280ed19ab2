/**
 * The frame of free forms: shows a client's HTML on an origin of its own, and takes its answer. No
 * cookie is read here; the right stands in the address.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { signInState } from '#domain/accounts/queries/sign-in-state.ts';
import { frameDocument } from '#domain/forms/frame-document.ts';
import { escapeHtml } from '#domain/forms/marks.ts';
import { type ShownForm, shownForm } from '#domain/forms/queries/shown-form.ts';
import { FORM_LIMITS } from '#domain/forms/task-form.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { readFree, type TypedAnswer } from '../forms/read-answer.ts';
import { text } from '../text/catalogue.ts';
import { FRAME_HEADERS, framePolicy, notePolicy } from './frame-policy.ts';
import { type FrameRight, readFrameToken } from './frame-token.ts';

const words = text.forms.frame;

/** What is said to the page around; src/web/enhance/task-frame.ts waits for it. */
export const ANSWERED = 'anyshore:answered';

/** Hands in what the frame sent. Refusals of the command become a sentence in the frame. */
export type TakeAnswer = (answer: {
  assignmentId: string;
  workerId: string;
  /** Of the assignment when the frame was answered: a rejected one is repaired. */
  state: string;
  fields: TypedAnswer;
  key: string;
}) => Promise<void>;

export type TaskFrameServices = { readDb: ReadDb; secret: string; take: TakeAnswer };

/** Takes `/task-frame/:token` and `/task-frame/:token/answer`. Call before the pages are mounted. */
export function mountTaskFrame(app: Hono, services: TaskFrameServices): void {
  app.get('/task-frame/:token', (c) => show(c, services));
  app.post(
    '/task-frame/:token/answer',
    bodyLimit({
      maxSize: FORM_LIMITS.answerBytes,
      onError: () => note(413, words.tooLarge),
    }),
    (c) => take(c, services),
  );
}

async function show(c: Context, services: TaskFrameServices): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const open = await openFrame(token, services);
  if (open?.shown.form.kind !== 'html') return note(410, words.gone);
  const { form, input } = open.shown;
  const { origin } = originOf(c);
  const action = `/task-frame/${token}/answer`;
  const html = frameDocument(form, input, { action, send: words.send, title: words.title });
  const policy = framePolicy({ origin, action: origin + action, scripts: form.scripts });
  return new Response(html, { headers: { ...FRAME_HEADERS, 'Content-Security-Policy': policy } });
}

async function take(c: Context, services: TaskFrameServices): Promise<Response> {
  const open = await openFrame(c.req.param('token') ?? '', services);
  if (open === null) return note(410, words.gone);
  const { right, shown } = open;
  if (right.shown.kind !== 'assignment' || right.workerId === null) return note(200, words.preview);
  // The address outlives the session in which it was given out.
  const state = await signInState(services.readDb, right.workerId);
  if (state !== 'welcome') return note(410, words.gone);
  const form = await c.req.raw.formData().catch(() => null);
  if (form === null) return note(400, words.wrong);
  const fields = readFree(form);
  const { id: assignmentId } = right.shown;
  const { workerId } = right;
  const key = keyOf(assignmentId, fields);
  try {
    await services.take({ assignmentId, workerId, state: shown.state ?? '', fields, key });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const empty = error.code === 'answer_invalid' && Object.keys(fields).length === 0;
    return error.code === 'answer_invalid'
      ? note(422, empty ? words.empty : words.wrong)
      : note(410, words.gone);
  }
  return note(200, words.sent, ANSWERED);
}

type Open = { right: FrameRight; shown: ShownForm };

async function openFrame(
  token: string,
  { readDb, secret }: TaskFrameServices,
): Promise<Open | null> {
  const right = readFrameToken(token, secret, new Date());
  if (right === null) return null;
  const shown = await shownForm(readDb, right.shown);
  return shown === null ? null : { right, shown };
}

/** The same answer sent twice is one answer. */
function keyOf(assignmentId: string, fields: TypedAnswer): string {
  const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex');
  return `frame-${assignmentId}-${hash}`.slice(0, 64);
}

/** As the browser sees it: behind a proxy the scheme is told by a header. */
function originOf(c: Context): { origin: string } {
  const url = new URL(c.req.url);
  if (c.req.header('X-Forwarded-Proto') === 'https') url.protocol = 'https:';
  return { origin: url.origin };
}

/** A sentence in the frame, and a word to the page around it that it may go on. */
function note(status: number, says: string, tell?: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const script =
    tell === undefined
      ? ''
      : `<script nonce="${nonce}">parent.postMessage(${JSON.stringify(tell)}, '*')</script>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title><style>body{font:16px/1.5 system-ui,sans-serif;padding:16px;color:#1c2730;background:#fff}</style></head><body><p role="status">${escapeHtml(says)}</p>${script}</body></html>`;
  const policy = notePolicy(nonce);
  const headers = { ...FRAME_HEADERS, 'Content-Security-Policy': policy };
  return new Response(html, { status, headers });
}
