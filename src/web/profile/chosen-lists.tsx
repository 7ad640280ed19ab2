import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { useField } from '#web/ui/form/form.tsx';
import type { OfferedCategory } from './offered.ts';

const words = text.profile.skills;

/** Each category with a box of its own and its skills in a detail, open where something is chosen. */
export function ChosenLists({
  categories,
  openAll,
}: {
  categories: readonly OfferedCategory[];
  openAll: boolean;
}) {
  const own = useField('categories[]');
  const ownSkills = useField('skills[]');
  return (
    <ul className="mt-2 border-t border-base-300">
      {categories.map((category) => {
        const chosen = own.values.includes(category.slug);
        const count = category.skills.filter(({ slug }) => ownSkills.values.includes(slug)).length;
        return (
          <li
            key={category.slug}
            className="border-b border-base-300 grid gap-x-6 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)] items-start"
          >
            <Box name="categories[]" value={category.slug} checked={chosen}>
              <span className="font-medium">{category.name}</span>
              {category.retired && <span className="text-sm text-muted"> ({words.retired})</span>}
              {category.about !== '' && (
                <span className="block text-sm text-muted">{category.about}</span>
              )}
            </Box>
            {category.skills.length > 0 && (
              <details open={chosen || count > 0 || openAll} className="text-sm pb-2">
                <summary className="sm">
                  {words.skillsOf(category.skills.length, count)}
                  <span className="sr-only">: {words.skillsIn(category.name)}</span>
                </summary>
                <div className="grid sm:grid-cols-2 gap-x-4">
                  {category.skills.map(({ slug, name, retired }) => (
                    <Box
                      key={slug}
                      name="skills[]"
                      value={slug}
                      checked={ownSkills.values.includes(slug)}
                    >
                      {name}
                      {retired && <span className="text-muted"> ({words.retired})</span>}
                    </Box>
                  ))}
                </div>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Box({
  name,
  value,
  checked,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  children: ReactNode;
}) {
  return (
    <label className="flex gap-3 py-2.5 min-h-11 cursor-pointer">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="checkbox checkbox-sm mt-0.5"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
