import type { SheetControl, SheetField, SheetSlider } from '../../sheetControls.ts';
import { checkbox, dropdown } from '../controls.ts';
import { element } from '../element.ts';
import type { SheetContext } from './sheetPage.ts';

/** A control with its label and what it does. It says its value when the person has settled on it. */
export function sheetControl(control: SheetControl, { post, controls }: SheetContext): HTMLElement {
  const { id, hint } = control;
  const set = (value: string) => {
    controls.sent(id, value);
    post({ type: 'set', id, value });
  };
  return element(
    'div',
    { class: `sheet-control sheet-${control.kind}` },
    ...partsOf(control, `control-${id}`, set),
    hint === undefined
      ? undefined
      : element('p', { class: 'muted small', id: `control-${id}-hint` }, hint),
    control.kind === 'field' && control.fault !== undefined
      ? element('p', { class: 'sheet-fault', role: 'alert' }, control.fault)
      : undefined,
  );
}

function partsOf(control: SheetControl, id: string, set: (value: string) => void): HTMLElement[] {
  const { label, value } = control;
  const title = element('label', { for: id }, label);
  switch (control.kind) {
    case 'slider':
      return sliderParts(control, title, id, set);
    case 'choice':
      return [
        element('span', { 'aria-hidden': 'true' }, label),
        dropdown(label, control.options, value, set, id),
      ];
    case 'switch':
      return [checkbox(label, value === 'true', (checked) => set(`${checked}`), id)];
    case 'field':
      return [title, fieldInput(control, id, set)];
  }
}

function sliderParts(
  { value, min, max, step, unit }: SheetSlider,
  title: HTMLElement,
  id: string,
  set: (value: string) => void,
): HTMLElement[] {
  const input = element('input', {
    type: 'range',
    id,
    min: `${min}`,
    max: `${max}`,
    step: `${step}`,
    value,
  });
  const output = element('output', { class: 'number', for: id }, `${value}${unit}`);
  input.addEventListener('input', () => {
    output.textContent = `${input.value}${unit}`;
  });
  input.addEventListener('change', () => set(input.value));
  return [title, input, output];
}

function fieldInput(
  { value, lines = 1, hint }: SheetField,
  id: string,
  set: (value: string) => void,
): HTMLElement {
  const describedBy = hint === undefined ? undefined : `${id}-hint`;
  const input =
    lines > 1
      ? element('textarea', { id, rows: `${lines}`, 'aria-describedby': describedBy })
      : element('input', { type: 'text', id, 'aria-describedby': describedBy });
  input.value = value;
  input.addEventListener('change', () => set(input.value));
  return input;
}
