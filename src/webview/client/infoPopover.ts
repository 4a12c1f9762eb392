import type { Explanation } from '../protocol.ts';
import { element, fill } from './element.ts';
import { icon } from './icons.ts';

const GAP_PX = 4;
const MARGIN_PX = 8;

const PARTS = ['means', 'range', 'meansNot', 'whatToDo', 'formula', 'source'] as const;

/** The words around an explanation. */
export interface InfoContext {
  readonly words: Readonly<Record<'explain' | (typeof PARTS)[number], string>>;
}

/**
 * An (i) button that opens what a figure means, does not mean, how it is computed and what to do.
 * Escape or a click elsewhere closes it.
 */
export function infoPopover(
  label: string,
  explanation: Explanation,
  page: InfoContext,
): HTMLElement {
  const { words } = page;
  const name = fill(words.explain, label);
  const trigger = element(
    'button',
    { type: 'button', class: 'info', 'aria-label': name, title: name, 'aria-expanded': 'false' },
    icon('info'),
  );
  const open = () => {
    const panel = element(
      'div',
      { class: 'popover', popover: 'auto', role: 'dialog', 'aria-label': label, tabindex: '-1' },
      element('h3', {}, label),
      element('dl', {}, ...PARTS.flatMap((name) => part(words[name], explanation[name]))),
    );
    trigger.after(panel);
    panel.addEventListener('toggle', (event) => {
      if (event.newState !== 'closed') return;
      trigger.setAttribute('aria-expanded', 'false');
      panel.remove();
    });
    panel.showPopover();
    placeBeside(trigger, panel);
    trigger.setAttribute('aria-expanded', 'true');
    panel.focus({ preventScroll: true });
  };
  // A press on the button closes an open popover by itself before the click comes.
  let wasOpen = false;
  trigger.addEventListener('pointerdown', () => {
    wasOpen = trigger.getAttribute('aria-expanded') === 'true';
  });
  trigger.addEventListener('click', () => {
    if (!wasOpen) open();
    wasOpen = false;
  });
  return trigger;
}

function part(term: string, text: string | undefined): HTMLElement[] {
  if (text === undefined) return [];
  return [element('dt', {}, term), element('dd', {}, text)];
}

function placeBeside(anchor: Element, panel: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const left = Math.min(at.left, innerWidth - width - MARGIN_PX);
  const below = at.bottom + GAP_PX;
  const top = below + height <= innerHeight ? below : at.top - GAP_PX - height;
  panel.style.left = `${Math.max(MARGIN_PX, left)}px`;
  panel.style.top = `${Math.max(MARGIN_PX, top)}px`;
}
