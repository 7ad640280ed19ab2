import { text } from '#web/text/catalogue.ts';
import { useFrame } from './frame.ts';

export function Footer() {
  const { operatorName, sourceUrl } = useFrame();
  const links = [
    { href: '/fees', label: text.site.footer.fees },
    { href: '/api/docs', label: text.site.footer.api },
    { href: '/kit', label: text.site.footer.parts },
    ...(sourceUrl === '' ? [] : [{ href: sourceUrl, label: text.site.footer.source }]),
  ];
  return (
    <footer className="mt-14 border-t border-base-300 text-sm text-muted">
      <div className="wrap py-6 flex flex-wrap gap-x-6 gap-y-2">
        <span>{text.site.footer.operatedBy(operatorName)}</span>
        {links.map(({ href, label }) => (
          <a key={href} className="lk" href={href}>
            {label}
          </a>
        ))}
      </div>
    </footer>
  );
}
