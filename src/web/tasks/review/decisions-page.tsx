import { data } from 'react-router';
import { z } from 'zod';
import { FILE_LIMITS } from '#domain/files/file.ts';
import { waitingFiles } from '#domain/files/queries/waiting-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { checkDecisions } from '#domain/results/queries/check-decisions.ts';
import { readDecisions } from '#domain/results/read-decisions.ts';
import { isRowProblem } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import { signedIn } from '#web/context.ts';
import { receiveForm } from '#web/files/receive-form.ts';
import { formCase, type Problems } from '#web/form-act.ts';
import { typedIn } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { DownloadLink } from '#web/ui/evidence.tsx';
import { FileField } from '#web/ui/form/file-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { moneyOf, sumOf } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import { BatchQuestion } from '../question-page.tsx';
import type { Route } from './+types/decisions-page.ts';
import { decideByList } from './start-list.ts';

const words = text.review;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.uploadTitle) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { id, name, currency } = await orderedBatch(context, params.id);
  return { batch: { id, name, currency } };
}

/** First what the file would do, then, from there, the act. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { readDb, files } = signedIn(context);
  const { id: batchId } = await orderedBatch(context, params.id);
  const { form, kept, refused } = await receiveForm(context, request, FILE_LIMITS.sheetBytes);
  if (form.get('_intent') === 'decide') return decide(context, { batchId, form });
  const fileId = kept.at(-1)?.id;
  if (refused !== null || fileId === undefined) {
    const says =
      refused === null ? text.form.required : refusalText(refused.code, refused.data).says;
    return data({ question: null, problems: wrong(form, says) }, 422);
  }
  try {
    const decisions = readDecisions(files.read(fileId));
    const counts = await checkDecisions(readDb, { batchId, decisions });
    return data({ question: { ...counts, fileId }, problems: null });
  } catch (error) {
    if (!isRowProblem(error)) throw error;
    return data({ question: null, problems: wrong(form, sayRowProblem(error.data)) }, 422);
  }
}

function wrong(form: FormData, says: string): Problems {
  const typed = typedIn(form);
  return { intent: '', title: words.uploadRefused, form: [], fields: { files: says }, typed };
}

type Context = Parameters<typeof signedIn>[0];

async function decide(context: Context, { batchId, form }: { batchId: string; form: FormData }) {
  const { readDb, actor } = signedIn(context);
  const act = formCase(
    z.object({ fileId: z.string(), total: z.coerce.number().int().min(1).catch(1) }),
    async ({ fileId, total }, key) => {
      const [file] = await waitingFiles(readDb, actor, [fileId]);
      if (file === undefined) return refuse('not_found', { thing: 'file' });
      const asked = { batchId, of: { fileId: file.id, total } };
      return decideByList(context, asked, { key, to: '/review' });
    },
    { refusedTitle: words.notDone },
  );
  const answer = await act.act(form);
  if (answer instanceof Response) return answer;
  return data(
    { question: null, problems: { ...answer.data, intent: '' } },
    answer.init ?? undefined,
  );
}

export default function DecisionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch } = loaderData;
  const question = actionData?.question ?? null;
  if (question !== null) {
    return (
      <BatchQuestion batch={batch}>
        <Question batch={batch} question={question} />
      </BatchQuestion>
    );
  }
  return (
    <BatchQuestion batch={batch}>
      <h1 className="text-2xl">{words.uploadTitle}</h1>
      <p className="mt-2 mb-5 max-w-[62ch]">{words.uploadLead}</p>
      <Form problems={actionData?.problems ?? undefined} files>
        <FileField name="files" label={words.uploadField} accept=".csv" multiple={false} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.uploadAct}</SubmitButton>
          <DownloadLink href={`/tasks/batches/${batch.id}/results.csv`}>{words.csv}</DownloadLink>
        </div>
      </Form>
    </BatchQuestion>
  );
}

type Asked = {
  approve: number;
  reject: number;
  untouched: number;
  decided: number;
  rewardMinor: bigint;
  fileId: string;
};

function Question({
  batch,
  question,
}: {
  batch: { id: string; currency: string };
  question: Asked;
}) {
  const { approve, reject, untouched, decided, rewardMinor, fileId } = question;
  const { uploadLines: lines } = words;
  const nothing = approve + reject === 0;
  return (
    <Form intent="decide">
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="total" value={approve + reject + untouched + decided} />
      <MoneyQuestion
        title={words.uploadQuestion(approve, reject)}
        lines={
          <>
            <p>{lines.approve(approve)}</p>
            <p>{lines.reject(reject)}</p>
            <p>{lines.untouched(untouched)}</p>
            <p>{lines.decided(decided)}</p>
            <MoneyLines className="mt-2">
              <MoneyLine kind="total" label={lines.rewards}>
                <Money amount={moneyOf(batch, rewardMinor)} />
              </MoneyLine>
            </MoneyLines>
          </>
        }
        final={nothing ? <Note tone="hold">{words.uploadNothing}</Note> : words.finals.approve}
        acts={
          <>
            <a className="btn" href={`/tasks/batches/${batch.id}/decisions`}>
              {words.uploadAgain}
            </a>
            {!nothing && <SubmitButton>{words.uploadDo(sumOf(batch, rewardMinor))}</SubmitButton>}
          </>
        }
      />
    </Form>
  );
}
