import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { TaskFormView } from '#web/forms/task-form-view.tsx';
import { TaskFrame } from '#web/forms/task-frame.tsx';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { Money } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Fold, Outcome } from '#web/ui/panel.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { assignmentHref } from '../addresses.ts';
import type { WrongAnswer } from './assignment-acts.ts';
import type { PageSight } from './assignment-sight.ts';

const words = text.work.rejected;

type Props = {
  sight: PageSight;
  wrong: WrongAnswer | undefined;
  problems: Problems | undefined;
};

/** Why an answer was rejected, and what its worker can do about it, with what happens to the money. */
export function Rejection({ sight, wrong, problems }: Props) {
  const { rejectClass, feedback, repairable, appealable, appeal } = sight;
  const sum = <Money amount={{ amountMinor: sight.rewardMinor, currency: sight.currency }} />;
  return (
    <>
      <Section id="why" title={words.reason}>
        <p className="mt-2 font-medium">
          {rejectClass === null ? '' : text.work.reasons[rejectClass]}
        </p>
        <p className="mt-1 max-w-[62ch] whitespace-pre-wrap">{feedback}</p>
      </Section>
      {appeal !== null && <Appealed sight={sight} />}
      {!repairable && !appealable && appeal === null && <Note tone="hold">{words.over}</Note>}
      {(repairable || appealable) && (
        <section aria-labelledby="answer-it" className="pn !border-edge">
          {sight.dueAt !== null && (
            <p className="text-sm text-hold">
              <Phrase says={words.until} values={{ time: <Deadline at={sight.dueAt} /> }} />
            </p>
          )}
          <h2 id="answer-it" className="text-xl mt-1">
            {words.title}
          </h2>
          <div className="mt-4 grid sm:grid-cols-3 gap-x-8 gap-y-4 items-start border-t border-base-300 pt-4">
            {repairable && <Outcome title={words.repairTitle}>{words.repairSays}</Outcome>}
            <Outcome title={words.appealTitle}>
              <Phrase says={words.appealSays} values={{ sum }} />
            </Outcome>
            <Outcome title={words.nothingTitle}>{words.nothingSays}</Outcome>
          </div>
          {repairable && (
            <Fold summary={<b>{words.repairHead}</b>} open={wrong !== undefined}>
              <Repair sight={sight} wrong={wrong} />
            </Fold>
          )}
          {appealable && (
            <Fold summary={<b>{words.appealHead}</b>} open={problems !== undefined}>
              <div className="mt-3">
                <Form intent="appeal" problems={problems}>
                  <TextArea
                    name="words"
                    label={words.words}
                    hint={words.wordsHint}
                    rows={4}
                    maxLength={4_000}
                  />
                  <button type="submit" className="btn btn-primary justify-self-start">
                    <span>
                      <Phrase says={words.appeal} values={{ sum }} />
                    </span>
                  </button>
                </Form>
              </div>
            </Fold>
          )}
        </section>
      )}
    </>
  );
}

/** The form once more, as it was answered. */
function Repair({ sight, wrong }: Omit<Props, 'problems'>) {
  const { formKey } = useFrame();
  const { shown } = sight;
  if (shown?.kind === 'html') {
    const here = assignmentHref(sight.id);
    return (
      <div className="mt-3">
        <TaskFrame src={shown.src} title={sight.title} height={shown.height} next={here} />
      </div>
    );
  }
  if (shown === null) return null;
  return (
    <form method="post" noValidate aria-label={words.repairHead} className="mt-3">
      <input type="hidden" name="_key" value={`${formKey}-repair`} />
      <TaskFormView
        drawn={shown.drawn}
        values={wrong?.typed ?? sight.answer ?? {}}
        problems={wrong?.wrong}
        autoFocus={wrong !== undefined}
      >
        <p>
          <button type="submit" className="btn btn-primary" name="_intent" value="repair">
            {words.repair}
          </button>
        </p>
      </TaskFormView>
    </form>
  );
}

function Appealed({ sight }: { sight: PageSight }) {
  const { appeal, appealWords, verdict, currency, rewardMinor } = sight;
  const sum = <Money amount={{ amountMinor: rewardMinor, currency }} />;
  return (
    <Section id="appeal" title={words.appealHead}>
      <div className="mt-2 max-w-2xl">
        {appeal === 'open' ? (
          <Note tone="hold">
            <Phrase says={words.open} values={{ sum }} />
          </Note>
        ) : (
          <p className="font-medium">{appeal === 'upheld' ? words.upheld : words.dismissed}</p>
        )}
        {appealWords !== null && <Said title={words.yourWords} says={appealWords} />}
        {verdict !== null && verdict !== '' && <Said title={words.verdict} says={verdict} />}
      </div>
    </Section>
  );
}

function Said({ title, says }: { title: string; says: string }) {
  return (
    <>
      <h3 className="mt-4 text-sm text-muted font-normal tracking-normal">{title}</h3>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{says}</p>
    </>
  );
}
