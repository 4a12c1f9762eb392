import type { FlagKind, FlagSort, FlagSummary, PageState } from '../protocol.ts';
import { FLAG_KINDS } from '../protocol.ts';
import { checkbox, textField } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { flagKindLabel } from './flagKindLabel.ts';
import { createFlagSource } from './flagSource.ts';
import type { FlagSource } from './flagSource.ts';
import { flagTable } from './flagTable.ts';
import type { PageContext } from './pageContext.ts';

const TYPING_PAUSE_MS = 200;

export interface FlagSection {
  readonly element: HTMLElement;
  readonly receive: FlagSource['receive'];
}

/** The flagged rows with their filter. */
export function flagSection(summary: FlagSummary, page: PageContext): FlagSection {
  const { words } = page;
  const all = FLAG_KINDS.reduce((sum, kind) => sum + summary.counts[kind], 0);
  const shown = element('span', { class: 'muted', role: 'status' });
  const source = createFlagSource(page.post, (total) => {
    table.refresh(total);
    shown.textContent = fill(words.shown, formatCount(total), formatCount(all));
    empty.hidden = total > 0;
    table.element.hidden = total === 0;
  });
  const apply = (change: Partial<PageState>) => {
    page.remember({ ...change, tableScrollTop: 0 });
    table.reset(page.state().sort);
    source.setConditions(conditions(page.state()));
  };
  const onSort = (by: FlagSort) => {
    const { sort } = page.state();
    const descending = sort.by === by ? !sort.descending : by === 'severity';
    apply({ sort: { by, descending } });
  };
  const table = flagTable(source, page, onSort);
  const empty = element('p', { class: 'level-empty muted' }, words.noMatches);
  empty.hidden = true;
  const content =
    all === 0
      ? [element('p', { class: 'level-empty muted' }, words.noFlags)]
      : [
          filterBar(summary, page, apply, shown),
          empty,
          table.element,
          element('p', { class: 'muted small table-hint' }, words.tableHint),
        ];
  if (all > 0) source.setConditions(conditions(page.state()));
  return {
    element: element(
      'section',
      { class: 'flags', 'aria-labelledby': 'flags-title' },
      element('h2', { id: 'flags-title' }, words.flags),
      element('p', { class: 'sentence' }, summary.sentence),
      ...summary.notes.map((note) => element('p', { class: 'muted small' }, note)),
      ...content,
    ),
    receive: (message) => source.receive(message),
  };
}

function conditions({ kinds, text, sort }: PageState) {
  return { filter: { kinds, ...(text !== '' && { text }) }, sort };
}

function filterBar(
  summary: FlagSummary,
  page: PageContext,
  apply: (change: Partial<PageState>) => void,
  shown: HTMLElement,
): HTMLElement {
  const { words } = page;
  const boxes = FLAG_KINDS.map((kind) =>
    checkbox(
      `${flagKindLabel(kind, words)} ${formatCount(summary.counts[kind])}`,
      page.state().kinds.includes(kind),
      (checked) => apply({ kinds: withKind(page.state().kinds, kind, checked) }),
    ),
  );
  let typing: ReturnType<typeof setTimeout> | undefined;
  const text = textField(words.filter, page.state().text, (value) => {
    clearTimeout(typing);
    typing = setTimeout(() => apply({ text: value }), TYPING_PAUSE_MS);
  });
  return element(
    'div',
    { class: 'filter-bar' },
    element('div', { class: 'kinds', role: 'group', 'aria-label': words.kind }, ...boxes),
    text,
    shown,
  );
}

function withKind(kinds: readonly FlagKind[], kind: FlagKind, checked: boolean): FlagKind[] {
  return FLAG_KINDS.filter((one) => (one === kind ? checked : kinds.includes(one)));
}
