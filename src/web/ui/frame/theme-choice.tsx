import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import { useFrame } from './frame.ts';

/** Light, dark, or as the system says: a form, so that the server writes it before the first paint. */
export function ThemeChoice() {
  const { theme } = useFrame();
  const choices = [
    { value: 'system', icon: 'sun-moon', label: text.site.theme.system },
    { value: 'light', icon: 'sun', label: text.site.theme.light },
    { value: 'dark', icon: 'moon', label: text.site.theme.dark },
  ] as const;
  return (
    <form method="post" action="/theme" className="-ms-2 lg:ms-auto">
      <fieldset className="flex flex-wrap items-center gap-x-1">
        <legend className="sr-only">{text.site.theme.label}</legend>
        {choices.map(({ value, icon, label }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={value === (theme ?? 'system')}
            className="theme-choice"
          >
            <Icon name={icon} />
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
