import { text } from '#web/text/catalogue.ts';
import { useFrame } from './frame.ts';
import { ThemeChoice } from './theme-choice.tsx';

export function Footer() {
  const { operatorName, sourceUrl } = useFrame();
  const words = text.site.footer;
  const links = [
    { href: '/fees', label: words.fees },
    { href: '/categories', label: words.categories },
    { href: '/api/docs', label: words.api },
    { href: '/kit', label: words.parts },
    ...(sourceUrl === '' ? [] : [{ href: sourceUrl, label: words.source }]),
  ];
  const named = operatorName !== '' && operatorName !== text.site.name;
  return (
    <footer className="mt-14 border-t border-base-300 text-sm text-muted">
      <div className="wrap py-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <span>{named ? words.operatedBy(operatorName) : text.site.name}</span>
        {links.map(({ href, label }) => (
          <a key={href} className="lk py-1" href={href}>
            {label}
          </a>
        ))}
        <ThemeChoice />
      </div>
    </footer>
  );
}
