import { text } from '#web/text/catalogue.ts';

export function meta() {
  return [{ title: text.site.title(text.kit.title) }];
}

export default function Page() {
  return (
    <div className="wrap pt-6">
      <h1 className="text-2xl">{text.kit.title}</h1>
    </div>
  );
}
