import type { FlagSummary, Thresholds } from '../protocol.ts';
import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

export interface ThresholdSliders {
  readonly element: HTMLElement;
  /** The host has told the duplicates anew. */
  show(thresholds: FlagSummary['thresholds']): void;
}

const STEP = 0.01;
const KINDS = ['near', 'semantic'] as const;

/**
 * Sliders for the similarities from which rows are duplicates. While the host is at one position, only the last of the
 * following ones is kept for it.
 */
export function thresholdSliders(
  initial: FlagSummary['thresholds'],
  page: PageContext,
): ThresholdSliders {
  const { words } = page;
  let isAsked = false;
  let waiting: Thresholds | undefined;
  const ask = (thresholds: Thresholds) => {
    if (isAsked) {
      waiting = thresholds;
      return;
    }
    isAsked = true;
    page.post({ type: 'setThresholds', ...thresholds });
  };

  let position: Thresholds = {
    near: initial.near.value,
    semantic: initial.semantic.value,
  };
  const labels = { near: words.nearThreshold, semantic: words.semanticThreshold };
  const sliders = KINDS.map((kind) => {
    const { value, lowest } = initial[kind];
    const input = element('input', {
      type: 'range',
      min: String(lowest),
      max: '1',
      step: String(STEP),
      value: String(value),
    });
    const output = element('output', {}, value.toFixed(2));
    const note = element('span', { class: 'muted small' });
    input.addEventListener('input', () => {
      output.textContent = Number(input.value).toFixed(2);
      position = { ...position, [kind]: Number(input.value) };
      ask(position);
    });
    const label = element('label', {}, element('span', {}, labels[kind]), input, output);
    return { kind, note, element: element('div', { class: 'threshold' }, label, note) };
  });
  const showNotes = (thresholds: FlagSummary['thresholds']) => {
    for (const { kind, note } of sliders) note.textContent = thresholds[kind].note ?? '';
  };
  showNotes(initial);

  return {
    element: element('div', { class: 'thresholds' }, ...sliders.map((slider) => slider.element)),
    show: (thresholds) => {
      showNotes(thresholds);
      isAsked = false;
      const next = waiting;
      waiting = undefined;
      if (next) ask(next);
    },
  };
}
