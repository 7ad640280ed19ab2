import { text } from '#web/text/catalogue.ts';
import { Mark, Wordmark } from '#web/ui/frame/mark.tsx';
import { ShoreGlyph } from '#web/ui/icon.tsx';
import { StateBadge, type StateLook } from '#web/ui/state.tsx';
import { Part } from './part.tsx';

const words = text.kit;
const COLOURS = [
  ['d1', 'bg-d1'],
  ['d2', 'bg-d2'],
  ['d3', 'bg-d3'],
  ['d4', 'bg-d4'],
  ['d5', 'bg-d5'],
  ['c1', 'bg-c1'],
  ['c2', 'bg-c2'],
  ['c3', 'bg-c3'],
  ['c4', 'bg-c4'],
  ['c5', 'bg-c5'],
] as const;

export function LookParts() {
  const { project, proposal, contract, milestone, waitingForYou, late } = text.states;
  return (
    <>
      <Part title={words.sections.mark}>
        <div className="flex flex-wrap items-end gap-x-10 gap-y-4 text-primary">
          <Mark size={96} alone />
          <Mark size={40} />
          <Mark size={20} />
          <span className="text-base-content">
            <Wordmark />
          </span>
          <span className="on-dark bg-neutral text-neutral-content rounded-box p-4">
            <Mark size={40} />
          </span>
        </div>
        <p className="mt-3 text-sm text-muted max-w-[60ch]">{words.mark}</p>
      </Part>
      <Part title={words.sections.states}>
        <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          <States title={words.states.project} looks={Object.values(project)} />
          <States title={words.states.proposal} looks={Object.values(proposal)} />
          <States title={words.states.contract} looks={Object.values(contract)} />
          <States title={words.states.milestone} looks={[...Object.values(milestone), late]} />
          <div>
            <h3 className="text-sm font-semibold mb-2">{words.states.boxed}</h3>
            <p className="grid gap-2 justify-items-start">
              {[waitingForYou, contract.active, milestone.paid, late, project.draft].map((look) => (
                <StateBadge key={look.word} {...look} boxed />
              ))}
            </p>
            <Shores />
          </div>
        </div>
      </Part>
      <Part title={words.sections.colours}>
        <div className="flex flex-wrap gap-2 text-xs">
          {COLOURS.map(([name, fill]) => (
            <span key={name} className="grid gap-1">
              <span className={`size-12 ${fill}`} />
              {name}
            </span>
          ))}
        </div>
      </Part>
    </>
  );
}

function States({ title, looks }: { title: string; looks: readonly StateLook[] }) {
  return (
    <div>
      <h3 className="text-sm font-semibold mb-2">{title}</h3>
      <ul className="grid gap-1.5 text-sm">
        {looks.map((look) => (
          <li key={look.word}>
            <StateBadge {...look} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shores() {
  return (
    <p className="text-sm flex flex-wrap gap-3 mt-3">
      {(['onshore', 'nearshore', 'offshore'] as const).map((shore) => (
        <span key={shore} className="flex gap-1.5 items-center">
          <ShoreGlyph shore={shore} />
          {words.states[shore]}
        </span>
      ))}
    </p>
  );
}
