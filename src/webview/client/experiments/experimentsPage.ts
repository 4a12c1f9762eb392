import type {
  ExperimentNoteView,
  ExperimentsToHost,
  ExperimentsView,
  HostToExperiments,
  RunsView,
} from '../../experimentsProtocol.ts';
import type { PageWords } from '../../words.ts';
import { arrange } from '../arrange.ts';
import { redrawCharts, releaseCharts } from '../charts.ts';
import { tableWithHeader } from '../tableWithHeader.ts';
import { button } from '../controls.ts';
import { explainedList } from '../explainedList.ts';
import { element } from '../element.ts';
import { icon, type IconName } from '../icons.ts';
import { isSameData } from '../isSameData.ts';
import { lineButton } from '../lineButton.ts';
import { relationFigure } from './relationFigure.ts';
import { runsSection } from './runsSection.ts';
import { slopesSection } from './slopesSection.ts';

export interface ExperimentsContext {
  readonly words: PageWords;
  readonly post: (message: ExperimentsToHost) => void;
}

export interface ExperimentsPage {
  receive(message: HostToExperiments): void;
  redraw(): void;
}

const ICONS: Readonly<Record<ExperimentNoteView['weight'], IconName>> = {
  verdict: 'check',
  error: 'row-error',
  warning: 'row-error',
  info: 'info',
};

/** The whole page of experiments in `root`; every message shows the table as it is now. */
export function createExperimentsPage(
  root: HTMLElement,
  post: ExperimentsContext['post'],
): ExperimentsPage {
  let runs: { readonly view: RunsView; readonly element: HTMLElement } | undefined;
  return {
    receive({ view, words }) {
      const page: ExperimentsContext = { words, post };
      const { scrollY } = window;
      if (!isSameData(runs?.view, view.runs)) {
        runs = view.runs && { view: view.runs, element: runsSection(view.runs, page) };
      }
      arrange(root, sectionsOf(view, page, runs?.element));
      releaseCharts();
      window.scrollTo({ top: scrollY });
    },
    redraw: redrawCharts,
  };
}

/** @param runs the table to be edited, which stays as it is while it holds the same */
function sectionsOf(
  view: ExperimentsView,
  page: ExperimentsContext,
  runs: HTMLElement | undefined,
): HTMLElement[] {
  const { slopes, levels, size, comparisons } = view;
  const sections = [head(view, page)];
  if (view.notes.length > 0) sections.push(notesList(view, page));
  if (slopes) sections.push(slopesSection(slopes, page));
  if (levels.length > 0) {
    sections.push(
      element(
        'section',
        { class: 'experiments-levels', 'aria-label': view.levelsTitle },
        element('h2', {}, view.levelsTitle),
        element('p', { class: 'muted small' }, view.relationLegend),
        explainedList(view.relationExplained, page),
        element(
          'div',
          { class: 'relations' },
          ...levels.map((level) => relationFigure(level, page)),
        ),
      ),
    );
  }
  if (size) {
    sections.push(
      element(
        'section',
        { class: 'experiments-levels', 'aria-label': size.title },
        element('div', { class: 'relations' }, relationFigure(size, page)),
      ),
    );
  }
  if (comparisons) {
    const body = comparisons.rows.map(({ first, second, probabilityText }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, first),
        element('td', {}, second),
        element('td', { class: 'number' }, probabilityText),
      ),
    );
    sections.push(
      element(
        'section',
        { class: 'card', 'aria-label': comparisons.title },
        element('h2', {}, comparisons.title),
        tableWithHeader(
          comparisons.title,
          [comparisons.first, comparisons.second, comparisons.probability],
          body,
        ),
        explainedList(comparisons.explained, page),
      ),
    );
  }
  if (runs) sections.push(runs);
  if (view.prior !== '') sections.push(element('p', { class: 'muted small' }, view.prior));
  return sections;
}

function head({ title, summary, actions }: ExperimentsView, { post }: ExperimentsContext) {
  return element(
    'header',
    { class: 'head' },
    element(
      'div',
      { class: 'head-line' },
      element('h1', { title }, title),
      element(
        'div',
        { class: 'actions' },
        button(actions.openTable, {
          onClick: () => post({ type: 'openLine', line: 1, preserveFocus: false }),
        }),
        button(actions.addInspection, { onClick: () => post({ type: 'addInspection' }) }),
        actions.measure === undefined
          ? undefined
          : button(actions.measure, { onClick: () => post({ type: 'measureRuns' }) }),
        button(actions.plan, { primary: true, onClick: () => post({ type: 'planRuns' }) }),
      ),
    ),
    element('p', { class: 'muted' }, summary),
  );
}

function notesList({ notes }: ExperimentsView, page: ExperimentsContext): HTMLElement {
  return element(
    'ul',
    { class: 'experiment-notes' },
    ...notes.map(({ weight, weightLabel, text }) =>
      element(
        'li',
        { class: `experiment-note experiment-${weight}` },
        icon(ICONS[weight]),
        element('span', { class: 'visually-hidden' }, `${weightLabel}: `),
        element(
          'span',
          {},
          ...text.map((piece) => (typeof piece === 'number' ? lineButton(piece, page) : piece)),
        ),
      ),
    ),
  );
}
