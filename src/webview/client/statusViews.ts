import type { FailedView, LinesTableView, PanelAction, RunningView } from '../protocol.ts';
import { button, progressRing } from './controls.ts';
import { element, fill } from './element.ts';
import { icon } from './icons.ts';
import { linesTable } from './linesTable.ts';
import type { PageContext } from './pageContext.ts';

export interface ProgressView {
  readonly element: HTMLElement;
  show(progress: Pick<RunningView, 'fraction' | 'phase'>): void;
}

/** How far the inspection is, and the way to stop it. */
export function progressView(page: PageContext): ProgressView {
  const { words } = page;
  const phase = element('span', { class: 'phase' });
  const share = element('span', { class: 'muted number' });
  const fillBar = element('div', { class: 'progress-fill' });
  const bar = element(
    'div',
    { class: 'progress-bar', role: 'progressbar', 'aria-label': words.inspecting },
    fillBar,
  );
  return {
    element: element(
      'div',
      { class: 'progress' },
      element(
        'div',
        { class: 'progress-line' },
        progressRing(),
        phase,
        share,
        button(words.cancel, { onClick: () => page.post({ type: 'cancel' }) }),
      ),
      bar,
    ),
    show: (progress) => {
      const percent = Math.floor(Math.min(1, Math.max(0, progress.fraction)) * 100);
      phase.textContent = progress.phase;
      share.textContent = fill(words.progress, percent);
      fillBar.style.transform = `scaleX(${percent / 100})`;
      bar.setAttribute('aria-valuenow', String(percent));
      bar.setAttribute('aria-valuetext', `${progress.phase}, ${share.textContent}`);
    },
  };
}

/** Why there is no report, and what to do. */
export function failedView(view: FailedView, page: PageContext): HTMLElement {
  const { words } = page;
  const labels: Readonly<Record<PanelAction, string>> = {
    inspectAgain: words.inspectAgain,
    openSettings: words.openSettings,
  };
  const buttons = view.actions.map((action, index) =>
    button(labels[action], { primary: index === 0, onClick: () => page.post({ type: action }) }),
  );
  return element(
    'section',
    { class: 'status', role: 'alert' },
    element('h2', { tabindex: '-1' }, icon(view.isCancelled ? 'info' : 'row-error'), view.title),
    element('p', {}, view.message),
    element('p', { class: 'muted' }, view.whatToDo),
    element('div', { class: 'actions' }, ...buttons),
    view.brokenLines && openTable(view.brokenLines, page),
  );
}

function openTable(view: LinesTableView, page: PageContext): HTMLElement {
  const table = linesTable(view, page);
  table.setAttribute('open', '');
  return table;
}

export function emptyView({ words }: PageContext): HTMLElement {
  return element(
    'section',
    { class: 'status' },
    element('h2', {}, words.empty),
    element('p', { class: 'muted' }, words.emptyHint),
  );
}
