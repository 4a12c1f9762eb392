import type { SheetStep } from '../../sheetProtocol.ts';
import { button } from '../controls.ts';
import { element } from '../element.ts';
import type { SheetContext } from './sheetPage.ts';

/** Steps in their order, each with its state in words and what can be done next. */
export function sheetSteps(steps: readonly SheetStep[], { post }: SheetContext): HTMLElement {
  const items = steps.map(({ title, text, isDone, isNext, state, evidence, actions }) =>
    element(
      'li',
      {
        class: `sheet-step${isDone ? ' is-done' : ''}`,
        'aria-current': isNext ? 'step' : undefined,
      },
      element('h3', { dir: 'auto' }, title),
      element(
        'p',
        { class: 'step-state' },
        element('span', { 'aria-hidden': 'true' }, isDone ? '✓ ' : '○ '),
        element('strong', {}, state),
        evidence === undefined ? undefined : ` · ${evidence}`,
      ),
      element('p', { class: 'muted' }, text),
      element(
        'div',
        { class: 'actions' },
        ...actions.map(({ id, label, primary = false }) =>
          button(label, { primary, onClick: () => post({ type: 'act', id }) }),
        ),
      ),
    ),
  );
  return element('ol', { class: 'sheet-steps' }, ...items);
}
