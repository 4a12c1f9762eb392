import type { DoneView, HostToPage, PanelView, RunningView } from '../protocol.ts';
import type { MapState } from '../mapProtocol.ts';
import { redrawCharts, releaseCharts } from './charts.ts';
import { flagSection } from './flagSection.ts';
import type { FlagSection } from './flagSection.ts';
import { filterSection, type FilterSection } from './filterSection.ts';
import { headActions, headLine, headSection } from './headSection.ts';
import { element } from './element.ts';
import { levelCards } from './levelCards.ts';
import { nextSteps, type NextSteps } from './nextSteps.ts';
import { mapSection, type MapSection } from './mapSection.ts';
import type { PageContext } from './pageContext.ts';
import { emptyView, failedView, progressView } from './statusViews.ts';
import type { ProgressView } from './statusViews.ts';
import { qualitySection } from './qualitySection.ts';
import { wordingSection } from './wordingSection.ts';
import { placeKeeper } from './placeKeeper.ts';
import { sectionNav } from './sectionNav.ts';
import type { Section, SectionNav } from './sectionNav.ts';
import type { Store } from './store.ts';

export interface Page {
  receive(message: HostToPage): void;
  redraw(): void;
  /** To be called after the page was scrolled. */
  scrolled(): void;
}

/** The whole page in `root`: a view for each kind of state, brought up to date by messages. */
export function createPage(root: HTMLElement, post: PageContext['post'], store: Store): Page {
  let context: PageContext | undefined;
  let flags: FlagSection | undefined;
  let steps: NextSteps | undefined;
  let nav: SectionNav | undefined;
  let map: MapSection | undefined;
  /** Outlives the page's states: a map is sent once. */
  let mapState: MapState = { kind: 'pending' };
  let filter: FilterSection | undefined;
  let progress: ProgressView | undefined;
  const place = placeKeeper(root, store);
  let partial: ((view: Pick<RunningView, 'head' | 'levels'>) => void) | undefined;

  const showRunning = (view: RunningView, page: PageContext) => {
    const current = progressView(page);
    const head = document.createElement('div');
    const cards = levelCards(page);
    progress = current;
    partial = ({ head: known, levels }) => {
      head.replaceChildren(known ? headSection(known, page, []) : headLine(view.fileName, []));
      if (levels) cards.show(levels);
      releaseCharts();
    };
    root.replaceChildren(current.element, head, cards.element);
    current.show(view);
    partial(view);
    place.settle([{ id: 'levels', element: cards.element }]);
  };
  const showDone = (view: DoneView, page: PageContext, wereFlagsFocused: boolean) => {
    const cards = levelCards(page);
    cards.show(view.levels);
    flags = flagSection(view.flags, page);
    // Who has dismissed a flag by keyboard goes on with the next one.
    if (wereFlagsFocused) flags.focus();
    const rows = filterSection(page);
    filter = rows;
    map = mapSection(page, (lines) => rows.measurePoints(lines));
    map.show(mapState);
    const levels = element('div', { class: 'levels' }, rows.element, cards.element);
    const sections: readonly Section[] = [
      { id: 'levels', label: page.words.levelsShort, element: levels },
      { id: 'map', label: page.words.mapShort, element: map.element },
      {
        id: 'wording',
        label: page.words.wording,
        element: wordingSection(view.recurringWording, page),
      },
      {
        id: 'quality',
        label: page.words.qualityShort,
        element: qualitySection(view.quality, page),
      },
      { id: 'flags', label: page.words.flags, element: flags.element },
    ];
    steps = nextSteps(view.nextSteps, page, (kind, reason) => flags?.showRows(kind, reason));
    nav = sectionNav(sections, page);
    root.replaceChildren(
      headSection(view.head, page, headActions(page)),
      steps.element,
      nav.element,
      ...sections.map((section) => section.element),
    );
    place.settle(sections);
    nav.update();
  };
  const show = (view: PanelView, page: PageContext) => {
    const wereFlagsFocused = flags?.hasFocus() ?? false;
    const wasFocused = progress?.element.contains(document.activeElement) ?? false;
    flags = undefined;
    steps = undefined;
    nav = undefined;
    map?.dispose();
    map = undefined;
    filter = undefined;
    progress = undefined;
    partial = undefined;
    switch (view.kind) {
      case 'empty':
        root.replaceChildren(emptyView(page));
        break;
      case 'running':
        showRunning(view, page);
        break;
      case 'failed':
        root.replaceChildren(headLine(view.fileName, []), failedView(view, page));
        // Who cancels by keyboard goes on from here.
        if (wasFocused) root.querySelector<HTMLElement>('.status h2')?.focus();
        break;
      case 'done':
        showDone(view, page, wereFlagsFocused);
        if (wasFocused) root.querySelector('h1')?.focus({ preventScroll: true });
        break;
    }
    releaseCharts();
  };

  return {
    receive: (message) => {
      switch (message.type) {
        case 'state':
          place.leave();
          store.setTarget(message.target, message.movedFrom);
          context = { words: message.words, post, state: store.state, remember: store.remember };
          show(message.view, context);
          break;
        case 'progress':
          progress?.show(message);
          break;
        case 'partial':
          partial?.(message);
          break;
        case 'flagSummary':
          flags?.update(message.flags);
          steps?.update(message.nextSteps);
          break;
        case 'map':
          mapState = message.map;
          map?.show(mapState);
          nav?.update();
          break;
        case 'mapGroupings':
          if (mapState.kind === 'shown') mapState = { ...mapState, groupings: message.groupings };
          map?.regroup(message.groupings);
          break;
        case 'filter':
          filter?.offer(message.filter);
          break;
        case 'selection':
          filter?.show(message.selection);
          break;
        case 'rowExcerpt':
          map?.receive(message);
          break;
        case 'flags':
        case 'clusterLines':
          flags?.receive(message);
          break;
      }
    },
    redraw: () => {
      if (context) redrawCharts();
      map?.redraw();
    },
    scrolled: () => {
      nav?.update();
      place.scrolled();
    },
  };
}
