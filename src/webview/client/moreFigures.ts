import type { FigureView, LevelId } from '../protocol.ts';
import { element, formatCount } from './element.ts';
import { figureList } from './figureList.ts';
import type { PageContext } from './pageContext.ts';

export interface MoreFigures {
  /** Undefined where there are none. */
  readonly element: HTMLElement | undefined;
  /** Opens or closes as was done meanwhile in another tab of the level. */
  refresh(): void;
}

/** The further figures of a level, folded away until they are wanted; whether they are open is remembered. */
export function moreFigures(
  id: LevelId,
  figures: readonly FigureView[],
  page: PageContext,
): MoreFigures {
  if (figures.length === 0) return { element: undefined, refresh: () => undefined };
  const isOpen = () => page.state().openFigures.includes(id);
  const details = element(
    'details',
    { class: 'more-figures' },
    element('summary', {}, `${page.words.moreFigures} (${formatCount(figures.length)})`),
    figureList(figures, page),
  );
  details.open = isOpen();
  details.addEventListener('toggle', () => {
    // Details that are made open say so later, and so do those of a card that has been replaced.
    if (!details.isConnected || details.open === isOpen()) return;
    const others = page.state().openFigures.filter((level) => level !== id);
    page.remember({ openFigures: details.open ? [...others, id] : others });
  });
  return { element: details, refresh: () => void (details.open = isOpen()) };
}
