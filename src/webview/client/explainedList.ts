import type { ExplainedFigure } from '../protocol.ts';
import { element } from './element.ts';
import { infoPopover, type InfoContext } from './infoPopover.ts';

/** Figures by name, each with its (i). */
export const explainedList = (
  figures: readonly ExplainedFigure[],
  page: InfoContext,
): HTMLElement =>
  element(
    'ul',
    { class: 'explained small' },
    ...figures.map(({ label, explanation }) =>
      element('li', {}, label, infoPopover(label, explanation, page)),
    ),
  );
