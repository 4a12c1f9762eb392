import type { SheetSection } from '../../sheetProtocol.ts';
import { button } from '../controls.ts';
import { element } from '../element.ts';
import { explainedList } from '../explainedList.ts';
import { arrange } from '../arrange.ts';
import { bandFigure } from './bandFigure.ts';
import { pairedBars } from './pairedBars.ts';
import { sheetControl } from './sheetControl.ts';
import { sheetMap } from './sheetMap.ts';
import type { KeepPart, SheetContext } from './sheetPage.ts';
import { sheetSteps } from './sheetSteps.ts';
import { sheetTable } from './sheetTable.ts';

/**
 * One section of a sheet: its sentence, its controls, what it shows, its buttons. Each stays as it is unless it changes:
 * what is typed into one control is there still when another one has been answered.
 */
export function sheetSection(
  section: SheetSection,
  page: SheetContext,
  partOfPage: KeepPart,
): HTMLElement {
  const { id, title, note, controls = [], bars = [], charts = [], tables = [] } = section;
  const { steps, map, explained = [], actions = [] } = section;
  const part: KeepPart = (name, content, make) => partOfPage(`${id} ${name}`, content, make);
  const attributes = { class: 'sheet-section', id, 'aria-labelledby': `${id}-title` };
  const shell = part('section', '', () => element('section', attributes));
  arrange(shell, [
    part('title', title, () => element('h2', { id: `${id}-title` }, title)),
    ...(note === '' ? [] : [part('note', note, () => element('p', { class: 'muted' }, note))]),
    ...(controls.length === 0 ? [] : [formOf(controls, page, part)]),
    ...(explained.length === 0
      ? []
      : [part('explained', explained, () => explainedList(explained, page))]),
    ...(steps ? [part('steps', steps, () => sheetSteps(steps, page))] : []),
    ...bars.map((each, at) => part(`bars ${at}`, each, () => pairedBars(each))),
    ...charts.map((chart, at) => part(`chart ${at}`, chart, () => bandFigure(chart, page))),
    ...(map ? [part('map', map, () => sheetMap(id, map, page))] : []),
    ...tables.map((table, at) =>
      part(`table ${at}`, [table, title], () => sheetTable(table, title, page)),
    ),
    ...(actions.length === 0 ? [] : [part('actions', actions, () => actionsOf(actions, page))]),
  ]);
  return shell;
}

function formOf(
  controls: NonNullable<SheetSection['controls']>,
  page: SheetContext,
  part: KeepPart,
): HTMLElement {
  const form = part('controls', '', () => element('div', { class: 'sheet-controls' }));
  const elements = controls.map((control) =>
    part(
      `control ${control.id}`,
      [{ ...control, value: '' }, page.controls.of(control.id, control.value)],
      () => sheetControl(control, page),
    ),
  );
  arrange(form, elements);
  return form;
}

const actionsOf = (
  actions: NonNullable<SheetSection['actions']>,
  { post }: SheetContext,
): HTMLElement =>
  element(
    'div',
    { class: 'actions' },
    ...actions.map(({ id, label, primary = false, disabled = false }) =>
      button(label, { id, primary, disabled, onClick: () => post({ type: 'act', id }) }),
    ),
  );
