import type { YardstickView } from '../protocol.ts';
import { element } from './element.ts';
import { infoPopover } from './infoPopover.ts';
import type { PageContext } from './pageContext.ts';
import { withInfo } from './withInfo.ts';

/** A file among public data sets on one line: a mark for each set, a larger one with its interval for the file. */
export function yardstickStrip(
  { title, explanation, sets, file }: YardstickView,
  page: Pick<PageContext, 'words'>,
): HTMLElement {
  const track = element('div', { class: 'yardstick-track', 'aria-hidden': 'true' });
  const span = element('span', { class: 'yardstick-interval' });
  span.style.left = percent(file.from);
  span.style.width = percent(file.to - file.from);
  track.append(span);
  for (const { name, text, at } of sets) {
    const mark = element('span', { class: 'yardstick-mark', title: `${name}: ${text}` });
    mark.style.left = percent(at);
    track.append(mark);
  }
  const own = element('span', { class: 'yardstick-file', title: file.text });
  own.style.left = percent(file.at);
  track.append(own);
  const [first, last] = [sets[0], sets.at(-1)];
  const end = (set: typeof first) => element('span', {}, set ? `${set.name}: ${set.text}` : '');
  return element(
    'div',
    { class: 'yardsticks' },
    element(
      'div',
      { class: 'chart-title' },
      ...withInfo(title, infoPopover(title, explanation, page)),
    ),
    track,
    element(
      'p',
      { class: 'yardstick-ends muted small' },
      end(first),
      sets.length > 1 ? end(last) : undefined,
    ),
    element(
      'ul',
      { class: 'visually-hidden' },
      element('li', {}, file.text),
      ...sets.map(({ name, text }) => element('li', {}, `${name}: ${text}`)),
    ),
  );
}

const percent = (share: number): string => `${100 * share}%`;
