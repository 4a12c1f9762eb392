import { element, fill, formatCount } from './element.ts';
import type { PageToHost } from '../protocol.ts';
import type { PageWords } from '../words.ts';

/** What a link to a line needs of its page. */
export interface LinePage {
  readonly words: PageWords;
  readonly post: (message: Extract<PageToHost, { type: 'openLine' }>) => void;
}

/** A link that opens a line of the file. */
export function lineButton(line: number, page: LinePage): HTMLElement {
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
