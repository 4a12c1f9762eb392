import type { PageState } from '../pageState.ts';
import type { FlagCount, FlagKind, FlagSort, FlagSummary } from '../protocol.ts';
import { FLAG_KINDS } from '../protocol.ts';
import { button, checkbox, textField } from './controls.ts';
import { element, fill, formatCount } from './element.ts';
import { flagKindLabel } from '../flagKindLabel.ts';
import { createFlagSource } from './flagSource.ts';
import type { FlagSource } from './flagSource.ts';
import { flagTable, type FlagTable } from './flagTable.ts';
import { goToSection } from './goToSection.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';
import { thresholdSliders } from './thresholdSliders.ts';

const TYPING_PAUSE_MS = 200;

export interface FlagSection {
  readonly element: HTMLElement;
  readonly receive: FlagSource['receive'];
  readonly hasFocus: FlagTable['hasFocus'];
  readonly focus: FlagTable['focus'];
  /** Goes to the flagged rows of one kind; with a reason, to those only that have it. */
  showRows(kind: FlagKind, reason?: string): void;
  /** The flags are others now. */
  update(summary: FlagSummary): void;
}

/** The flagged rows with their filter, and the sliders that say which rows are duplicates. */
export function flagSection(initial: FlagSummary, page: PageContext): FlagSection {
  const { words } = page;
  let summary = initial;
  const allFlags = () => FLAG_KINDS.reduce((sum, kind) => sum + summary.counts[kind].entries, 0);
  const shown = element('span', { class: 'muted', role: 'status' });
  const source = createFlagSource(page.post, (total, lines) => {
    table.refresh(total);
    shown.textContent = fill(words.entriesShown, ...[total, allFlags(), lines].map(formatCount));
    empty.hidden = total > 0;
    table.element.hidden = total === 0;
    actions.hidden = total === 0;
    hint.hidden = total === 0;
  });
  const ask = () => source.setConditions(conditions(page.state()));
  const apply = (change: Partial<PageState>) => {
    page.remember({ ...change, tableScrollTop: 0, activeRow: 0 });
    table.reset(page.state().sort);
    ask();
  };
  const onSort = (by: FlagSort) => {
    const { sort } = page.state();
    const descending = sort.by === by ? !sort.descending : by === 'severity';
    apply({ sort: { by, descending } });
  };
  const table = flagTable(source, page, onSort);
  const actions = rowActions(page);
  const hint = element('p', { class: 'muted small table-hint' }, words.tableHint);
  const empty = element('p', { class: 'level-empty muted' }, words.noMatches);
  empty.hidden = true;
  const sentence = element('p', { class: 'sentence' });
  const notes = element('div', {});
  const sliders = thresholdSliders(initial.thresholds, page);
  const kinds = element('div', { class: 'kinds', role: 'group', 'aria-label': words.kind });
  const none = element('p', { class: 'level-empty muted' }, words.noFlags);
  const text = filterText(page, apply);
  const some = element(
    'div',
    { class: 'flags' },
    element('div', { class: 'filter-bar' }, kinds, text, shown),
    actions,
    empty,
    table.element,
    hint,
  );

  const show = () => {
    sentence.textContent = summary.sentence;
    const paragraphs = summary.notes.map((note) => element('p', { class: 'muted small' }, note));
    notes.replaceChildren(...paragraphs);
    notes.hidden = paragraphs.length === 0;
    kinds.replaceChildren(...kindBoxes(summary, page, apply));
    none.hidden = allFlags() > 0;
    some.hidden = allFlags() === 0;
  };
  show();
  const section = element(
    'section',
    { class: 'flags', 'aria-labelledby': 'flags-title' },
    element('h2', { id: 'flags-title' }, words.flags),
    sentence,
    notes,
    sliders.element,
    none,
    some,
  );
  if (allFlags() > 0) source.setConditions(conditions(page.state()));
  return {
    element: section,
    receive: (message) => source.receive(message),
    hasFocus: () => table.hasFocus(),
    focus: () => table.focus(),
    showRows: (kind, reason = '') => {
      text.value = reason;
      apply({ kinds: [kind], text: reason });
      show();
      goToSection(section);
    },
    update: (changed) => {
      summary = changed;
      show();
      sliders.show(changed.thresholds);
      // The place stays: who dismisses one flag goes on with the next.
      ask();
    },
  };
}

function conditions({ kinds, text, sort }: PageState) {
  return { filter: { kinds, ...(text !== '' && { text }) }, sort };
}

/** What can be done with the rows that the table shows. */
function rowActions(page: PageContext): HTMLElement {
  const { words } = page;
  const send = (type: 'selectLines' | 'writeCleanCopy') => () =>
    page.post({ type, filter: conditions(page.state()).filter });
  return element(
    'div',
    { class: 'flag-actions', role: 'group', 'aria-label': words.flags },
    button(words.selectLines, { onClick: send('selectLines') }),
    button(words.writeCleanCopy, { onClick: send('writeCleanCopy') }),
  );
}

/** A box for each kind that there is, and the names of the others. */
function kindBoxes(
  { counts, explanations }: FlagSummary,
  page: PageContext,
  apply: (change: Partial<PageState>) => void,
): HTMLElement[] {
  const { words } = page;
  const name = (kind: FlagKind) => flagKindLabel(kind, words);
  const boxes = FLAG_KINDS.filter((kind) => counts[kind].entries > 0).map((kind) =>
    element(
      'span',
      { class: 'kind-choice' },
      checkbox(
        kindCount(name(kind), counts[kind], words),
        page.state().kinds.includes(kind),
        (checked) => apply({ kinds: withKind(page.state().kinds, kind, checked) }),
      ),
      infoPopover(name(kind), explanations[kind], page),
    ),
  );
  const absent = FLAG_KINDS.filter((kind) => counts[kind].entries === 0).map(name);
  if (absent.length === 0) return boxes;
  const rest = fill(words.kindsAbsent, absent.join(words.listSeparator));
  return [...boxes, element('span', { class: 'muted small' }, rest)];
}

/** `Near-duplicate 34 (clusters: 10)`: lines, and entries of the table where these are fewer. */
function kindCount(name: string, { entries, lines }: FlagCount, words: PageContext['words']) {
  return entries < lines
    ? fill(words.kindInClusters, name, formatCount(lines), formatCount(entries))
    : fill(words.kindCount, name, formatCount(lines));
}

function filterText(page: PageContext, apply: (change: Partial<PageState>) => void) {
  const { words } = page;
  let typing: ReturnType<typeof setTimeout> | undefined;
  return textField(words.filter, words.filter, page.state().text, (value) => {
    clearTimeout(typing);
    typing = setTimeout(() => apply({ text: value }), TYPING_PAUSE_MS);
  });
}

function withKind(kinds: readonly FlagKind[], kind: FlagKind, checked: boolean): FlagKind[] {
  return FLAG_KINDS.filter((one) => (one === kind ? checked : kinds.includes(one)));
}
