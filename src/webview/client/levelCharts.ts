import type { ChartChoice, LevelFieldView, LevelId } from '../protocol.ts';
import { chartFigure, growthFigure, releaseCharts } from './charts.ts';
import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

type Measured = Extract<LevelFieldView, { kind: 'measured' }>;

export interface LevelCharts {
  readonly element: HTMLElement;
  /** Shows what was chosen meanwhile in another tab of the level. */
  refresh(): void;
}

/** The charts of a level, one at a time, with two buttons that choose which; the choice is remembered. */
export function levelCharts(
  id: LevelId,
  view: Measured,
  label: string,
  page: PageContext,
): LevelCharts {
  const { words } = page;
  const { growth } = view;
  const kinds = () => chartFigure(view.chart, label, page);
  if (!growth) {
    return {
      element: element('div', { class: 'level-charts' }, kinds()),
      refresh: () => undefined,
    };
  }
  const make: Record<ChartChoice, () => HTMLElement> = {
    kinds,
    growth: () => growthFigure(growth, label, page),
  };
  const place = element('div', {});
  const segment = (choice: ChartChoice, text: string) => {
    const button = element('button', { type: 'button', class: 'segment' }, text);
    button.addEventListener('click', () => {
      page.remember({ charts: { ...page.state().charts, [id]: choice } });
      refresh();
    });
    return { choice, button };
  };
  const segments = [segment('kinds', words.chartKinds), segment('growth', words.chartGrowth)];
  let shown: ChartChoice | undefined;
  const refresh = () => {
    const chosen = page.state().charts[id] ?? 'kinds';
    if (chosen === shown) return;
    shown = chosen;
    for (const { choice, button } of segments) {
      button.setAttribute('aria-pressed', String(choice === chosen));
    }
    place.replaceChildren(make[chosen]());
    releaseCharts();
  };
  refresh();
  return {
    element: element(
      'div',
      { class: 'level-charts' },
      element(
        'div',
        { class: 'segments', role: 'group', 'aria-label': words.chartChoice },
        ...segments.map(({ button }) => button),
      ),
      place,
    ),
    refresh,
  };
}
