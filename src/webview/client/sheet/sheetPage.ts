import type { HostToSheet, SheetToHost, SheetView } from '../../sheetProtocol.ts';
import type { SheetWords } from '../../sheetWords.ts';
import { redrawCharts, releaseCharts } from '../charts.ts';
import { button } from '../controls.ts';
import { element, fill } from '../element.ts';
import { isSameData } from '../isSameData.ts';
import { arrange } from '../arrange.ts';
import { controlVersions, type ControlVersions } from './controlVersions.ts';
import { sheetSection } from './sheetSection.ts';
import { shownMaps, type ShownMaps } from './shownMaps.ts';

/** What every part of a sheet is given. */
export interface SheetContext {
  readonly words: SheetWords;
  readonly files: SheetView['files'];
  readonly post: (message: SheetToHost) => void;
  readonly maps: ShownMaps;
  readonly controls: ControlVersions;
}

/** An element of the page: the one that is there, where it was made from the same. @param id unique in the page */
export type KeepPart = (id: string, content: unknown, make: () => HTMLElement) => HTMLElement;

export interface SheetPage {
  receive(message: HostToSheet): void;
  redraw(): void;
}

interface Shown {
  /** What it was made from. */
  readonly from: unknown;
  readonly element: HTMLElement;
}

/**
 * The page of a study: it shows what the host sends and says what the person does. Parts that a message does not change
 * stay as they are, with their focus, what is opened in them, and what is being pulled.
 */
export function createSheetPage(root: HTMLElement, post: SheetContext['post']): SheetPage {
  let parts = new Map<string, Shown>();
  let last: Extract<HostToSheet, { type: 'state' }> | undefined;
  let progress: StudyProgress | undefined;
  const maps = shownMaps();
  const controls = controlVersions();

  function receive(message: HostToSheet): void {
    switch (message.type) {
      case 'state':
        last = message;
        break;
      case 'status':
        if (!last) return;
        last = { ...last, view: { ...last.view, status: message.status } };
        break;
      case 'rowExcerpt':
        maps.showExcerpt(message, message.excerpt);
        return;
    }
    show(last);
  }

  function show({ view, words, title }: Extract<HostToSheet, { type: 'state' }>): void {
    const page: SheetContext = { words, files: view.files, post, maps, controls };
    const next = new Map<string, Shown>();
    const part: KeepPart = (id, content, make) => {
      const from = [content, view.files];
      const known = parts.get(id);
      const shown = known && isSameData(known.from, from) ? known : { from, element: make() };
      next.set(id, shown);
      return shown.element;
    };
    const statusPart = ({ status }: SheetView) => {
      if (status.kind !== 'running') return part('status', status, () => statusOf(status, page));
      // It stays from one step to the next: else its button would lose the focus, and a press that has begun.
      const shown = part('progress', words, () => (progress = studyProgress(page)).element);
      progress?.show(status);
      return shown;
    };
    const wasFocused = progress?.element.contains(document.activeElement) ?? false;
    const entries = view.sections.map(({ id, title }) => [id, title]);
    arrange(root, [
      part('title', title, () => element('h1', { class: 'visually-hidden' }, title)),
      statusPart(view),
      ...(entries.length > 1 ? [part('navigation', entries, () => navigation(view, words))] : []),
      ...view.sections.map((section) => sheetSection(section, page, part)),
    ]);
    parts = next;
    if (wasFocused && view.status.kind !== 'running') {
      root.querySelector<HTMLElement>('.sheet-status, .sheet-head')?.focus();
    }
    releaseCharts();
    maps.release();
  }

  return {
    receive,
    redraw() {
      redrawCharts();
      maps.redraw();
    },
  };
}

interface StudyProgress {
  readonly element: HTMLElement;
  show(status: Extract<SheetView['status'], { kind: 'running' }>): void;
}

/** How far a study is, and the way to stop it. */
function studyProgress({ words, post }: SheetContext): StudyProgress {
  const phase = element('p');
  const bar = element('progress', { max: '100' });
  const share = element('p', { class: 'muted' });
  return {
    element: element(
      'section',
      { class: 'sheet-status', role: 'status' },
      phase,
      bar,
      share,
      button(words.cancel, { onClick: () => post({ type: 'cancel' }) }),
    ),
    show(status) {
      const percent = Math.round(100 * status.fraction);
      phase.textContent = status.phase;
      bar.setAttribute('value', `${percent}`);
      bar.setAttribute('aria-label', status.phase);
      share.textContent = fill(words.progress, percent);
    },
  };
}

function statusOf(
  status: Exclude<SheetView['status'], { kind: 'running' }>,
  { words, files, post }: SheetContext,
): HTMLElement {
  const again = () => button(words.again, { onClick: () => post({ type: 'again' }) });
  switch (status.kind) {
    case 'failed':
      return element(
        'section',
        { class: 'sheet-status', role: 'alert', tabindex: '-1' },
        element('p', {}, status.message),
        status.isOlderBelow ? element('p', { class: 'muted' }, words.figuresBefore) : undefined,
        again(),
      );
    case 'done':
      return element(
        'header',
        { class: 'sheet-head', tabindex: '-1' },
        ...files.map(({ summary }) => element('p', { dir: 'auto' }, summary)),
        element(
          'p',
          { class: `sheet-verdict${status.isConcern ? ' is-concern' : ''}` },
          element('span', { 'aria-hidden': 'true' }, status.isConcern ? '▲ ' : '● '),
          status.verdict,
        ),
        element('p', { class: 'muted' }, status.detail),
        again(),
      );
  }
}

function navigation({ sections }: SheetView, words: SheetWords): HTMLElement {
  const entries = sections.map(({ id, title }) =>
    element('li', {}, element('a', { href: `#${id}` }, title)),
  );
  return element(
    'nav',
    { class: 'section-nav sheet-nav', 'aria-label': words.sections },
    element('ul', {}, ...entries),
  );
}
