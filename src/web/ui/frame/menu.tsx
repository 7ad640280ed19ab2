import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import { type FrameViewer, type NavItem, useFrame } from './frame.ts';

/** Places on phones; account, theme and sign-out everywhere. */
export function Menu({ items, viewer }: { items: readonly NavItem[]; viewer: FrameViewer | null }) {
  return (
    <details className="relative" name="bar">
      <summary className="btn btn-ghost btn-square" aria-label={text.site.menu}>
        <Icon name="menu" className="text-xl" />
      </summary>
      <MenuPanel>
        <nav aria-label={text.site.menu} className="grid lg:hidden">
          {items.map((item) => (
            <MenuLink key={item.href} href={item.href} current={item.current}>
              {item.label}
            </MenuLink>
          ))}
        </nav>
        {viewer === null ? (
          <MenuLink href="/sign-in">{text.site.signIn}</MenuLink>
        ) : (
          <MenuLink href="/account">{text.site.account}</MenuLink>
        )}
        <ThemeChoice />
        {viewer !== null && (
          <form method="post" action="/sign-out" className="border-t border-base-300 mt-2 pt-2">
            <button type="submit" className="btn btn-ghost w-full justify-start px-3 font-medium">
              <Icon name="log-out" />
              {text.site.signOut}
            </button>
          </form>
        )}
      </MenuPanel>
    </details>
  );
}

/** What a `<details>` of the bar opens. */
export function MenuPanel({ children }: { children: ReactNode }) {
  return (
    <div className="absolute end-0 top-full z-20 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-box border border-base-300 bg-base-100 p-2 shadow-lg">
      {children}
    </div>
  );
}

function MenuLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className={`flex items-center min-h-11 px-3 rounded-field hover:bg-base-200 ${current ? 'font-semibold bg-base-200' : ''}`}
    >
      {children}
    </a>
  );
}

function ThemeChoice() {
  const { theme } = useFrame();
  const choices = [
    { value: 'system', icon: 'sun-moon', label: text.site.theme.system },
    { value: 'light', icon: 'sun', label: text.site.theme.light },
    { value: 'dark', icon: 'moon', label: text.site.theme.dark },
  ] as const;
  return (
    <form method="post" action="/theme" className="border-t border-base-300 mt-2 pt-2">
      <p className="px-3 py-1.5 text-sm text-muted">{text.site.theme.label}</p>
      {choices.map(({ value, icon, label }) => {
        const on = value === (theme ?? 'system');
        return (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={on}
            className="flex items-center gap-3 w-full min-h-11 px-3 rounded-field text-start cursor-pointer hover:bg-base-200"
          >
            <Icon name={icon} className="text-muted" />
            {label}
            {on && <Icon name="check" className="ms-auto" />}
          </button>
        );
      })}
    </form>
  );
}
