import type { MapGroupingView } from '../mapProtocol.ts';
import type { MapWords } from '../mapWords.ts';
import { element, fill, formatCount } from './element.ts';

export interface MapLegendListener {
  onHighlight(group: number | undefined): void;
  onSelect(group: number): void;
}

/**
 * The groups with their number on the map, colour and rows, as a table: what the map shows, for whoever does not see it.
 * A group is brought out while it is pointed at or has the focus; pressed, its rows are selected.
 */
export function mapLegend(
  grouping: MapGroupingView,
  words: MapWords,
  listener: MapLegendListener,
): HTMLElement {
  const rows = grouping.groups.map((group, place) => {
    const name = element(
      'button',
      { type: 'button', class: 'legend-name', title: fill(words.selectGroup, group.name) },
      element(
        'span',
        { class: `swatch ${group.isRest ? 'swatch-rest' : `category-${place + 1}`}` },
        group.isRest ? '' : String(place + 1),
      ),
      element('span', { class: 'legend-text', dir: 'auto' }, group.name),
    );
    name.addEventListener('click', () => listener.onSelect(place));
    const row = element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'number' }, formatCount(group.count)),
      element('td', { class: 'number muted' }, group.shareText),
    );
    for (const type of ['pointerenter', 'focusin'] as const) {
      row.addEventListener(type, () => listener.onHighlight(place));
    }
    for (const type of ['pointerleave', 'focusout'] as const) {
      row.addEventListener(type, () => listener.onHighlight(undefined));
    }
    return row;
  });
  const heads = [grouping.label, words.rowsColumn, words.shareColumn];
  return element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, fill(words.legendLabel, grouping.label)),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...heads.map((head, i) => element('th', { scope: 'col', class: i ? 'number' : '' }, head)),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}
