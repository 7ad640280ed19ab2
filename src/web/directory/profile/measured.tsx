import { percent, points, scoreSheetHref } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import type { ProfileSight } from './profile-sight.ts';

const words = text.directory.profile;

/** The four figures, measured from events and never typed in; each opens what it is made of. */
export function Measured({ sight }: { sight: ProfileSight }) {
  const { reputation: of, freelancer } = sight;
  const sheet = scoreSheetHref(freelancer.id);
  if (of === null || of.score === null) {
    return (
      <Tiles label={words.figures}>
        <Tile
          label={words.quality}
          number={<Evidence href={sheet}>{words.qualityNew}</Evidence>}
          words={words.qualityNewSays}
        />
        <Response sight={sight} />
      </Tiles>
    );
  }
  return (
    <Tiles label={words.figures}>
      <Tile
        label={words.quality}
        number={<Evidence href={sheet}>{points(of.score)}</Evidence>}
        words={words.from(points(of.low), points(of.high), of.contracts)}
      />
      <Tile
        label={words.onTime}
        number={
          of.onTime === null ? (
            <NoFigure />
          ) : (
            <Evidence href={`${sheet}#rates`}>{percent(of.onTime)}</Evidence>
          )
        }
        words={of.onTime === null ? undefined : words.onTimeOf(of.onTimeCount)}
      />
      <Response sight={sight} />
      <Tile
        label={words.repeat}
        number={<Evidence href={`${sheet}#rates`}>{of.repeatClients}</Evidence>}
        words={words.repeatOf(of.clients)}
      />
    </Tiles>
  );
}

function Response({ sight }: { sight: ProfileSight }) {
  const { reputation: of, freelancer } = sight;
  const hours = of?.responseHours ?? null;
  const rate = of?.responseRate ?? null;
  return (
    <Tile
      label={words.response}
      number={
        hours === null ? (
          <NoFigure />
        ) : (
          <Evidence href={`${scoreSheetHref(freelancer.id)}#rates`}>
            {words.responseHours(hours)}
          </Evidence>
        )
      }
      words={rate === null ? words.responseNone : words.responseWithin(percent(rate))}
    />
  );
}

function NoFigure() {
  return <span className="text-base font-normal text-muted">{words.noFigure}</span>;
}
