import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** A table that is folded away behind a chart; filled by `make` when it is first opened. */
export function tableBehind(
  page: { readonly words: Pick<PageContext['words'], 'showAsTable'> },
  make: () => HTMLElement[],
): HTMLElement {
  const details = element(
    'details',
    { class: 'chart-table' },
    element('summary', {}, page.words.showAsTable),
  );
  details.addEventListener('toggle', () => details.append(...make()), { once: true });
  return details;
}
