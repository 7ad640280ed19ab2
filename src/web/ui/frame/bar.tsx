import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import { ActingForSwitch } from './acting-for.tsx';
import { type FrameViewer, type NavItem, useFrame } from './frame.ts';
import { Wordmark } from './mark.tsx';
import { Menu } from './menu.tsx';

/** The bar of every page: mark, places, and who acts. Menus are `<details>`, so no script is needed. */
export function Bar({ items }: { items: readonly NavItem[] }) {
  const { viewer } = useFrame();
  return (
    <header className="border-b border-base-300">
      <div className="wrap flex items-center gap-2 h-14">
        <Wordmark />
        <nav aria-label={text.site.main} className="hidden lg:flex items-center ms-4 text-sm">
          {items.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </nav>
        <div className="ms-auto min-w-0 flex items-center gap-1">
          <a
            href="/search"
            className="btn btn-ghost btn-square max-sm:hidden"
            aria-label={text.site.search}
          >
            <Icon name="search" />
          </a>
          {viewer === null ? <VisitorActs /> : <MemberActs viewer={viewer} />}
          <Menu items={items} viewer={viewer} />
        </div>
      </div>
    </header>
  );
}

function NavLink({ item }: { item: NavItem }) {
  const look = item.current
    ? 'border-primary font-semibold'
    : 'border-transparent text-muted hover:text-base-content';
  return (
    <a
      href={item.href}
      className={`px-3 h-14 flex items-center border-b-2 ${look}`}
      aria-current={item.current ? 'page' : undefined}
    >
      {item.label}
    </a>
  );
}

function VisitorActs() {
  return (
    <>
      <a href="/sign-in" className="btn btn-ghost hidden sm:inline-flex">
        {text.site.signIn}
      </a>
      <a href="/sign-up" className="btn btn-primary">
        {text.site.signUp}
      </a>
    </>
  );
}

function MemberActs({ viewer }: { viewer: FrameViewer }) {
  return (
    <>
      <a
        href="/notifications"
        className="btn btn-ghost btn-square relative max-sm:hidden"
        aria-label={text.site.notifications(viewer.unreadNotifications)}
      >
        <Icon name="bell" />
        {viewer.unreadNotifications > 0 && (
          <span className="absolute top-0.5 start-6 min-w-4 h-4 px-1 grid place-items-center rounded-selector bg-neutral text-neutral-content text-[0.625rem] font-semibold">
            {viewer.unreadNotifications > 99 ? '99+' : viewer.unreadNotifications}
          </span>
        )}
      </a>
      <ActingForSwitch viewer={viewer} />
    </>
  );
}
