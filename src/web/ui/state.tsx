import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

/** rest: not begun · move: somebody works · hold: money waits or you are asked · go: done · miss: broken. */
export type Tone = 'rest' | 'move' | 'hold' | 'go' | 'miss';

export type StateLook = { word: string; icon: IconName; tone: Tone };

/**
 * A state: icon, word and tone, always all three. `boxed` in page heads and decision panels.
 * `<StateBadge {...text.states.milestone.funded} />`
 */
export function StateBadge({ word, icon, tone, boxed = false }: StateLook & { boxed?: boolean }) {
  return (
    <span className={`st ${TONE[tone]}${boxed ? ' st-box' : ''}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

export const TONE: Record<Tone, string> = {
  rest: 'st-rest',
  move: 'st-move',
  hold: 'st-hold',
  go: 'st-go',
  miss: 'st-miss',
};
