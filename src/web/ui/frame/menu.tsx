import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import type { FrameViewer, NavItem } from './frame.ts';

/** Places on phones; account and sign-out everywhere. */
export function Menu({ items, viewer }: { items: readonly NavItem[]; viewer: FrameViewer | null }) {
  return (
    <details className={`relative ${viewer === null ? 'lg:hidden' : ''}`} name="bar">
      <summary className="btn btn-ghost btn-square" aria-label={menuName(viewer)}>
        <Icon name="menu" className="text-xl" />
        {viewer !== null && viewer.unreadNotifications > 0 && <span className="unread sm:hidden" />}
      </summary>
      <MenuPanel>
        <nav aria-label={text.site.menu} className="grid lg:hidden">
          <MenuLink href="/search" className="sm:hidden">
            {text.site.search}
          </MenuLink>
          {items.map((item) => (
            <MenuLink key={item.href} href={item.href} current={item.current}>
              {item.label}
            </MenuLink>
          ))}
          {viewer !== null && (
            <MenuLink href="/notifications" className="sm:hidden">
              {text.site.notifications(viewer.unreadNotifications)}
            </MenuLink>
          )}
        </nav>
        {viewer === null ? (
          <MenuLink href="/sign-in">{text.site.signIn}</MenuLink>
        ) : (
          <>
            <MenuLink href="/profile">{text.site.sells}</MenuLink>
            <MenuLink href="/settings">{text.site.account}</MenuLink>
            <MenuLink href="/organizations">{text.site.organizations}</MenuLink>
          </>
        )}
        {viewer !== null && (
          <form method="post" action="/sign-out" className="border-t border-base-300 mt-2 pt-2">
            <button type="submit" className={ROW}>
              <Icon name="log-out" className="text-muted" />
              {text.site.signOut}
            </button>
          </form>
        )}
      </MenuPanel>
    </details>
  );
}

/** On phones the bell lives inside, so the menu's name tells of it. */
function menuName(viewer: FrameViewer | null): string {
  const unread = viewer?.unreadNotifications ?? 0;
  return unread === 0 ? text.site.menu : `${text.site.menu}. ${text.site.notifications(unread)}`;
}

/** What a `<details>` of the bar opens. */
export function MenuPanel({ children }: { children: ReactNode }) {
  return (
    <div className="absolute end-0 top-full z-20 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-box border border-base-300 bg-base-100 p-2 shadow-lg">
      {children}
    </div>
  );
}

const ROW =
  'flex items-center gap-3 w-full min-h-11 px-3 rounded-field text-start cursor-pointer hover:bg-base-200';

function MenuLink({
  href,
  current = false,
  className = '',
  children,
}: {
  href: string;
  current?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className={`${ROW} ${current ? 'font-semibold bg-base-200' : ''} ${className}`}
    >
      {children}
    </a>
  );
}
