import { createContext, use } from 'react';
import type { Failure } from '#web/context.ts';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';

/** A refusal or a crash, with what was asked for and whether a member asked. */
export type Failed = {
  failure: Failure;
  method: string;
  /** With its question: `/projects/0198?sort=price`. */
  path: string;
  signedIn: boolean;
};

/** Set by the server while it renders the page of a refusal or a crash. */
export const FailureContext = createContext<Failed | null>(null);

export function useFailed(): boolean {
  return use(FailureContext) !== null;
}

/** The page that tells why something was refused, or that it broke and which number finds it. */
export function FailurePage(): React.ReactElement {
  const failed = use(FailureContext);
  const words: Words = failed === null ? text.failure.unknown : wordsOf(failed);
  return (
    <div className="wrap py-12 md:py-20">
      <title>{`${words.title} · Anyshore`}</title>
      <div className="max-w-[52ch]">
        <h1 className="text-2xl md:text-3xl">{words.title}</h1>
        <p className="mt-4 text-lg">{words.says}</p>
        <p className="mt-7 flex flex-wrap gap-3">
          {words.next?.map(({ href, label }, index) => (
            <a key={href} className={index === 0 ? 'btn btn-primary' : 'btn'} href={href}>
              {label}
            </a>
          ))}
          <a className="btn" href="/">
            {text.failure.home}
          </a>
        </p>
      </div>
    </div>
  );
}

type Next = { href: string; label: string };
type Words = { title: string; says: string; next?: readonly Next[] };

function wordsOf({ failure, method, path, signedIn }: Failed): Words {
  if (failure.kind === 'crash') return text.failure.crash(failure.number);
  const { code, data } = failure;
  const { title, says, next } = refusalText(code, data);
  const given = next === undefined ? [] : [next];
  if (method !== 'GET') return { title: title ?? text.failure.refused, says, next: given };
  if (code === 'not_found') return signedIn ? { title: title ?? '', says } : notFound(path);
  const back = wayBack(path);
  const ways = back === null ? given : [...given, back];
  // Whoever presses back comes to the page of an act that is over; nothing of theirs failed.
  if (code === 'wrong_state' && data.state !== 'hidden' && data.state !== 'deciding') {
    return { ...text.failure.over, next: ways };
  }
  return { title: title ?? text.failure.notNow, says, next: ways };
}

/** A visitor may be one for whom the page is; that is said alike of what does not exist. */
function notFound(path: string): Words {
  const next = `?next=${encodeURIComponent(path)}`;
  return {
    ...text.failure.visitor,
    next: [
      { href: `/sign-in${next}`, label: text.site.signIn },
      { href: `/sign-up${next}`, label: text.site.signUp },
    ],
  };
}

/** From the page of an act to what the act is about, as far as the address tells. */
function wayBack(path: string): Next | null {
  const { back } = text.failure;
  if (/^\/milestones\//.test(path)) return { href: '/contracts', label: back.milestones };
  const [, kind, id] = /^\/(projects|contracts|proposals)\/([^/?]+)\/./.exec(path) ?? [];
  if (kind === undefined || id === undefined) return null;
  return { href: `/${kind}/${id}`, label: back[kind as keyof typeof back] };
}
