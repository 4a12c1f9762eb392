import type { LevelFieldView } from '../protocol.ts';
import { chartFigure, growthFigure, releaseCharts } from './charts.ts';
import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

type Measured = Extract<LevelFieldView, { kind: 'measured' }>;

/** The charts of a level, one at a time, with two buttons that choose which. */
export function levelCharts(view: Measured, label: string, page: PageContext): HTMLElement {
  const { words } = page;
  const { growth } = view;
  const kinds = () => chartFigure(view.chart, label, page);
  if (!growth) return element('div', { class: 'level-charts' }, kinds());
  const place = element('div', {}, kinds());
  const choices = [
    { label: words.chartKinds, make: kinds },
    { label: words.chartGrowth, make: () => growthFigure(growth, label, page) },
  ];
  const buttons = choices.map((choice, at) => {
    const button = element(
      'button',
      { type: 'button', class: 'segment', 'aria-pressed': String(at === 0) },
      choice.label,
    );
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-pressed') === 'true') return;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      place.replaceChildren(choice.make());
      releaseCharts();
    });
    return button;
  });
  return element(
    'div',
    { class: 'level-charts' },
    element(
      'div',
      { class: 'segments', role: 'group', 'aria-label': words.chartChoice },
      ...buttons,
    ),
    place,
  );
}
