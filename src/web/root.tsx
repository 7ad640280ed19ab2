import { addresses } from 'virtual:enhancements';
import { type ReactNode, use } from 'react';
import { Links, Meta, Outlet, Scripts, useMatches } from 'react-router';
import { web } from '#web/context.ts';
import { FailurePage, useFailed } from '#web/failure.tsx';
import { NonceContext } from '#web/nonce.ts';
import { type Enhancement, handleOf, type PageHandle } from '#web/page-handle.ts';
import { navigation } from '#web/site/navigation.ts';
import { text } from '#web/text/catalogue.ts';
import { FlashBand } from '#web/ui/bands.tsx';
import { Bar } from '#web/ui/frame/bar.tsx';
import { Footer } from '#web/ui/frame/footer.tsx';
import { type Frame, useFrame } from '#web/ui/frame/frame.ts';
import '#web/ui/style/app.css';
import font from '#web/ui/style/fonts/anyshore-latin.woff2?url';
import type { Route } from './+types/root.ts';

export function loader({ context }: Route.LoaderArgs): Frame {
  const { viewer, config, now, theme, flash, request } = web(context);
  const { pathname, search } = new URL(request.url);
  return {
    now: now.toISOString(),
    timeZone: viewer?.timeZone ?? 'UTC',
    formKey: crypto.randomUUID(),
    path: pathname + search,
    theme: theme ?? viewer?.theme ?? null,
    flash,
    viewer: viewer && {
      name: viewer.name,
      country: viewer.country,
      partyId: viewer.actor.partyId,
      operator: viewer.actor.operator,
      actingFor: viewer.actingFor,
      unreadNotifications: viewer.unreadNotifications,
    },
    operatorName: config.operatorName,
    sourceUrl: config.sourceUrl,
  };
}

/** The frame of every page, also of a refusal's and a crash's. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame();
  const failed = useFailed();
  const handle = usePageHandle();
  const bare = handle.bare === true && !failed;
  return (
    <html lang="en" data-theme={THEME[frame.theme ?? 'system']}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#004f6e" />
        <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          {text.site.skip}
        </a>
        {!bare && <Bar items={navigation(frame.viewer, handle.nav)} />}
        <main id="main" tabIndex={-1}>
          {frame.flash !== null && handle.flash !== 'own' && (
            <div className="wrap pt-4">
              <FlashBand />
            </div>
          )}
          {children}
        </main>
        {!bare && <Footer />}
        {!failed && <Enhancements names={handle.enhance ?? []} />}
        {handle.script === true && !failed && <Scripts />}
      </body>
    </html>
  );
}

export default function Page() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FailurePage />;
}

function Enhancements({ names }: { names: readonly Enhancement[] }) {
  const nonce = use(NonceContext);
  return names.map((name) => (
    <script key={name} type="module" src={addresses[name]} nonce={nonce} suppressHydrationWarning />
  ));
}

const THEME = { light: 'anyshore', dark: 'anyshore-dark', system: undefined };

function usePageHandle(): PageHandle {
  const handles = useMatches().map(({ handle, loaderData }) => handleOf(handle, loaderData));
  return Object.assign({}, ...handles);
}
