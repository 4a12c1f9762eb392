import type { MapWords } from '../mapWords.ts';
import { button, iconButton } from './controls.ts';
import { element, fill, formatCount } from './element.ts';

/** Goes through some rows one by one, each opened beside the panel. @param points not empty */
export function rowSteps(
  points: Uint32Array,
  words: MapWords,
  {
    nameOf,
    open,
  }: {
    readonly nameOf: (point: number) => string;
    readonly open: (point: number) => void;
  },
): HTMLElement {
  let at = -1;
  const place = element('span', { class: 'number muted', role: 'status' });
  const previous = iconButton(words.previousRow, 'previous', () => step(-1));
  const next = iconButton(words.nextRow, 'next', () => step(1));
  const stepper = element('span', { class: 'row-steps' }, previous, place, next);
  stepper.hidden = true;
  const step = (by: number) => {
    at = (at + by + points.length) % points.length;
    const point = points[at] ?? 0;
    place.textContent = fill(
      words.rowPosition,
      nameOf(point),
      formatCount(at + 1),
      formatCount(points.length),
    );
    open(point);
  };
  const show = button(words.showRows, {
    onClick: () => {
      show.hidden = true;
      stepper.hidden = false;
      step(1);
    },
  });
  return element('span', { class: 'row-steps' }, show, stepper);
}
