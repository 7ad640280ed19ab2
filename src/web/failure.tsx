import { createContext, use } from 'react';
import type { Failure } from '#web/context.ts';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';

/** Set by the server while it renders the page of a refusal or a crash. */
export const FailureContext = createContext<Failure | null>(null);

export function useFailed(): boolean {
  return use(FailureContext) !== null;
}

/** The page that tells why something was refused, or that it broke and which number finds it. */
export function FailurePage(): React.ReactElement {
  const failure = use(FailureContext);
  const words: Words = failure === null ? text.failure.unknown : wordsOf(failure);
  return (
    <div className="wrap py-12 md:py-20">
      <title>{`${words.title} · Anyshore`}</title>
      <div className="max-w-[52ch]">
        <h1 className="text-2xl md:text-3xl">{words.title}</h1>
        <p className="mt-4 text-lg">{words.says}</p>
        <p className="mt-7 flex flex-wrap gap-3">
          {words.next !== undefined && (
            <a className="btn btn-primary" href={words.next.href}>
              {words.next.label}
            </a>
          )}
          <a className="btn" href="/">
            {text.failure.home}
          </a>
        </p>
      </div>
    </div>
  );
}

type Words = { title: string; says: string; next?: { href: string; label: string } };

function wordsOf(failure: Failure): Words {
  if (failure.kind === 'crash') return text.failure.crash(failure.number);
  const { title, says, next } = refusalText(failure.code, failure.data);
  return { title: title ?? text.failure.refused, says, ...(next === undefined ? {} : { next }) };
}
