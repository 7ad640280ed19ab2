import { TaskFormView } from '#web/forms/task-form-view.tsx';
import { TaskFrame } from '#web/forms/task-frame.tsx';
import { text } from '#web/text/catalogue.ts';
import { FlashBand } from '#web/ui/bands.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { assignmentHref } from '../addresses.ts';
import type { WrongAnswer } from './assignment-acts.ts';
import type { PageSight } from './assignment-sight.ts';
import { Pace, TimeSaid } from './pace.tsx';
import { QuietActs, SendBar } from './send-bar.tsx';
import { TaskHead } from './task-head.tsx';

const words = text.work.task;

/** The task and nothing else: price and time on top, the thing, the question, what it pays. */
export function WorkView({ sight, wrong }: { sight: PageSight; wrong: WrongAnswer | undefined }) {
  const { shown } = sight;
  const wide = shown?.kind !== 'form' || isWide(shown.drawn);
  return (
    <>
      <TaskHead sight={sight} />
      <div
        className={`${wide ? 'max-w-5xl' : 'max-w-2xl'} mx-auto px-4 md:px-6 pt-4 md:py-8 [&_[role=status]]:empty:hidden`}
      >
        <div className="mb-4 empty:hidden">
          <FlashBand />
        </div>
        {shown?.kind === 'form' && <OwnForm sight={sight} drawn={shown.drawn} wrong={wrong} />}
        {shown?.kind === 'html' && <FrameForm sight={sight} frame={shown} />}
      </div>
    </>
  );
}

/** With something to look at beside the question. */
function isWide({ show }: Drawn): boolean {
  return show.some(({ kind }) => kind === 'image' || kind === 'video');
}

type Drawn = Parameters<typeof TaskFormView>[0]['drawn'];

function OwnForm({
  sight,
  drawn,
  wrong,
}: {
  sight: PageSight;
  drawn: Drawn;
  wrong: WrongAnswer | undefined;
}) {
  const { formKey } = useFrame();
  return (
    <form
      method="post"
      noValidate
      aria-label={words.aria}
      data-task-keys=""
      data-task-line={sight.id}
      data-draft-url={`/work/assignments/${sight.id}/draft`}
    >
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="_active" value={sight.draftSeconds ?? 0} />
      <TaskFormView
        drawn={drawn}
        values={wrong?.typed ?? sight.draft ?? {}}
        problems={wrong?.wrong}
        autoFocus={wrong !== undefined}
      >
        <SendBar auto={sight.auto}>
          <TimeSaid sight={sight} />
        </SendBar>
        <div className="-mt-6">
          <Pace sight={sight} />
          <QuietActs sight={sight} />
        </div>
      </TaskFormView>
    </form>
  );
}

/** The client's own HTML posts from its frame; this page only goes on, skips or stops. */
function FrameForm({ sight, frame }: { sight: PageSight; frame: { src: string; height: number } }) {
  const { formKey } = useFrame();
  const next = assignmentHref(sight.id, sight.auto);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TaskFrame src={frame.src} title={sight.title} height={frame.height} next={next} />
      <form method="post" aria-label={words.aria} data-task-next="">
        <input type="hidden" name="_key" value={formKey} />
        <p className="text-sm text-muted">{words.frameNext}</p>
        <div className="mt-2 mb-4 flex flex-wrap gap-3">
          <button type="submit" className="btn" name="_intent" value="next">
            {words.next}
          </button>
          <button type="submit" className="btn" name="_intent" value="skip">
            {words.skip}
          </button>
        </div>
        <TimeSaid sight={sight} />
        <Pace sight={sight} />
        <QuietActs sight={sight} />
      </form>
    </div>
  );
}
