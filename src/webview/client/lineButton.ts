import { element, fill, formatCount } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** A link that opens a line of the file. */
export function lineButton(line: number, page: PageContext): HTMLElement {
  const label = fill(page.words.openLine, formatCount(line));
  const created = element(
    'button',
    { type: 'button', class: 'link', title: label, 'aria-label': label },
    formatCount(line),
  );
  created.addEventListener('click', () =>
    page.post({ type: 'openLine', line, preserveFocus: false }),
  );
  return created;
}
