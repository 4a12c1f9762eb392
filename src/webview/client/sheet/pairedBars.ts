import type { PairedBars } from '../../sheetProtocol.ts';
import { element } from '../element.ts';

const percent = (share: number): string => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;

function whisker({ interval }: PairedBars['bars'][number]): HTMLElement | undefined {
  if (!interval) return undefined;
  const line = element('span', { class: 'paired-whisker' });
  line.style.left = percent(interval.low);
  line.style.width = percent(interval.high - interval.low);
  return line;
}

/**
 * Two bars with their intervals, where they have any, and what is to be said of their difference.
 * Told to a screen reader by its texts.
 */
export function pairedBars({ label, bars, note, differs }: PairedBars): HTMLElement {
  return element(
    'div',
    { class: 'paired-bars', role: 'group', 'aria-label': label },
    element('h3', {}, label),
    ...bars.map((bar, place) => {
      const filled = element('span', { class: `paired-bar category-${place + 1}` });
      filled.style.width = percent(bar.share);
      return element(
        'div',
        { class: 'paired-row' },
        element('span', { class: 'paired-label' }, bar.label),
        element('span', { class: 'paired-track', 'aria-hidden': 'true' }, filled, whisker(bar)),
        element('span', { class: 'paired-text number' }, bar.text),
      );
    }),
    element('p', { class: differs ? 'paired-note' : 'paired-note muted' }, note),
  );
}
