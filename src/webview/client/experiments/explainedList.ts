import type { ExplainedFigure } from '../../experimentsProtocol.ts';
import { element } from '../element.ts';
import { infoPopover } from '../infoPopover.ts';
import type { ExperimentsContext } from './experimentsPage.ts';

/** The figures of a section by name, each with its (i). */
export const explainedList = (
  figures: readonly ExplainedFigure[],
  page: ExperimentsContext,
): HTMLElement =>
  element(
    'ul',
    { class: 'explained small' },
    ...figures.map(({ label, explanation }) =>
      element('li', {}, label, infoPopover(label, explanation, page)),
    ),
  );
