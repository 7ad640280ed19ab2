import { text } from '#web/text/catalogue.ts';

const words = text.landing.yours;

export function Yours({ demo, sourceUrl }: { demo: boolean; sourceUrl: string }) {
  return (
    <section
      className="py-10 flex flex-wrap gap-x-10 gap-y-5 items-center justify-between"
      aria-labelledby="yours"
    >
      <div>
        <h2 id="yours" className="text-2xl">
          {words.title}
        </h2>
        <p className="mt-2 max-w-[56ch]">{words.text}</p>
      </div>
      <div className="flex flex-col sm:flex-row gap-3 w-full sm:w-auto">
        <a className="btn btn-primary btn-lg" href={demo ? '/sign-in' : '/sign-up'}>
          {demo ? words.demo : words.start}
        </a>
        {sourceUrl !== '' && (
          <a className="btn btn-lg" href={sourceUrl}>
            {words.source}
          </a>
        )}
      </div>
    </section>
  );
}
