import type { FigureView } from '../protocol.ts';
import { element } from './element.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';

/** Figures with their values, each with its explanation behind a button. */
export function figureList(figures: readonly FigureView[], page: PageContext): HTMLElement {
  const items = figures.map((figure) =>
    element(
      'div',
      { class: 'figure' },
      element(
        'dt',
        {},
        element('span', {}, figure.label),
        infoPopover(figure.label, figure.explanation, page),
      ),
      element('dd', {}, figure.value),
    ),
  );
  return element('dl', { class: 'figures' }, ...items);
}
