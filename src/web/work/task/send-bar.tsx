import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { type Auto, batchHref } from '../addresses.ts';
import type { PageSight } from './assignment-sight.ts';

const words = text.work.task;

/** At the lower edge of a phone, in reach of the thumb, with what is told of the line and the time. */
export function SendBar({ auto, children }: { auto: Auto; children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-1 bg-base-100 -mx-4 px-4 md:mx-0 md:px-0 py-3 border-t md:border-0 border-base-300">
      <div className="grid grid-cols-[1fr_auto] gap-3">
        <button
          type="submit"
          className="btn btn-primary btn-lg"
          name="_intent"
          value="send"
          data-send=""
        >
          {auto === 'on' ? words.sendNext : words.send}
          <Key onPrimary>{words.enterKey}</Key>
        </button>
        <button type="submit" className="btn btn-lg" name="_intent" value="skip" data-skip="">
          {words.skip}
          <Key>{words.skipKey}</Key>
        </button>
      </div>
      <p
        className="mt-2.5 text-sm text-hold"
        role="status"
        data-line-said=""
        data-one={words.offlineOne}
        data-many={words.offlineMany}
        data-sending={words.sending}
      />
      {children}
    </div>
  );
}

function Key({ onPrimary = false, children }: { onPrimary?: boolean; children: string }) {
  const look = onPrimary ? ' !text-primary-content !border-primary-content/60' : '';
  return (
    <span className={`key${look}`} aria-hidden="true">
      {children}
    </span>
  );
}

/** What is not needed for the next answer. */
export function QuietActs({ sight }: { sight: PageSight }) {
  const { auto, batchId, batchHidden, shown } = sight;
  const typed = shown?.kind === 'form';
  return (
    <div className="text-sm pb-5 grid gap-2">
      <p className="flex flex-wrap gap-x-5 gap-y-1 items-baseline">
        {typed && (
          <>
            <Act intent="save">{words.save}</Act>
            <Act intent="auto">{auto === 'on' ? words.turnOff : words.turnOn}</Act>
          </>
        )}
        <Act intent="stop">{words.stop}</Act>
        {typed && (
          <span
            className="text-muted"
            role="status"
            data-draft-said=""
            data-saved={words.saved}
            data-failed={words.saveFailed}
          />
        )}
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <a className="lk py-1" href={batchHref(batchId)}>
          {words.rules}
        </a>
        <a className="lk py-1" href={`${batchHref(batchId)}#judged`}>
          {words.howJudged}
        </a>
        {!batchHidden && (
          <a className="lk py-1" href={`/report/batch/${batchId}`}>
            {words.report}
          </a>
        )}
      </p>
    </div>
  );
}

function Act({ intent, children }: { intent: string; children: string }) {
  return (
    <button type="submit" className="lk py-1 cursor-pointer" name="_intent" value={intent}>
      {children}
    </button>
  );
}
