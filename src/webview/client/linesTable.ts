import type { LinesTableView } from '../protocol.ts';
import { tableWithHeader } from './tableWithHeader.ts';
import { element } from './element.ts';
import { infoPopover } from './infoPopover.ts';
import { lineButton } from './lineButton.ts';
import type { PageContext } from './pageContext.ts';
import { withInfo } from './withInfo.ts';

/** A list with lines to look at, folded away until it is wanted and filled when it is first opened. */
export function linesTable(view: LinesTableView, page: PageContext): HTMLElement {
  const details = element(
    'details',
    { class: 'chart-table' },
    element('summary', {}, view.title),
    element(
      'div',
      { class: 'muted' },
      ...(view.explained
        ? withInfo(view.note, infoPopover(view.explained.label, view.explained.explanation, page))
        : [view.note]),
    ),
  );
  details.addEventListener('toggle', () => details.append(content(view, page)), { once: true });
  return details;
}

function content(view: LinesTableView, page: PageContext): HTMLElement {
  const body = view.rows.map(({ cells: [name, ...figures], lines }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', dir: 'auto' }, name),
      ...figures.map((figure) => element('td', { class: 'number' }, figure)),
      element('td', {}, ...lines.map((line) => lineButton(line, page))),
    ),
  );
  return tableWithHeader(
    view.title,
    [...view.header, view.linesLabel ?? page.words.exampleLines],
    body,
  );
}
